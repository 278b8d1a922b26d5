"""How the weights of the attribution tagger are made from PolNeAR's articles: `python -m training.attribution --help`."""
