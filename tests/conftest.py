"""Property tests take the same examples in every run, so that a change is what breaks them; `--hypothesis-profile=explore` looks for new ones."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("repeatable")
