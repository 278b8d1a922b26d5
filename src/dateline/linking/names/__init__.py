"""Spellings of names: folding, sound, likeness."""

from dateline.linking.names.compare import ALIKE, names_alike, tokens_alike
from dateline.linking.names.fold import consonants, folded, sounded

__all__ = ["ALIKE", "consonants", "folded", "names_alike", "sounded", "tokens_alike"]
