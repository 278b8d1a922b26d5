"""Denials by their words, against the sentence of the article that tells what is denied; accounts that it says differ.

A denial need not repeat the words of a claim: "which she denied", "the charge was denied by his lawyer", "rejected reports
that ...". The claim is then the accusation right before it; else the sentence near by that tells most of what is denied.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.linking.conflicts_denials import conflict
from dateline.linking.conflicts_statements import Names, content_stems, says_not, telling
from dateline.model import Citation, Conflict, Reading, anchor

_CLAIM = r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|assertions?|suggestions?|insinuations?|speculation)"
_CUE = re.compile(
    rf"\b(?:den(?:y|ie[sd]|ying)|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|disput(?:e[sd]?|ing)"
    rf"|(?:reject|dismiss)(?:s|es|ed|ing)?(?=\s+(?:[\w’'-]+\s+){{0,3}}?{_CLAIM}\b))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_POINTS = re.compile(
    rf"^\W*(?:(?:the|these|those|this|any|all|such|his|her|its|their|both|most of)\s+)*(?:[\w-]+\s+){{0,2}}?"
    rf"(?:(?:{_CLAIM}|wrongdoing|involvement|responsibility|guilt|knowledge)\b(?=\W*$|[,;]|\s+(?:as|from|by|made|against|levelled|at|during|but|and)\b)"
    r"|(?:it|them|this|that)\W*$)",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    rf"^\W*(?:(?:on|at|in)\s+\w+(?:\s\w+)?\s+)?(?:(?:strongly|flatly|again|repeatedly)\s+)?"
    rf"(?:that\b|any\b|all\b|having\b|ever\b|\w+ing\b|(?:[\w’'-]+\s+){{0,4}}?(?:{_CLAIM}|involvement|responsibility|role|"
    rf"wrongdoing|links?|knowledge|guilt|existence|plans?|ties)\b"
    rf"|(?:[\w’'-]+\s+){{1,8}}?(?:is|are|was|were|has|have|had|will|would|did|does)\b)",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,4}?(?:access|entry|permission|visas?|requests?|funding|bail|parole|citizenship|asylum|services?|"
    r"treatment|rights?|applications?|aid|food|passage|opportunity|chance|justice)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r";|,? (?:but|however|while|whereas|although|though)\b|,? and (?:said|says|called|insisted|added|accused)\b"
)
_PROVED = re.compile(
    r"\b(?:conclud|confirm|prov(?:ed|es)|evidence|show(?:ed|s|n)|found|admit|acknowledg)", re.IGNORECASE
)
_BETWEEN = 3
"""Words between who denies and the word that says so: "has repeatedly", "on Monday"."""

_RELATIVE = re.compile(
    rf",?\s*\b(?:which|that|something|(?:an?|the|those)\s+(?:\w+\s)?{_CLAIM}(?:\s(?:which|that))?)\s+([^,;:]{{0,60}}?)\s*"
    r"(?:has |have |had )?(?:\w+ly )?\Z",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"\b(?:accus|alleg|blam|charg(?:ed|es|ing)|suspect|implicat|claim(?:ed|s|ing)?\b|report(?:ed|s)\b|rumour|rumor|"
    r"said to have|convicted|behind)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Col|Sen|Gov|Rep|Jan|Feb|Aug|Nov|Dec))[.!?][\"”’')\]]*\s+|\n+"
)

_DISAGREE = re.compile(
    r"\b(?:disagree[sd]?|(?:do|does|did) not (?:\w+ )?agree|differ(?:s|ed)?\b|conflicting (?:accounts|reports|versions|statements|claims)"
    r"|contradict(?:s|ed|ory|ing)?|at odds|offered different|gave different|disputed?)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|maintain|insist|claim|argu|told|state[sd]|assert|according to|wrote|contend)", re.IGNORECASE
)
_ONE_THING = 3.0
"""Weight of the words that two accounts of one thing share."""

_NEAR = 1500
"""Code points before a denial in which its claim is looked for."""

_AFTER = 400
"""Code points after a denial in which its claim may follow."""

_BACK = 3
"""Sentences before a mere "denied it" in which the accusation stands."""

_ENOUGH = 0.45
"""Share of the weight of what is denied that the claim tells; an accusation needs less."""

_ACCUSED_ENOUGH = 0.35
_WORDS = 2
"""Telling words that the claim has to share with what is denied."""

_NAMED = 2.0
_TELLING_AT_LEAST = 3
_PER_ARTICLE = 40
"""Denials of one article that are looked into."""


@dataclass(frozen=True, slots=True)
class _Denial:
    """`[start, end)` is quoted; `content` is what is denied, empty where it is only pointed back at; `claim` is set where
    the sentence itself holds it.
    """

    start: int
    end: int
    content: tuple[int, int] | None
    claim: tuple[int, int] | None
    denier: frozenset[str]


def find_told_denials(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The denials of each reading that stand beside what they deny, in the order of the text."""
    for reading in readings:
        yield from _of(reading)
        yield from _accounts(reading)


