"""Denials by their words, against the sentence of the article that tells what is denied; accounts that it says differ.

A denial need not repeat the words of a claim: "which she denied", "the charge was denied by his lawyer", "rejected reports
that ...". The claim is then the accusation right before it; else the sentence near by that tells most of what is denied.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.doubted import doubted
from dateline.linking.conflicts.names import Names
from dateline.linking.conflicts.results import rejected_results
from dateline.linking.conflicts.statements import content_stems, says_not, telling
from dateline.linking.conflicts.told_forms import CLAIM, CUE, CUE_PARTS, FALSE, TELLS, Denial, called_false, denial_at
from dateline.linking.words import contrasting
from dateline.model import Citation, Conflict, Reading, anchor

_ACCUSED = re.compile(
    r"\b(?:accus|alleg|blam|charg(?:ed|es|ing)|suspect|implicat|claim(?:ed|s|ing)?\b|report(?:ed|s)\b|rumour|rumor|(?:some|others|many) suggest|"
    r"said to have|convicted|behind)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[.!?\n](?:(?<=\n)\n*|(?<!\W[A-Z].)(?<!\b(?:Mr|Dr|St|Lt).)(?<!\b(?:Mrs|Gen|Col|Sen|Gov|Rep|Jan|Feb|Aug|Nov|Dec).)[\"”’')\]]*\s+)"
)

_DISAGREE = re.compile(
    r"\b(?:disagree[sd]?|(?:do|does|did) not (?:\w+ )?agree|differ(?:s|ed)?\b|conflicting (?:accounts|reports|versions|statements|claims)"
    r"|contradict(?:s|ed|ory|ing)?|at odds|offered different|gave different|disputed?)\b",
    re.IGNORECASE,
)
_DISAGREE_PARTS = (
    "disagree",
    "do not",
    "does not",
    "did not",
    "differ",
    "conflicting",
    "contradict",
    "at odds",
    "disput",
)
_VOTED = re.compile(r"\b(?:elections?|referendum|run-?off|presidential)\b", re.IGNORECASE)
_DOUBT_PARTS = ("contradict", "undercut", "doubt", "question", "odds with", "counter to", "contrary")
_CLAIMS = re.compile(r"(?:the )?(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:said|says|maintain|insist|claim|argu|told|state[sd]|assert|according to|wrote|contend)", re.IGNORECASE
)
_OWN_DEED = re.compile(r"^\W*(?:\w+ly\s+)?(?:having\b|\w+ing\b)", re.IGNORECASE)
"""What is denied is what who denies it is said to have done."""

_MAY_BE = re.compile(r"\b(?:if|would|could|should|may|might|will)\b", re.IGNORECASE)
"""What is not claimed to be so."""

_LINK = re.compile(
    r"\b(?:connect|link|relat|motivat|prompt|tied)\w*\b|\b(?:because of|due to|had (?:anything|something) to do)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:under pressure|because|due to|owing to|amid|in response to|in protest|following|in the wake of)\b",
    re.IGNORECASE,
)
"""A link between two things is denied in other words than it is told."""

_TAKEN_UP = re.compile(rf"\b(?:this|that|these|those)\s+{CLAIM}\b", re.IGNORECASE)
"""Words that take up the claim of the sentence before, whomever it names."""

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
_NAMED_ENOUGH = 0.6
"""Where they share one word only, and somebody who is named."""

_DEEDS = frozenset(["=down", "=kill", "=attack", "=detain", "=release", "=withdrawal", "=resign"])
_WORDS = 2
"""Telling words that the claim has to share with what is denied."""

_NAMED = 2.0
_PER_ARTICLE = 40
"""Denials of one article that are looked into."""


def find_told_denials(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The denials of each reading that stand beside what they deny, in the order of the text."""
    for reading in readings:
        plain = reading.article.text.casefold()
        told: list[Conflict] = []
        if any(part in plain for part in CUE_PARTS) or FALSE.search(plain):
            told = list(_of(reading))
            yield from told
        if any(part in plain for part in _DISAGREE_PARTS):
            yield from _accounts(reading)
        if any(part in plain for part in _DOUBT_PARTS):
            yield from _doubts(reading)
        answers = [(c.sides[1].anchor.start, c.sides[1].anchor.end) for c in told]
        for one in _results(reading):
            span = one.sides[1].anchor
            if not any(start < span.end and span.start < end for start, end in answers):
                yield one


