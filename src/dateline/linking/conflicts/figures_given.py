"""The figures of an article as far as two can contradict each other: who gives each, whom or what it counts, where, of when."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dateline.linking.conflicts.counted import is_of_people, unit_of
from dateline.linking.conflicts.figure import CROWD, Figure
from dateline.linking.conflicts.names import Names
from dateline.linking.conflicts.shares import Shares
from dateline.linking.conflicts.statements import content_stems, says_not
from dateline.linking.conflicts.tellers import Teller, one_teller, teller_in_words
from dateline.linking.conflicts.told_again import told_again
from dateline.model import Attribution, Citation, Quantity, Reading

_TOLL = re.compile(
    r"\b(?:toll|in all|altogether|so far|(?:in|during|since) the (?:start|beginning|conflict|war|uprising|unrest|crisis|fighting)"
    r"|estimat\w+)\b",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    r"\b(?:put|puts|estimate[sd]?|set)\s+(?:the|that|its|their)\s+(?:\w+\s+){0,7}?(?:at|to be)\s"
    r"|\bthe (?:true|real|actual|right|correct|exact) (?:number|figure|total|count|toll) (?:was|is|were)\s"
    r"|\b(?:gave|gives|given) the (?:number|figure|total|count|toll) as\s"
    r"|\borgani[sz]ers\s+(?:\w+\s+)?(?:said|say|claim(?:s|ed)?|estimated?|counted)\b",
    re.IGNORECASE,
)
"""Another's figure for what was counted before: "put the crowd at 300", "the true number was 500"."""

_IT_AT = re.compile(
    r"\bputs? (?:it|that|this|the (?:figure|number|total|toll|count)) at (?:\w+ ){0,2}\Z", re.IGNORECASE
)
_BACK = 240
"""Code points back to the figure that another is given for."""

_OWN = re.compile(
    r"\b(?:(?:its|their|our)\s+(?:own\s+)?(?:\w+\s+)?(?:casualties|dead|loss(?:es)?|citizens|nationals|soldiers|troops|servicemen|"
    r"civilians|people|forces|side|army)|of their own|(?:from|on|of) our side|of ours|(?:it|they) (?:had |have |has )?lost)\b",
    re.IGNORECASE,
)
"""In a figure's sentence: who gives it counts his own."""

_CONTRAST = re.compile(
    r"\b(?:but|however|only|whereas|while|although|instead|disput\w+|contradict\w*)\b", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:want\w*|seek\w*|sought|demand\w*|offer\w*|propos\w*|anticipat\w*|expect\w*|predict\w*|forecast\w*|hop(?:e|ed|es|ing)|could|would|should|will|plan(?:s|ned)?|need\w*|ask\w*|call(?:s|ed|ing) for)\b",
    re.IGNORECASE,
)
_FORETOLD = re.compile(
    r"\b(?:anticipat\w*|expect\w*|predict\w*|forecast\w*|hop(?:e|ed|es|ing)|could|will|plan(?:s|ned)?)\b", re.IGNORECASE
)
_SOUGHT = re.compile(
    r"\b(?:want\w*|seek\w*|sought|demand\w*|offer\w*|propos\w*|request\w*|ask(?:s|ed|ing) for|call(?:s|ed|ing) for)\b",
    re.IGNORECASE,
)
"""What one would have and the other would give are no two accounts."""

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_LEAD = 100
"""Code points between a source and its cue in which it may give a figure."""

_PART = re.compile(
    r"\b(?:including|among|another|others?|additional|further|of (?:them|whom|which|the|those)|at least one|each)\b",
    re.IGNORECASE,
)
"""Before a figure: it is of a part of those who are counted, or of some beside them."""

_INCLUDING = re.compile(r"\bincluding\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|others?|more(?! than)|additional|further|each|per)\b", re.IGNORECASE)
"""In a figure or right behind it: likewise."""

_WIDER = re.compile(r"\W{0,3}were of\b|\W{0,3}(?:\w+ ){0,2}including (?:all|the|those)\b", re.IGNORECASE)
"""Behind a figure: it counts others too, and does not say who is among them ("including two boys"), or some only."""

