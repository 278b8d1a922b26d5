"""Words of the language as data files (TOML), loaded once. Lists belong to the language, never to an example."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The content of `lexicon/NAME.toml`. Do not change what it gives: it is shared."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
