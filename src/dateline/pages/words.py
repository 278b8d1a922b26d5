"""The word lists that pages are cut by, as a data file (`words.toml`), loaded once. They belong to the language, to no page."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The list with this name, in small letters."""
    return frozenset(_lists()[name])


@cache
def pattern(name: str) -> "re.Pattern[str]":
    """One pattern that matches a whole line of any kind on the list; the list holds regular expressions."""
    return re.compile("|".join(f"(?:{p})" for p in _lists()[name]), re.IGNORECASE)


@cache
def _lists() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    return found