_NO = re.compile(r"\b(?:no|not)\s+\Z", re.IGNORECASE)
"""Before a figure: "no one" is none."""

_FLOOR = re.compile(
    r"\b(?:in|at|to|from|by)\s+(?:one|a|another|(?:the|its|their|his|her)\s+(?:\w+\s+){0,2}?(?=hospital|morgue|mortuary|clinic))\s*(?:\w+\s+){0,2}?(?:hospitals?|morgues?|mortuary|clinics?)\b"
    r"|\b(?:had |have )?(?:seen|saw|received|treated|treating|counted|witness(?:ed|ing)|recovered|collected|found|identified|confirmed)\s+(?:the (?:bodies|corpses) of\s+)?\Z",
    re.IGNORECASE,
)
"""Around a figure: who gives it counts what he has seen, and there may be more."""

_BESIDE, _BEHIND = 40, 8
"""Code points before and behind a figure in which these are looked for."""

_OTHER_TIME = re.compile(
    r"\b(?:previous(?:ly)?|(?<!said )earlier|up from|down from|compared|since|new|average|daily(?! (?-i:[A-Z]))|rose|risen|increased?|(?:fell|fallen) (?:to|by|from)|total of|"
    r"first|second|third|last (?:week|month|year)(?!['’]s| of)|yesterday|overnight|countries|worldwide|globally|nationwide)\b",
    re.IGNORECASE,
)
"""In a figure's sentence: it is of another time, or of a sum over time or many lands."""

_OF_CROWDS = re.compile(r"\b(?:total of|nationwide|new|since|first|second|third)\b", re.IGNORECASE)
"""Which of these a crowd may have in its clause: a march is counted across a land, and may be the third."""

_CLAUSES = re.compile(r"[,;:–—]|\s-\s")
_OPENING = 20
"""Code points of a sentence's head that hold for all its clauses: "Earlier, ..."."""

_TURN = re.compile(r"\b(?:another|a (?:second|third|separate|different)|separately|elsewhere)\b", re.IGNORECASE)
"""Where an article turns to another deed of the kind."""

_NOT = re.compile(r"(?: \w+){0,6},? (?:but |and )?not (?:the )?", re.IGNORECASE)
"""Between two figures of one sentence: "five civilians were killed, but not up to 90"."""

_MARCHED = re.compile(
    r"\b(?:march|rall(?:y|ies|ied)|protest|demonstrat|attend|turn(?:ed|ing)? out|turnout|crowd|vigil|gathering|procession|"
    r"(?:took|taken|take|taking) part|were present|(?:took|taken|take|taking) to the streets|participat)",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:on strike|strik(?:e|es|ers?|ing)\b|walk(?:ed|ing)? out|walk-?outs?|down(?:ed|ing)? tools|stayed away|stoppage|industrial action)",
    re.IGNORECASE,
)
"""What tells in a figure's sentence that it is of a crowd, or of those who stopped work."""

