"""Captions: the words under a picture, who is credited, and the day it was taken where the words say so."""

import re

from dateline.model import Caption
from dateline.pages.days import written_days
from dateline.pages.words import words

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,120})[)\]]\s*\.?\s*$")
_MARKED = re.compile(
    r"[\s.|/–—-]*\b((?:photo(?:graph)?|picture|image|pic|video|file photo|handout|illustration)s?(?: credit| courtesy)?"
    r"(?:\s*(?:[:/©]|by|from|courtesy(?: of)?|via)\s*)|credit\s*:\s*|©\s*|courtesy of\s+)((?:[^.;()\[\]]|(?<=\b[A-Z])\.){2,80})\.?\s*$",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?<=[.!?”\"])\s+/?\s?([A-Z][\w .&-]{1,30})$")
_LAST_OF_AGENCY = re.compile(r"(?<=[.!?”\"])\s+((?:[A-Z][\w .'’&-]{1,40}/){1,3}[A-Z][\w .'’&-]{1,40})\.?$")
_LEAD = re.compile(
    r"^(?:(?:file|archive|handout)\s+)?(?:photo(?:graph)?|picture|image|pic|video|illustration)s?"
    r"(?:\s+(?:credit|courtesy))?\s*(?:[:/]|by\b|from\b|of\b|via\b)?\s*|^credits?\s*:\s*|^©\s*|^courtesy(?: of)?\s+|^via\s+|^by\s+",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[\s,/|-]+(?:file|archives?|file photo|photo|pool photo|handout)\s*$", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown)\b|\b(?:seen|pictured|shown) (?:here|in this|on|during)\b|"
    r"\bfile (?:photo|picture|image)\b|\bin this (?:photo|picture|image|handout|undated)|\bphotograph(?:ed)? (?:by|on)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\b(?:speaks|attends?|meets?|arrives?|shakes?|walks?|stands?|waves?|gestures?|looks?|poses?|holds?|sits?|listens?|"
    r"delivers|addresses|welcomes?|greets?|gather|rides?|drives?|flies|plays?|inspects?|carr(?:y|ies)|takes?|rises?|watch(?:es)?|"
    r"pray|mourn|mourners|protesters|people|soldiers|officials|members|a view|an aerial view)\b",
    re.IGNORECASE,
)


def credit_of(text: str) -> tuple[str, str] | None:
    """(the caption without its credit, the credit) of words that end in a credit; None where they do not.

    `Boats at the quay (Photo by A. Rahm / KNA)` gives `("Boats at the quay", "A. Rahm / KNA")`.
    """
    before = max(0, len(text) - 300)
    for pattern, group in ((_BRACKETS, 1), (_MARKED, 2)):
        m = pattern.search(text[before:])
        if not m:
            continue
        named, said = m.group(group), text[: before + m.start()].rstrip()
        if pattern is _MARKED and named[:1].islower() and re.search(r"(?i)\b(?:by|from|of|via)\s+$", m[1]):
            continue  # "a photo from the archive's shelves" goes on
        if pattern is _MARKED:
            said = said.rstrip(" .|/–—-")
        elif not _names_someone(named, said, closed=m.group().rstrip().endswith(".")):
            continue
        credit = _TRAIL.sub("", _LEAD.sub("", named)).strip(" .,:;/|-–—")
        return said, credit or named.strip()
    last = _LAST.search(text[before:])
    if last and last[1].casefold() in words("agencies"):
        return text[: before + last.start()], last[1]
    last = _LAST_OF_AGENCY.search(text[before:])
    if last and any(part.removesuffix(" Photo").casefold() in words("agencies") for part in last[1].split("/")):
        return text[: before + last.start()], last[1]  # "... on Tuesday. REUTERS/A. Rahm"
    return None


def is_credit(text: str) -> bool:
    """Whether a line is a credit alone: `(AFP)`, `Photo: A. Rahm/KNA`."""
    found = credit_of(text) if len(text) <= 120 else None
    return found is not None and not found[0].strip(" .|-")


def caption_of(text: str) -> Caption:
    """A caption of these words."""
    found = credit_of(text)
    said, credit = found if found and found[0] else (text, None)
    days = written_days(text)
    return Caption(text=said, credit=credit, taken=days[-1].day if days else None)


def looks_pictured(text: str) -> bool:
    """Whether one line of body text is a caption that stands there without its picture.

    Asks for one sentence with a credit, and for words that only pictures need: a photographer, a slash, a verb in the present.
    """
    found = credit_of(text)
    if (
        not found
        or len(found[0].split()) < 4
        or len(text) > 600
        or len(re.findall(r"[.!?][”\"')]* +[A-Z“\"]", found[0])) > 1
    ):
        return False
    ending = text[len(found[0]) :]
    if _MARKED.search(text[-300:]) or re.search(
        r"/|\b(?:photo|image|picture|handout|getty|file)\b", ending, re.IGNORECASE
    ):
        return True
    return bool(
        _SEEN.search(text) or (_PICTURED.search(found[0]) and not re.search(r"\b(?:said|says|told|added)\b", text))
    )


def _names_someone(named: str, said: str, *, closed: bool) -> bool:
    """Whether words in brackets at the end of a line are a credit and no remark; `closed` where a full stop follows them."""
    if re.search(
        r"\b(?:photo|picture|image|credit|courtesy|handout|via|file|getty|pool)\b|\w ?/ ?\w", named, re.IGNORECASE
    ):
        return True
    if named.lower() in words("agencies"):
        return True
    if closed or _abbreviates(named, said):
        return False
    parts = named.split()
    return (
        len(parts) <= 6
        and not any(p.isdigit() for p in parts)
        and all(p[:1].isupper() or p.lower() in ("of", "the", "and", "for", "de", "al", "&", "-") for p in parts)
    )


def _abbreviates(named: str, said: str) -> bool:
    """Whether the words before give what letters in brackets stand for: `the Board of Inland Waters (BIW)`."""
    letters = [c for c in named if c.isupper()]
    if len(letters) < 2 or len(named.split()) > 1:
        return False
    initials = [w[0] for w in re.findall(r"[^\W\d_]+", said)[-12:] if w[0].isupper()]
    return letters[0] in initials and sum(c in initials for c in letters) >= 0.6 * len(letters)
