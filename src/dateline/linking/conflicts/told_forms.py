"""The forms in which a sentence denies something, around the word that says so.

What is denied may stand in the sentence itself ("..., which she denied", "..., but the ministry denied the report", "denied reports
that ..."), be told again ("denied that ..."), or only be pointed back at ("denied the charge").
"""

import re
from dataclasses import dataclass

from dateline.linking.conflicts.names import Names
from dateline.linking.conflicts.statements import content_stems, says_not

CLAIM = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|assertions?|suggestions?|insinuations?|speculation|reiterations?|"
    r"versions?|contentions?|insistence|accounts?)"
)
CUE = re.compile(
    rf"\b(?:den(?:y|ie[sd]|ying)|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|disput(?:e[sd]?|ing)"
    rf"|(?:reject|dismiss)(?:s|es|ed|ing)?(?=\s+(?:[\w’'“”\"-]+\s+){{0,4}}?{CLAIM}\b)|(?:reject|dismiss|denounc)(?:s|es|ed)(?=\s*(?:[.,;\n]|by\b|$)))\b",
    re.IGNORECASE,
)
CUE_PARTS = ("deny", "denie", "refut", "rebut", "disput", "reject", "dismiss", "denounc")
"""One of these is in every cue: a text that has none need not be searched."""

_WITHHELD = re.compile(
    r"\b(?:confirm\w*\s+(?:n?or)|yet to(?:\s+\w+){0,3}|(?:refus|declin|fail|unwilling|unable)\w*\s+to(?:\s+\w+){0,3})\s+\Z",
    re.IGNORECASE,
)
"""Who would not say denies nothing: "has yet to confirm or deny"."""

_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_POINTS = re.compile(
    rf"^\W*(?:(?:the|these|those|this|any|all|such|his|her|its|their|both|most of)\s+)*(?:[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?:{CLAIM}|wrongdoing|involvement|responsibility|guilt|knowledge)\b(?=\W*$|[,;]|\s+(?:as|from|by|made|against|levelled|at|on|during|late|early|last|earlier|later|this|yesterday|today|but|and)\b)"
    r"|(?:it|them|this|that)(?=\W*$|\s+(?:and|but)\b)"
    r"|(?:(?:on|at|in)\s+(?:\w+\s+){1,2})?that\s+(?:this|that|it)\s+(?:is|was|were|had been)\s+(?:the case|so|true)\b)",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    rf"^\W*(?:(?:on|at|in)\s+\w+(?:\s\w+)?\s+)?(?:(?:strongly|flatly|again|repeatedly)\s+)?(?:as\s+[“\"]?[\w-]+[”\"]?\s+)?"
    rf"(?:that\b|any\b|all\b|having\b|ever\b|\w+ing\b|(?:[\w’'-]+\s+){{0,4}}?(?:{CLAIM}|involvement|responsibility|role|"
    rf"wrongdoing|links?|knowledge|guilt|existence|plans?|ties)\b"
    rf"|(?:[\w’'-]+\s+){{1,8}}?(?:is|are|was|were|has|have|had|will|would|did|does)\b)",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,4}?(?:access|entry|permission|visas?|requests?|funding|bail|parole|citizenship|asylum|services?|"
    r"treatment|rights?|applications?|payments?|compensation|coverage|benefits?|licen[cs]es?|permits?|loans?|insurance|aid|food|passage|opportunity|chance|justice)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r";|,? (?:but|however|while|whereas|although|though)\b|,? and (?:said|says|called|insisted|added|accused|he|she|they)\b"
)
_PROVED = re.compile(
    r"\b(?:conclud|confirm|prov(?:ed|es)|evidence|show(?:ed|s|n)|found|admit|acknowledg)", re.IGNORECASE
)
_BETWEEN = 3
"""Words between who denies and the word that says so: "has repeatedly", "on Monday"."""

