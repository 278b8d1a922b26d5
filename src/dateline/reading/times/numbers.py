"""Numbers in words and figures."""

from dateline.reading.lexicon import lexicon

_SPECIAL = {"half": 0.5, "dozen": 12, "a": 1, "an": 1}


def number(words: tuple[str, ...]) -> float | None:
    """The number that the words say ("twenty-four", "2 1/2", "a hundred"); None where they say none."""
    known = lexicon("times_words")["numbers"]
    total = current = 0.0
    seen = False
    for word in words:
        if word in ("-", "and"):
            continue
        value = _figure(word)
        if value is None:
            value = known.get(word, _SPECIAL.get(word))
        if value is None:
            return None
        if value >= 100 and word.isalpha():
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "half" and seen is False:
            current = 0.5
        elif word.isalpha() and word in ("a", "an"):
            current = current or 0.0
        else:
            current += value
        seen = True
    return total + current if seen else None


def _figure(word: str) -> float | None:
    if not word[0].isdigit():
        return None
    if "/" in word:
        above, below = word.split("/")
        return int(above) / int(below) if int(below) else None
    return float(word.replace(",", ""))


def ordinal(words: tuple[str, ...]) -> int | None:
    """The rank that the words say ("twenty-first", "3rd")."""
    known, numbers = lexicon("times_words")["ordinals"], lexicon("times_words")["numbers"]
    total = 0
    for word in words:
        if word == "-":
            continue
        if word[0].isdigit():
            digits = word.rstrip("stndrh")
            return int(digits) if digits.isdecimal() else None
        total += known.get(word) or numbers.get(word, 0)
    return total or None


def spoken_year(words: tuple[str, ...]) -> int | None:
    """A year in figures or in words: "1994", "'94", "nineteen ninety-four", "two thousand and one"."""
    if len(words) == 1 and words[0].lstrip("'’").isdecimal():
        digits = words[0].lstrip("'’")
        if len(digits) == 2:
            # Two figures mean the last hundred years and the next decades: 69 is 1969, as POSIX has it.
            return int(digits) + (2000 if int(digits) < 69 else 1900)
        return int(digits)
    if words[0] == "two" and "thousand" in words:
        return 2000 + int(number(words[2:]) or 0)
    head, tail = number(words[:1]), number(words[1:])
    return int(head * 100 + tail) if head and tail else None
