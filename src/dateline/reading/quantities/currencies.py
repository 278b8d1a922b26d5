"""Marks and codes of currencies before an amount: "$", "Rs", "KSh", and the letters that need a large amount behind them: "R350 million"."""

import re
from functools import cache

from dateline.reading.lexicon import lexicon

_LONGEST = 6
"""Characters of a mark with its full stop and space."""

_DOUBTFUL = frozenset({"KD", "LE", "MK"})
_LARGE = re.compile(
    r"\d{3}|\d{1,3}(?:[,\u00a0 ]\d{3})+|[\d.]+\s?(?:m|bn|b|k|tn|trn|hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
"""After a single letter an amount has three digits or a scale: "N500", "R2bn"; "N95", "P5" and "R2P" are no money."""

_SCALED = re.compile(r"\d{1,3}(?:,\d{3})+|[\d.]+\s?(?:m|bn|tn|million|billion|trillion)\b", re.IGNORECASE)
"""After "# " that stands for a lost mark: "# 20m"; "# 20" may be any number."""


def mark_before(text: str, start: int) -> re.Match[str] | None:
    """The mark of a currency, as the match's `mark`, that stands before the amount at `start`; None where there is none."""
    found = _marks().search(text, max(0, start - _LONGEST), start)
    if found is not None and found["mark"] == "#":
        return found if found[0].endswith(" ") and _SCALED.match(text, start) else None
    doubtful = found is not None and (
        found["mark"] in _DOUBTFUL or (len(found["mark"]) == 1 and found["mark"].isalpha())
    )
    return None if doubtful and not _LARGE.match(text, start) else found


def unit_of(found: re.Match[str]) -> str:
    """The word for the currency: "rupees"."""
    unit: str = lexicon("units")["currencies"][found["mark"]]
    return unit


@cache
def _marks() -> re.Pattern[str]:
    ranked = sorted(lexicon("units")["currencies"], key=lambda mark: (-len(mark), mark))
    return re.compile(r"(?<![^\W_])(?P<mark>" + "|".join(re.escape(mark) for mark in ranked) + r")\.?\s?\Z")