def _of(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    cues = list(_CUE.finditer(text))[:_PER_ARTICLE]
    if not cues:
        return
    sentences = _sentences(text)
    starts = [start for start, _ in sentences]
    names = Names(reading)
    for cue in cues:
        place = max(0, bisect_left(starts, cue.start() + 1) - 1)
        denial = _denial(text, sentences[place], cue, names)
        claim = denial and (denial.claim or _claim(text, sentences, place, denial, names))
        if denial and claim:
            sides = (_cited(reading, *claim), _cited(reading, denial.start, denial.end))
            who = ", ".join(sorted(denial.denier)) or "another source"
            yield conflict("denial", *sides, f"the article tells it, {who} denies it")


def _accounts(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    if _DISAGREE.search(text) is None:
        return
    for first, second in _differing(text, _sentences(text), Names(reading)):
        yield conflict(
            "account", _cited(reading, *first), _cited(reading, *second), "two accounts that the article says differ"
        )


def _cited(reading: Reading, start: int, end: int) -> Citation:
    return Citation(reading.article.id, anchor(reading.article.text, start, end))


def _sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text without white space around them, as far as marks and capitals tell."""
    found, at = [], 0
    for match in (*_SENTENCE.finditer(text), None):
        end = len(text) if match is None else match.end()
        following = text[end : end + 1]
        if match is not None and following.islower():
            continue
        whole = text[at:end]
        if whole.strip():
            found.append((at + len(whole) - len(whole.lstrip()), at + len(whole.rstrip())))
        at = end
    return found


def _denial(text: str, sentence: tuple[int, int], cue: re.Match[str], names: Names) -> _Denial | None:
    start, end = sentence
    before, after = text[start : cue.start()], text[cue.end() : end]
    if says_not(" ".join(before.split()[-4:])):
        return None  # "did not deny it"
    if _PASSIVE.search(before):
        return _passive(text, sentence, cue, names)
    rest = after.strip(" .!?\"”’'")
    relative = _RELATIVE.search(before)
    if relative is not None and (not rest or _is_aside(rest)):
        told = (start, start + relative.start())
        if len(content_stems(text[slice(*told)])) < _TELLING_AT_LEAST:
            return None
        denier = names.inside_of(cue.start() - len(relative[1]) - 1, cue.start())
        opens = start + relative.start() + len(relative[0]) - len(relative[0].lstrip(" ,"))
        return _Denial(opens, cue.end(), None, told, denier)
    stop = _ENDS.search(after)
    last = cue.end() + (stop.start() if stop else len(after.rstrip(' .!?"”’')))
    content = text[cue.end() : last]
    denier = _subject(text, start, cue, names)
    if not denier or _GRANTED.match(content):
        return None
    if _POINTS.match(content):
        return _Denial(cue.start(), last, None, None, denier)
    if _CONTENT.match(content):
        proved = stop and _PROVED.search(after, stop.end())
        turned = (cue.end() + stop.end(), start + len(text[start:end].rstrip(' .!?"”’'))) if proved and stop else None
        return _Denial(cue.start(), last, (cue.end(), last), turned, denier)
    return None


def _subject(text: str, start: int, cue: re.Match[str], names: Names) -> frozenset[str]:
    """Who denies: whoever is named right before the word, else first in the sentence."""
    near = names.last_before(start, cue.start())
    end = names.end_of_last(start, cue.start())
    return near if len(text[end : cue.start()].split()) <= _BETWEEN else names.first_after(start, cue.start())


def _is_aside(rest: str) -> bool:
    return rest[:1] in (",", ";", "—", "–") or rest.split(maxsplit=1)[0] in ("and", "but")


def _passive(text: str, sentence: tuple[int, int], cue: re.Match[str], names: Names) -> _Denial | None:
    """Such as "the charge was denied by her lawyer"; who is denied a visa denies nothing."""
    start, end = sentence
    subject = re.search(rf"\b{_CLAIM}\b[^,;]{{0,80}}\Z", text[start : cue.start()], re.IGNORECASE)
    if subject is None:
        return None
    by = text.find(" by ", cue.end(), end)
    denier = names.inside_of(by, end) if by >= 0 else frozenset()
    about = (start + subject.start(), cue.start())
    content = about if len(content_stems(text[slice(*about)])) >= _TELLING_AT_LEAST else None
    return _Denial(start, start + len(text[start:end].rstrip(' .!?"”’')), content, None, denier)


def _claim(
    text: str, sentences: Sequence[tuple[int, int]], place: int, denial: _Denial, names: Names
) -> tuple[int, int] | None:
    """The sentence that tells what is denied: the closest in words, or the accusation that stands right before."""
    if denial.content is None:
        return _accusation(text, sentences, place, denial, names)
    content = text[slice(*denial.content)]
    stems, named = content_stems(content), names.inside_of(*denial.content)
    whole = telling(stems) + _NAMED * len(named)
    best: tuple[float, tuple[int, int]] | None = None
    low = bisect_left([s for s, _ in sentences], denial.start - _NEAR)
    for k in range(low, len(sentences)):
        start, end = sentences[k]
        if start > denial.end + _AFTER:
            break
        told = text[start:end]
        if (
            k == place
            or _CUE.search(told)
            or says_not(told) != says_not(content)
            or names.says(denial.denier, start, end)
        ):
            continue
        shared = stems & content_stems(told)
        weight = telling(shared) + _NAMED * len(named & names.inside_of(start, end))
        accused = _ACCUSED.search(told) is not None
        if weight < (_ACCUSED_ENOUGH if accused else _ENOUGH) * whole or len(shared) < _WORDS:
            continue
        score = weight - abs(start - denial.start) / _NEAR
        if best is None or score > best[0]:
            best = score, (start, end)
    return None if best is None else best[1]


def _accusation(
    text: str, sentences: Sequence[tuple[int, int]], place: int, denial: _Denial, names: Names
) -> tuple[int, int] | None:
    for k in range(place - 1, max(-1, place - 1 - _BACK), -1):
        start, end = sentences[k]
        told = text[start:end]
        if _ACCUSED.search(told) is None or _CUE.search(told) or names.says(denial.denier, start, end):
            continue
        if names.inside_of(*sentences[place]) & names.inside_of(start, end):
            return start, end
    return None


def _differing(text: str, sentences: Sequence[tuple[int, int]], names: Names) -> Iterator[tuple[tuple[int, int], ...]]:
    """The two sentences after one that says that people disagree, where two of them tell of one thing, and one that it is not so."""
    for place, (start, end) in enumerate(sentences[:-2]):
        first, second = sentences[place + 1 : place + 3]
        if second[1] - end > _NEAR or _DISAGREE.search(text, start, end) is None:
            continue
        told = [text[slice(*one)] for one in (first, second)]
        if not all(_SAYS.search(one) for one in told) or says_not(told[0]) == says_not(told[1]):
            continue
        who = [names.first_after(*one) for one in (first, second)]
        if all(who) and who[0] != who[1] and telling(content_stems(told[0]) & content_stems(told[1])) >= _ONE_THING:
            yield first, second