_JOINED = re.compile(
    r"\b(?:join(?:ed|ing)?|support(?:ed|ing)?|took part|taking part|observ(?:ed|ing)|(?:were|are|was|is)\s+on|heed(?:ed|ing))\b[^.;]{0,40}\b(?:strike|walk-?out|stoppage)"
    r"|\bstayed away\b|\bwalked out\b|\bdowned tools\b|\bstopped work\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:(?P<over>across|throughout|around)|in|at|through|near|streets of)\s+(?:the\s+)?(?:[\w’'-]+\s+)?(?P<place>capital|city|country|nation|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
_ALL_OVER = frozenset({"country", "nation"})
_REACH = 60
"""Code points behind a figure in which its place is named."""


def figures(reading: Reading) -> list[Figure]:
    """The figures of an article in the order of its text."""
    return _with_local(list(_figures(reading)))


def _figures(reading: Reading) -> Iterator[Figure]:
    quoted = sorted(
        ((*span, said) for said in reading.attributions for span in _told(said)), key=lambda told: (told[0], -told[1])
    )
    places = sorted((p.anchor.start, p.name) for p in reading.places)
    text = reading.article.text
    names, shares = Names(reading), Shares(reading)
    lands = {(actor.side or actor.name).casefold() for actor in reading.actors}
    states = frozenset(actor.name.casefold() for actor in reading.actors if actor.kind == "state")
    turns = [turn.start() for turn in _TURN.finditer(text)]
    before, unit = 0, ""
    told = sorted(reading.quantities, key=lambda q: q.anchor)
    ordered = sorted([*told, *told_again(text, told)], key=lambda q: q.anchor)
    for number, quantity in enumerate(ordered):
        at, behind = quantity.anchor.start, quantity.anchor.end
        said = _innermost(quoted, at)
        start, end = _sentence(text, quantity)
        sentence = text[start:end]
        following = ordered[number + 1].anchor.start if number + 1 < len(ordered) else len(text)
        where = _where(text[behind : min(end, following, behind + _REACH)], lands)
        crowd = _crowd(quantity, sentence)
        part = _PART.search(text, max(start, at - _BESIDE), at) or _MORE.search(text, at, behind + _BEHIND)
        if part and crowd and where and _INCLUDING.fullmatch(part[0]):
            part = None  # "including 80,000 in the capital": the capital's
        part = part or _WIDER.match(text, behind) or _NO.search(text, start, at)
        if not (
            unit and at - before <= _BACK and _IT_AT.search(text, start, at)
        ):  # "the observers put it at 25 percent"
            unit = CROWD if crowd else shares.of(quantity, (start, end), following) or ""
            unit = unit or _share_of_strikers(quantity, sentence) or unit_of(quantity)
        yield Figure(
            quantity=quantity,
            unit=unit,
            citation=Citation(reading.article.id, quantity.anchor),
            source=_source(said),
            teller=None
            if says_not(text[start:at])
            and not _RESTATED.search(sentence)
            and not crowd
            and (said is None or said.denial)
            else _teller(names, states, said, teller_in_words(text, start, at, behind, end)),
            around=frozenset(s for s in content_stems(f"{sentence} {quantity.of or ''}") if not s[0].isdigit()),
            places=_narrowest(frozenset(_between(places, start, end)), states),
            where=where,
            crowd=crowd,
            partial=part is not None or _is_of_another_time(sentence, at - start, behind - start, crowd=bool(crowd)),
            toll=unit_of(quantity) == "=dead" and _TOLL.search(sentence) is not None,
            own=_OWN.search(sentence) is not None,
            contrast=_CONTRAST.search(sentence) is not None,
            wished=_is_wished(sentence, at - start, behind - start, crowd=bool(crowd)),
            weekdays=frozenset(day.casefold() for day in _WEEKDAY.findall(sentence)),
            restates=_RESTATED.search(sentence) is not None,
            stead=before < at and _NOT.fullmatch(text, before, at) is not None,
            sentence=start,
            scene=bisect_left(turns, at),
            sought=_SOUGHT.search(sentence) is not None,
            floor=_FLOOR.search(text, start, at) is not None
            or _FLOOR.search(text, behind, min(end, behind + _REACH)) is not None,
            published=reading.article.published.interval,
        )
        before = behind


def _narrowest(places: frozenset[str], states: frozenset[str]) -> frozenset[str]:
    """The places without the lands they lie in, where others are named."""
    return frozenset(place for place in places if place.casefold() not in states) or places


def _told(said: Attribution) -> Iterator[tuple[int, int]]:
    """What is said, and what stands between who says it and the word for saying: "officials gave tolls of 22 to 32, and said"."""
    yield from ((a.start, a.end) for a in said.content)
    for who, cue in zip(said.source_anchor[:1], said.cue, strict=False):
        if 0 < cue.start - who.end < _LEAD:
            yield who.end, cue.start


def _innermost(quoted: Sequence[tuple[int, int, Attribution]], at: int) -> Attribution | None:
    """Whose words the offset stands in: of those who are quoted with it, in the order of their beginnings, the last."""
    last = bisect_left(quoted, at + 1, key=lambda span: span[0])
    return next((said for _start, end, said in reversed(quoted[max(0, last - _NESTED) : last]) if at < end), None)


_NESTED = 20
"""Stretches of speech that are looked back over."""


def _source(said: Attribution | None) -> str | None:
    """Who gives the figures of what is said; whose they are that somebody denies is not told."""
    if said is None:
        return None
    return said.id if said.denial or said.source is None else said.source


def _teller(names: Names, states: frozenset[str], said: Attribution | None, written: str | None) -> Teller | None:
    quoted = None if said is None or said.denial or said.source is None else names.of(said.source)
    whole = None if quoted is None else Teller(*quoted, quoted[1] in states)
    if written is None or (whole is not None and one_teller(Teller(written), whole)):
        return whole
    name, side = names.called(written) or (written, None)
    return Teller(name, side, side is not None and side in states)


def _crowd(quantity: Quantity, sentence: str) -> frozenset[str]:
    """Of what kind of crowd a figure is: of marchers, of strikers; of none."""
    if not is_of_people(quantity):
        return frozenset()
    kinds = {kind for kind, told in (("march", _MARCHED), ("strike", _STRUCK)) if told.search(sentence)}
    return frozenset(kinds)


def _share_of_strikers(quantity: Quantity, sentence: str) -> str | None:
    """The unit of a percentage of those who might have struck; None for any other figure."""
    return "=share on strike" if quantity.unit == "percent" and _JOINED.search(sentence) else None


def _where(behind: str, lands: Collection[str]) -> str:
    """The place that the words behind a figure name; "*" for a whole land; nothing where they name none."""
    clause = _CLAUSES.split(behind, maxsplit=1)[0]
    found = _WHERE.search(clause)
    if found is None:
        return ""
    whole = found["over"] or found["place"] in _ALL_OVER or found["place"].casefold() in lands
    return "*" if whole else found["place"]


def _is_of_another_time(sentence: str, at: int, behind: int, *, crowd: bool) -> bool:
    """Whether the sentence (of a crowd: the clause, and how the sentence opens) tells of another time than now."""
    if not crowd:
        return _OTHER_TIME.search(sentence) is not None
    clause = f"{sentence[:_OPENING]} {_clause(sentence, at, behind)}"
    return any(not _OF_CROWDS.fullmatch(m[0]) for m in _OTHER_TIME.finditer(clause))


def _is_wished(sentence: str, at: int, behind: int, *, crowd: bool) -> bool:
    """Whether a figure is of what is wanted or to come, and not of what is."""
    if crowd:
        return _FORETOLD.search(_clause(sentence, at, behind)) is not None
    return _WISHED.search(sentence) is not None


def _clause(sentence: str, at: int, behind: int) -> str:
    """The words around a figure between the marks that part clauses."""
    first = max((m.end() for m in _CLAUSES.finditer(sentence, 0, at)), default=0)
    last = next((m.start() for m in _CLAUSES.finditer(sentence, behind)), len(sentence))
    return sentence[first:last]


def _with_local(found: list[Figure]) -> list[Figure]:
    """The figures, those of a crowd in one place marked whose teller counts it elsewhere too."""
    crowds = [f for f in found if f.crowd and f.teller is not None]
    return [
        replace(f, local=True)
        if f.where not in ("", "*") and any(o.where in ("", "*") and not o.partial and _one(o, f) for o in crowds)
        else f
        for f in found
    ]


def _one(a: Figure, b: Figure) -> bool:
    return a.teller is not None and b.teller is not None and one_teller(a.teller, b.teller)


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """The sentence of the figure, as far as its line and full stops tell."""
    anchor = quantity.anchor
    start = max(text.rfind("\n", 0, anchor.start), text.rfind(". ", 0, anchor.start), anchor.start - 300) + 1
    ends = [k for k in (text.find("\n", anchor.end), text.find(". ", anchor.end)) if k >= 0]
    return max(start, 0), min([*ends, anchor.end + 300, len(text)])


def _between(places: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    """The places that are named within `text[start:end]`."""
    found = []
    for at, name in places[bisect_left(places, (start, "")) :]:
        if at >= end:
            break
        found.append(name)
    return found
