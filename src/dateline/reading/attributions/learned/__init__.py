"""The learned tagger of attributions: training is in training/attribution, its figures in the weights' card."""
