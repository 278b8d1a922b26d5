"""Which names of one article mean the same actor: full names, surnames, misspellings, acronyms, short names of bodies."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from dateline.reading.actors.known import known_at
from dateline.reading.actors.names import key_of
from dateline.reading.actors.words import given_name_gender, words

_SHORTEST_MISSPELT = 5


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles and initials."""
    own = [word.strip(".'\"“”‘’") for word in key_of(name).split()]
    kept = tuple(word for word in own if word not in words("naming", "no_part") and len(word) > 1)
    return kept or tuple(own)


def same_full_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of several words are one person's: one leaves out middle names, or spells a word otherwise."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or _differ_in_gender(short[0], long[0]):
        return False
    if alike(short[-1], long[-1]) and alike(short[0], long[0]):
        rest = iter(long)
        return all(any(alike(word, other) for other in rest) for word in short)
    return short[-1] == long[-1] and short[0] in long and len(long) > len(short)


def _differ_in_gender(a: str, b: str) -> bool:
    """Whether two first names are a man's and a woman's: a wife may have her husband's whole name behind her own."""
    genders = {given_name_gender(a.capitalize()), given_name_gender(b.capitalize())}
    return genders == {"m", "f"}


def alike(a: str, b: str) -> bool:
    """Whether two words are one name in two spellings: "Mohammed" and "Mohamad", "Shia" and "Shiaa"."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    bare = [
        w.replace("aa", "a").replace("ee", "i").replace("oo", "u").replace("mm", "m").replace("ss", "s") for w in (a, b)
    ]
    vowels = str.maketrans("eou", "aau")
    return OSA.distance(bare[0].translate(vowels), bare[1].translate(vowels)) <= (1 if min(len(a), len(b)) > 4 else 0)


def bare_name_fits(bare: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a short name fits a full one: 3 as its end, 2 as its beginning, 1 in its middle, 0 not at all."""
    n = len(bare)
    if n >= len(full):
        return 0
    if full[-n:] == bare:
        return 3
    if full[:n] == bare:
        return 2
    return 1 if any(full[k : k + n] == bare for k in range(1, len(full) - n)) else 0


def misspelt(bare: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a surname is the full name's last word with one or two letters changed or exchanged."""
    if len(bare) != 1 or min(len(bare[0]), len(full[-1])) < _SHORTEST_MISSPELT or bare[0][0] != full[-1][0]:
        return False
    return OSA.distance(bare[0], full[-1]) <= (1 if len(bare[0]) < 7 else 2)


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the first letters of a name's words spell the acronym; small words may be left out."""
    letters = "".join(c for c in acronym.upper() if c.isalpha())
    listed = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    short = "".join(word[0] for word in listed if word[0].isupper()).upper()
    full = "".join(word[0] for word in listed).upper()
    return len(letters) >= 2 and letters in (short, full)


def abbreviates(letters: str, name: str) -> bool:
    """Whether letters in brackets behind a name may be short for it: they stand in it in their order, the first at its head."""
    rest = iter(c for c in name.upper() if c.isalpha())
    own = [c for c in letters.upper() if c.isalpha()]
    return own[:1] == [name[:1].upper()] and all(c in rest for c in own)


def ministry_key(name: str, side: str | None) -> str | None:
    """One key for a state's ministry under its names: "X Foreign Ministry" and "Ministry of Foreign Affairs of X"; None for other bodies."""
    own = key_of(name)
    if side is None or "ministry" not in own.split():
        return None
    known = known_at(name, 0)
    if known is not None and known[1].side == side:
        own = key_of(name[known[0] :].removeprefix("'s").removeprefix("’s"))
    if own.startswith("ministry of "):
        matter = own.removeprefix("ministry of ").removeprefix("the ")
        for tail in (f" of {side.lower()}", f" of the {side.lower()}"):
            matter = matter.removesuffix(tail)
    elif own.endswith(" ministry"):
        matter = own.removesuffix(" ministry")
    else:
        return None
    matter = matter.removesuffix(" affairs").replace("defence", "defense")
    return f"{side}: ministry of {matter}"
