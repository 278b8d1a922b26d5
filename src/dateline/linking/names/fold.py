"""Folds a name to plain tokens: no case, no marks, no articles, one writing for what transliterations write differently."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ə": "a",
        "’": "", "‘": "", "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "`": "", "´": "", "'": "",
    }
)  # fmt: skip
_ARTICLE = re.compile(r"\b(?:al|el|ul)[\s-]+(?=\w)|\ba(?:d|dh|l|n|r|s|sh|t|th|z)-(?=\w)")
"""The Arabic article, also where it took on the sound of the next letter; the hyphen tells that one from a name."""
_GLUED = re.compile(r"\b(abd|abdu|ab)[\s-]*[aeu][ldnrst]h?[\s-]+(?=\w)")
"""Abd al-Rahman, Abdul Rahman, Abdur-Rahman: one name in two words."""
_TOKEN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@lru_cache(maxsize=65536)
def folded(name: str) -> tuple[str, ...]:
    """The name's tokens in their order: lower case, without marks, apostrophes and the Arabic article.

    `folded("Moḥammed al-Ṣāliḥ")` is `("mohammed", "salih")`; dotted capitals are one token (`U.N.` is `un`).
    """
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    plain = _INITIALS.sub(lambda m: m.group().replace(".", "") + " ", plain)
    plain = _GLUED.sub("abdul", plain)
    without = _ARTICLE.sub("", plain)
    return tuple(_TOKEN.findall(without)) or tuple(_TOKEN.findall(plain))


_SOUNDS = (
    (re.compile(r"sch|sh|ch"), "s"),
    (re.compile(r"tz|ts|zz"), "z"),
    (re.compile(r"dzh|dj|dz"), "j"),
    (re.compile(r"zh"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"(?<=[dtb])h"), ""),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|au|ow"), "u"),
    (re.compile(r"ee|ie|ei|ey|ai|ay|ae|y"), "i"),
    (re.compile(r"oe|ue"), "o"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou])h$"), ""),
)
"""What the same sound is written with in transliterations from Arabic, Hebrew, Persian and Russian, the longest first."""


@lru_cache(maxsize=65536)
def sounded(token: str) -> str:
    """A folded token as it sounds, roughly: doubled letters single, `kh` and `q` as `k`, `ou` as `u`, and so on."""
    for pattern, sound in _SOUNDS:
        token = pattern.sub(sound, token)
    return token


_VOWELS = re.compile(r"(?<=.)[aeiou]+")


@lru_cache(maxsize=65536)
def consonants(token: str) -> str:
    """What stays of a folded token without its vowels (the first letter is kept): names alike in sound share it, for blocking."""
    return _VOWELS.sub("", sounded(token))