def _of(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    sentences = _sentences(text)
    names = Names(reading, ("state", "organisation", "person", "group"))
    for place, denial in _denials(text, sentences, names):
        claim = denial.claim or _claim(text, sentences, place, denial, names)
        who = names.denier(denial.start, denial.end) or ", ".join(names.written(denial.denier)) or "another source"
        if claim and denial.reported and names.teller(*claim, denial.denier) == who:
            claim = None  # what else he says himself is not what he denies
        found = (claim, (denial.start, denial.end)) if claim else denial.reported
        if found:
            first, second = (_cited(reading, *one) for one in found)
            reported = claim is None or 0 <= claim[0] - denial.end <= 1  # "rejected as false a claim that ..."
            teller = None if reported else names.teller(first.anchor.start, first.anchor.end, denial.denier)
            unnamed = "others say it" if reported or _CLAIMS.match(first.anchor.quote) else "the article tells it"
            told = unnamed if teller is None else f"{teller} says it"
            proved = not denial.denier and FALSE.search(second.anchor.quote) is not None
            answer = "the article says that it proved false" if proved else f"{who} denies it"
            yield conflict("denial", first, second, f"{told}, {answer}")


def _denials(text: str, sentences: Sequence[tuple[int, int]], names: Names) -> Iterator[tuple[int, Denial]]:
    """The denials of a text with the places of their sentences, in their order; a sentence that denies calls nothing false besides."""
    starts = [start for start, _ in sentences]
    seen: set[int] = set()
    for cue in list(CUE.finditer(text))[:_PER_ARTICLE]:
        place = max(0, bisect_left(starts, cue.start() + 1) - 1)
        if (denial := denial_at(text, sentences[place], cue, names)) is not None:
            seen.add(place)
            yield place, denial
    for place, sentence in enumerate(sentences):
        if place not in seen and FALSE.search(text, *sentence):
            denial = called_false(text, sentence, names)
            if denial is not None:
                yield place, denial


def _accounts(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    if _DISAGREE.search(text) is None:
        return
    for first, second in _differing(text, _sentences(text), Names(reading)):
        yield conflict(
            "account", _cited(reading, *first), _cited(reading, *second), "two accounts that the article says differ"
        )


def _doubts(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    for claim, against in doubted(text, _sentences(text)):
        note = "an account that the article says another contradicts"
        yield conflict("account", _cited(reading, *claim), _cited(reading, *against), note)


def _results(reading: Reading) -> Iterator[Conflict]:
    text = reading.article.text
    if _VOTED.search(text) is None:
        return
    names = Names(reading)
    for result, answer, who in rejected_results(text, _sentences(text), names):
        note = f"a result is told, {', '.join(names.written(who))} rejects it"
        yield conflict("denial", _cited(reading, *result), _cited(reading, *answer), note)


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


def _claim(
    text: str, sentences: Sequence[tuple[int, int]], place: int, denial: Denial, names: Names
) -> tuple[int, int] | None:
    """The sentence that tells what is denied: the closest in words, or the accusation that stands right before."""
    if denial.content is None:
        return _accusation(text, sentences, place, denial, names)
    content = text[slice(*denial.content)]
    own_deed = _OWN_DEED.match(content) is not None
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
            or _denies(told)
            or says_not(told) != says_not(content)
            or names.says(denial.denier, start, end)
            or (_MAY_BE.search(told) and not _MAY_BE.search(content))
            or (own_deed and not denial.denier & names.inside_of(start, end))
        ):
            continue
        told_stems = content_stems(told)
        if contrasting(stems, told_stems):
            continue
        shared = stems & told_stems
        weight = telling(shared) + _NAMED * len(named & names.inside_of(start, end))
        accused = _ACCUSED.search(told) is not None
        enough = _ACCUSED_ENOUGH if accused else _ENOUGH
        if len(shared) < _WORDS:
            enough = _NAMED_ENOUGH if shared & _DEEDS and weight > telling(shared) else float("inf")
        if weight < enough * whole:
            continue
        score = weight - abs(start - denial.start) / _NEAR
        if best is None or score > best[0]:
            best = score, (start, end)
    if best is None and _LINK.search(content):
        return _cause(text, sentences[low:place], denial, names)
    return None if best is None else best[1]


def _cause(text: str, before: Sequence[tuple[int, int]], denial: Denial, names: Names) -> tuple[int, int] | None:
    """The last sentence before that gives a cause and names who denies it."""
    for start, end in reversed(before):
        if (
            _CAUSE.search(text, start, end)
            and denial.denier & names.inside_of(start, end)
            and not CUE.search(text, start, end)
        ):
            return start, end
    return None


def _denies(told: str) -> bool:
    """Whether a sentence denies something itself; a "border dispute" does not."""
    return any(not cue[0].casefold().startswith("dispute") or cue[0][-1:] == "d" for cue in CUE.finditer(told))


def _accusation(
    text: str, sentences: Sequence[tuple[int, int]], place: int, denial: Denial, names: Names
) -> tuple[int, int] | None:
    for k in range(place - 1, max(-1, place - 1 - _BACK), -1):
        start, end = sentences[k]
        told = text[start:end]
        if _denies(told) or names.says(denial.denier, start, end):
            continue
        if _ACCUSED.search(told) and names.inside_of(*sentences[place]) & names.inside_of(start, end):
            return start, end
        accused, taken_up = _ACCUSED.search(told), _TAKEN_UP.search(text, denial.start, denial.end)
        nobody = accused is None or not names.inside_of(start, end)
        tells = TELLS.search(told) if taken_up is None else TELLS.search(told) or accused
        if k == place - 1 and (nobody or taken_up) and tells and not denial.denier & names.first_after(start, end):
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