_RELATIVE = re.compile(
    rf",?\s*\b(?:which|that|something|(?:an?|the|those)\s+(?:\w+\s)?{CLAIM}(?:\s(?:which|that))?)\s+([^,;:]{{0,60}}?)\s*"
    r"(?:has |have |had )?(?:\w+ly )?\Z",
    re.IGNORECASE,
)
_RELATIVE_CLAIM = re.compile(
    rf",\s*(?:an?|the|those)\s+(?:\w+\s)?{CLAIM}(?:\s(?:which|that))?\s+([^,;:]{{0,60}}?)\s*(?:has |have |had )?(?:\w+ly )?\Z",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(rf"\s+(?:[\w’'“”\"-]+\s+){{0,4}}?{CLAIM}\b", re.IGNORECASE)
_TURNS_DOWN = ("reject", "dismiss", "denounc")
_CHARGE_BY = re.compile(
    rf",\s*((?:an?|the|those|these)\s+(?:\w+\s)?{CLAIM}\s+(?:(?:that|which)\s+(?:is|are|was|were|has been|have been)\s+)?(?:\w+ly\s+)?)\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+by\s+[^,;]*?(?=\s+(?:who|which|that)\b|[,;.]|$)")
_TURN = re.compile(r",?\s+(?:but|although|though|while|yet|and)\s+(?:that\s+)?")
TELLS = re.compile(
    r"\b(?:said|says|saying|say|told|claim(?:s|ed)?|report(?:s|ed)|assert(?:s|ed)?|announced?|insist(?:s|ed)?|accus\w+|alleg\w+|blam\w+|"
    r"statements?|assertions?|according to|estimat\w+)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"^\W*(?:on\s+\w+\s+)?(?:as\s+[“\"]?[\w-]+[”\"]?\s+)?((?:[\w’'-]+\s+){{0,5}}?{CLAIM}\b(?:\s+(?:by|from|in)\s+[^,;]{{1,80}}?)?"
    r"(?!\s+(?:which|who)\b)(?:\s+(?:(?:claiming|saying|suggesting|alleging)\s+)?that\b|(?=\s+(?:[\w’'-]+\s+){1,10}?(?:is|are|was|were|has|have|had|will|would|\w{2,}ed)\b)).+)",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(r",?\s+(?:but|although|though|while|yet)\s+|,\s+and\s+")
_ASIDE = re.compile(r",\s+(?:which|who|suggesting|saying|adding|calling|insisting|accusing|describing|arguing|and)\b")
_NOUN = re.compile(
    r"\b(?:of|the|an?|any|all|these|those|this|in|over|on|its|their|such|other|and|\w+(?:al|ial))\s+\Z", re.IGNORECASE
)
_NO_SUBJECT = re.compile(
    r"\b(?:would|will|could|can|may|did|does|is|are|was|were|to|of|on|in|for|with|about|over)\b", re.IGNORECASE
)
"""What stands between "which" and a word that is no denial of anybody: "which would add to disputes", "that did not touch on the dispute"."""

_OPENS_WITHIN = 12
"""Words that open a sentence before its denial and name the denier."""

_TELLING_AT_LEAST = 3
"""Telling words that a claim has at least."""


_FALSE = (
    r"(?:baseless|unfounded|groundless|false|fake|untrue|fabricat\w+|invented|invention|lies?|fiction|propaganda|nonsense|absurd|"
    r"without (?:any )?(?:foundation|basis|merit)|exaggerat\w+|inflated|conjecture|incorrect|inaccurate|wrong|not true|hoax|fraudulent|sham|fabrication|"
    r"never happened|did not happen|misleading|disinformation)"
)
BRANDED = re.compile(
    rf"\b(?:call|describ|label|brand|dismiss|reject|term|slam|denounc)(?:s|e|es|ed|led|med|ing|ling|ming)?\s+"
    rf"(?P<what>[^.;:\n]{{0,120}}?)\b(?:as\s+)?(?:[\w’'-]+\s+){{0,2}}?[“\"]?{_FALSE}\b",
    re.IGNORECASE,
)
"""Calling something false: "dismissed the reports as baseless", "which the army has described as fake"."""

_SO_CALLED = re.compile(
    rf"\b(?:that|the|this|those|these|such)\s+(?:figures?|tolls?|numbers?|{CLAIM})\s+(?:is|was|are|were|had been|has been|have been|(?P<proved>(?:proved|turned out)(?:\s+to\s+be)?))\s+"
    rf"(?:[\w’'“\"-]+\s+){{0,3}}?[“\"]?{_FALSE}\b",
    re.IGNORECASE,
)
_CONTENT_FALSE = re.compile(
    rf"(?:\b(?:that|the|this|those|these|such)\s+(?:[\w’'-]+\s+){{0,2}}?(?:news|{CLAIM})|\bsa(?:id|ys)\s+(?:that\s+)?(?:reports|claims|rumou?rs|allegations)|(?-i:\b(?:Reports|Claims|Rumours|Rumors|Allegations|News|Suggestions)))\s+(?P<content>(?:that|which|of|said|claiming|saying|alleging|circulat\w+)\b"
    rf"[^.;\n]{{15,240}}?)\s+(?P<answer>(?:is|was|are|were)\s+(?:[\w’'“\"-]+\s+){{0,2}}?[“\"]?{_FALSE}\b)",
    re.IGNORECASE,
)
_SAYS_FALSE = re.compile(
    rf"[,—–-]\s*(?P<whole>something\s+(?P<who>[^,;:]{{2,60}}?)\s+(?:says?|said|insists?|insisted|maintains?|maintained)\s+"
    rf"(?:(?:is|was|were)\s+)?{_FALSE})",
    re.IGNORECASE,
)
FALSE = re.compile(rf"\b{_FALSE}\b", re.IGNORECASE)
"""A word of calling something false."""

_IT = re.compile(
    rf"^\W*(?:it|them|this|that|(?:the|these|those|this|such|all|any|her|his|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?(?:figures?|tolls?|numbers?|statements?|{CLAIM}))?"
    rf"(?:\s+(?:against|by|from|of)\s+[^,]*)?\s*(?:as)?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """`[start, end)` is quoted; `content` is what is denied, empty where it is only pointed back at; `claim` is set where
    the sentence itself holds it. `reported` are the words of a report that is denied as such, and the words that deny it.
    """

    start: int
    end: int
    content: tuple[int, int] | None
    claim: tuple[int, int] | None
    denier: frozenset[str]
    reported: tuple[tuple[int, int], tuple[int, int]] | None = None


def denial_at(text: str, sentence: tuple[int, int], cue: re.Match[str], names: Names) -> Denial | None:
    """The denial that a word of denying (`CUE`) makes of its sentence; None where nothing is denied, or nobody named denies it."""
    start, end = sentence
    before, after = text[start : cue.start()], text[cue.end() : end]
    if (
        _WITHHELD.search(before)
        or says_not(" ".join(before.split()[-4:]))
        or (cue[0].casefold().startswith("disput") and _NOUN.search(before))
    ):
        return None  # "did not deny it", "the settlement of disputes"
    if charge := _CHARGE_BY.search(before):
        return _charge(text, start, cue, charge, names)
    if _PASSIVE.search(before):
        return _passive(text, sentence, cue, names)
    rest = after.strip(" .!?\"”’'")
    relative = _RELATIVE.search(before)
    if cue[0].casefold().startswith(_TURNS_DOWN) and not _FOLLOWED.match(after):
        relative = _RELATIVE_CLAIM.search(before)
        if relative is None:
            return None  # plans are rejected too
    if relative is not None and (not rest or _is_aside(rest)):
        told = (start, start + relative.start())
        if len(content_stems(text[slice(*told)])) < _TELLING_AT_LEAST or _NO_SUBJECT.search(relative[1]):
            return None
        denier = names.inside_of(start + relative.start(1), cue.start())
        opens = start + relative.start() + len(relative[0]) - len(relative[0].lstrip(" ,"))
        return Denial(opens, cue.end(), None, told, denier)
    stop = _ENDS.search(after)
    last = cue.end() + (stop.start() if stop else len(after.rstrip(' .!?"”’')))
    content = text[cue.end() : last]
    denier = _subject(text, start, cue, names)
    if _GRANTED.match(content) or not (denier or _somebody(before)):
        return None
    if points := _POINTS.match(content):
        if points[0].split()[-1:] == ["it"] and content[points.end() :].strip():
            last = cue.end() + points.end()  # "denied it and he appeared on television"
        if aside := _ASIDE.search(content):
            last = cue.end() + aside.start()  # "denied the claim, accusing them of ..."
        return _turned(text, start, cue, last, names) or Denial(cue.start(), last, None, None, denier)
    if not denier:
        reported = _reported(text, start, cue, last)
        return None if reported is None else Denial(*reported[1], None, reported[0], denier)
    if _CONTENT.match(content):
        proved = _PROVED.search(after, stop.end()) if stop else None
        somebody = proved and stop and after[stop.end() : proved.start()].strip(" ,")  # else the denier goes on
        turned = (cue.end() + stop.end(), start + len(text[start:end].rstrip(' .!?"”’'))) if somebody and stop else None
        return Denial(cue.start(), last, (cue.end(), last), turned, denier, _reported(text, start, cue, last))
    return None


def called_false(text: str, sentence: tuple[int, int], names: Names) -> Denial | None:
    """The denial that a sentence makes by calling a claim false; None where it makes none, or nobody named does."""
    start, end = sentence
    if says := _SAYS_FALSE.search(text, start, end):
        told = (start, says.start())
        if len(content_stems(text[slice(*told)])) >= _TELLING_AT_LEAST:
            return Denial(
                says.start("whole"), says.end(), None, told, names.inside_of(says.start("who"), says.end("who"))
            )
    if whole := _CONTENT_FALSE.search(text, start, end):
        denier = names.inside_of(whole.end(), end) or names.inside_of(start, whole.start())
        return Denial(whole.start("answer"), end, None, whole.span("content"), denier) if denier else None
    if so := _SO_CALLED.search(text, start, end):
        if turned := _turned(text, start, so, so.end(), names):
            return turned
        denier = names.inside_of(start, so.start())
        return Denial(start, so.end(), None, None, denier) if denier or so["proved"] else None
    branded = BRANDED.search(text, start, end)
    while branded and (inner := BRANDED.search(text, branded.start() + 1, branded.end())):
        branded = inner  # "rejected the report, calling it false"
    if branded is None or says_not(" ".join(text[start : branded.start()].split()[-3:])):
        return None
    before, what = text[start : branded.start()], branded["what"]
    relative = _RELATIVE.search(before)
    if relative is not None and not content_stems(what):
        told = (start, start + relative.start())
        denier = names.inside_of(start + relative.start(1), branded.start())
        if len(content_stems(text[slice(*told)])) < _TELLING_AT_LEAST or not denier:
            return None
        opens = start + relative.start() + len(relative[0]) - len(relative[0].lstrip(" ,"))
        return Denial(opens, branded.end(), None, told, denier)
    participle = re.match(r"\w+ing\b", branded[0]) is not None
    denier = names.first_after(start, branded.start()) if participle else _subject(text, start, branded, names)
    if not denier:
        return None
    if _IT.match(what):
        turned = _turned(text, start, branded, branded.end(), names)
        if turned is not None:
            return turned if turned.denier else None
        return Denial(branded.start(), branded.end(), None, None, denier)
    if re.search(rf"{CLAIM}\b", what, re.IGNORECASE) and len(content_stems(what)) >= _TELLING_AT_LEAST:
        as_ = re.search(r"\bas\s", text[branded.end("what") : branded.end()])
        ends = branded.end("what") + (as_.start() if as_ else 0)  # "described reports of a clash as false"
        content = (branded.start("what"), ends)
        return Denial(branded.start(), branded.end(), content, None, denier, (content, (ends, branded.end())))
    return None


def _somebody(before: str) -> bool:
    """Whether a word stands before the denial that is neither a pronoun nor a mere helper: "the rebels"."""
    return len(content_stems(before)) > 0


def _charge(text: str, start: int, cue: re.Match[str], charge: re.Match[str], names: Names) -> Denial | None:
    """Such as "..., a charge denied by the ministry"."""
    by = _BY.match(text, cue.end())
    told = (start, start + charge.start())
    if by is None or len(content_stems(text[slice(*told)])) < _TELLING_AT_LEAST:
        return None
    return Denial(start + charge.start(1), by.end(), None, told, names.inside_of(cue.end(), by.end()))


def _turned(text: str, start: int, cue: re.Match[str], last: int, names: Names) -> Denial | None:
    """Such as "the rebels said that ..., but the ministry denied the report"."""
    turns = list(_TURN.finditer(text, start, cue.start()))
    for turn in reversed(turns):
        denier = names.inside_of(turn.end(), cue.start())
        told = (start, turn.start())
        if not denier and not _somebody(text[turn.end() : cue.start()]):
            continue
        if (
            TELLS.search(text, *told) is None
            or len(content_stems(text[slice(*told)])) < _TELLING_AT_LEAST
            or denier & names.first_after(*told)
        ):
            return None
        return Denial(turn.end(), last, None, told, denier)
    return None


def _reported(text: str, start: int, cue: re.Match[str], last: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The report and the denial in "the ministry denied reports that ..."."""
    said = _REPORTED.match(text[cue.end() : last])
    if said is None or len(content_stems(said[1])) < _TELLING_AT_LEAST:
        return None
    opens = max((turn.end() for turn in _CLAUSE.finditer(text, start, cue.start())), default=start)
    if not 0 < len(text[opens : cue.start()].split()) <= _OPENS_WITHIN:
        opens = cue.start()
    aside = _ASIDE.search(said[1])
    ends = said.start(1) + (aside.start() if aside else len(said[1]))
    return (cue.end() + said.start(1), cue.end() + ends), (opens, cue.end())


def _subject(text: str, start: int, cue: re.Match[str], names: Names) -> frozenset[str]:
    """Who denies: whoever is named right before the word, else first in the sentence."""
    near = names.last_before(start, cue.start())
    end = names.end_of_last(start, cue.start())
    return near if len(text[end : cue.start()].split()) <= _BETWEEN else names.first_after(start, cue.start())


def _is_aside(rest: str) -> bool:
    return rest[:1] in (",", ";", "—", "–") or rest.split(maxsplit=1)[0] in ("and", "but")


def _passive(text: str, sentence: tuple[int, int], cue: re.Match[str], names: Names) -> Denial | None:
    """Such as "the charge was denied by her lawyer"; who is denied a visa denies nothing."""
    start, end = sentence
    subject = re.search(rf"\b{CLAIM}\b[^,;]{{0,80}}\Z", text[start : cue.start()], re.IGNORECASE)
    if subject is None:
        return None
    by = text.find(" by ", cue.end(), end)
    denier = names.inside_of(by, end) if by >= 0 else frozenset()
    about = (start + subject.start(), cue.start())
    content = about if len(content_stems(text[slice(*about)])) >= _TELLING_AT_LEAST else None
    return Denial(start, start + len(text[start:end].rstrip(' .!?"”’')), content, None, denier)
