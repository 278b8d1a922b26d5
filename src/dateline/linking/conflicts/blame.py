"""Two sides of whom each says that the other did it: who fired first, who broke the truce, who rammed whom."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.names import Names
from dateline.linking.order import within
from dateline.model import Anchor, Citation, Conflict, Reading

_NEAR = 1500
"""Code points within which two accounts are of one deed."""

_CLOSE = 500
"""Within which an account answers another without naming who told it."""

_BESIDE = 150
"""Between two accounts of one sentence or the next."""

_EACH_OTHER = re.compile(
    r"\b(?:accus\w+|blam\w+)\s+(?:each other|one another|the other)\b|\btrad(?:e|ed|es|ing)\s+(?:blame|accusations?)\b"
    r"|\bmutual (?:accusations|recriminations)\b",
    re.IGNORECASE,
)
"""An article says so: all that the two tell of each other's deeds is then of one dispute."""

_OF_EACH_OTHER = re.compile(r"\W*(?:each other|one another|the other)\b", re.IGNORECASE)
_ENDED = r"cancel(?:l?ed|ling)|call(?:ed|ing)? off|walk(?:ed|ing) out|br(?:oke|oken|eaking) off|scuttl\w+|derail\w+"
_FIRST = re.compile(
    rf"\b(?:{_ENDED}|first|unprovoked|self[- ]defen[cs]e|in (?:response|retaliation)|respond\w*|retaliat\w*|return(?:ed|ing) fire|initiat\w+|started|"
    r"provok\w+|provocations?|provocative[”'\"]* (?:attacks?|acts?|actions?|moves?)|status quo|(?:violat|breach|br[eo]k)\w*\s+(?:\w+\s+){0,4}?(?:truce|cease-?fire|agreement|armistice|border))\b",
    re.IGNORECASE,
)
"""What only one of the two can have done."""

_CROSSED = r"incursion\w*|violat\w+|breach\w*|transgress\w*|encroach\w*|status quo|invad\w+|invasion|intru\w+|cross(?:ed|ing) the"
_ATTACKED = (
    r"open(?:ed|ing)? fire|fir(?:e|ed|ing)|shell\w*|attack\w*|bombard\w*|assault\w*|provo\w+|aggress\w+|raid\w*|strik\w+|struck|shot|"
    r"shoot\w*|mortar\w*|ambush\w*|subjected|(?:broke|breaks|broken|breaking) (?:the|a|an|its|their)"
)
_RAMMED = r"ramm(?:ed|ing)|collid\w+|collision|crash|water cannons?|obstruct\w*|harass\w*"
_HOSTILE = re.compile(
    rf"(?<!-)\b(?:(?P<crossed>{_CROSSED})|(?P<attacked>{_ATTACKED})|(?P<rammed>{_RAMMED})|(?P<ended>{_ENDED}))\b",
    re.IGNORECASE,
)
"""Deeds that one side lays at another's door, by their kinds."""

_BLAMES = re.compile(r"\b(?:accus|blam)\w+", re.IGNORECASE)
_DEFENDS = re.compile(
    r"\b(?:self[- ]defen[cs]e|respond\w*|in response|retaliat\w*|return(?:ed|ing) fire)\b", re.IGNORECASE
)
_BY = re.compile(r"\bby\b")
_OWN = re.compile(r"\W*(?:it|its|we|our|i|he|she)\b", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?:while|but|whereas|in turn|meanwhile|however|for (?:its|their|his) part|in response|hit back|counter(?:ed|s))\b",
    re.IGNORECASE,
)
"""Between two accounts: the second answers the first."""

_QUOTES = ('"', "“", "‘")
_NO_SIDE = re.compile(
    r"^(?:both|the two|two)\b|\b(?:residents?|locals?|witness(?:es)?|eyewitness(?:es)?|observers?|monitors?|journalists?|reporters?|"
    r"correspondents?|analysts?)\Z",
    re.IGNORECASE,
)
"""Those who tell of it for neither side."""

_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{3,}")
_AND_THAT = re.compile(r",?\s+(?:and|but) that\b|;")
_STEM = 4
"""Letters that a state's name shares with its adjective."""

_PER_ARTICLE, _PER_STORY = 60, 120
"""Accounts of one article and of one story that are compared."""


@dataclass(frozen=True, slots=True)
class _Account:
    """What one side tells of another's deed.

    `sides`: whose side the teller is on, as far as it is known. `against`: whom he names beside these, `states`: such as are states;
    `doer`: the first of them. `deeds`: the kinds of what he tells. `first`: it is a deed that only one of them can have done.
    `blames`: it is put as a charge.
    """

    anchor: Anchor
    teller: str
    sides: frozenset[str]
    against: frozenset[str]
    states: frozenset[str]
    doer: frozenset[str]
    deeds: frozenset[str]
    first: bool
    blames: bool


def find_blame(readings: Sequence[Reading], story: Mapping[str, str] | None = None) -> Iterator[Conflict]:
    """For each two sides of an article that tell one dispute against each other, the two accounts that stand closest; then of two of a `story`.

    An account is what somebody tells of another's deed; two are of one dispute where the article says that they accuse each other,
    or one tells of what only one of them can have done first.
    """
    states: dict[str, frozenset[str]] = defaultdict(frozenset)
    for reading in readings:
        states[_place(reading, story)] |= _states(reading)
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    stories: dict[str, list[tuple[Reading, _Account]]] = defaultdict(list)
    for reading in readings:
        place = _place(reading, story)
        accounts = list(_accounts(reading, states[place]))[:_PER_ARTICLE]
        stories[place] += [(reading, account) for account in accounts]
        here: list[frozenset[str]] = []
        for one, other in _closest(reading, accounts):
            parties = _parties(one, other)
            if not any(len(parties & t) > 1 for t in here):
                here.append(parties)
                yield _conflict(reading, one, reading, other)
        told[place] += here
    for place, known in sorted(stories.items()):
        for (first, one), (second, other) in combinations(known[:_PER_STORY], 2):
            parties = _parties(one, other)
            if _across(first, one, second, other) and not any(len(parties & t) > 1 for t in told[place]):
                told[place].append(parties)
                yield _conflict(first, one, second, other)


def _place(reading: Reading, story: Mapping[str, str] | None) -> str:
    return (story or {}).get(reading.article.id, reading.article.id)


def _states(reading: Reading) -> frozenset[str]:
    return frozenset((actor.side or actor.name).casefold() for actor in reading.actors if actor.kind == "state")


def _parties(one: _Account, other: _Account) -> frozenset[str]:
    return one.sides | other.sides | one.doer | other.doer


def _conflict(first: Reading, one: _Account, second: Reading, other: _Account) -> Conflict:
    sides = Citation(first.article.id, one.anchor), Citation(second.article.id, other.anchor)
    return conflict("account", *sides, f"{one.teller} and {other.teller} each say that the other did it")


def _closest(reading: Reading, accounts: Sequence[_Account]) -> Iterator[tuple[_Account, _Account]]:
    """The pairs of accounts of an article that are told against each other, those first of which one alone can be true, then the closest."""
    if len(accounts) < 2:
        return
    text = reading.article.text
    mutual = _EACH_OTHER.search(text) is not None
    pairs = [
        (-one.first - other.first, other.anchor.start - one.anchor.start, one, other)
        for one, other in combinations(sorted(accounts, key=lambda account: account.anchor), 2)
        if 0 < other.anchor.start - one.anchor.start <= _NEAR
    ]
    for _firsts, _apart, one, other in sorted(pairs, key=lambda pair: (pair[:2], pair[2].anchor, pair[3].anchor)):
        if _against_each_other(one, other, text[one.anchor.end : other.anchor.start], mutual=mutual):
            yield one, other


def _across(first: Reading, one: _Account, second: Reading, other: _Account) -> bool:
    """Whether two articles of one day or the next have each side tell that the other did first what only one of them can have."""
    if first.article.id == second.article.id or one.sides & other.sides or one.doer & other.doer:
        return False
    if not within(1, first.article.published.interval, second.article.published.interval):
        return False
    return bool(
        one.doer & other.sides and other.doer & one.sides and (one.first or other.first) and one.deeds & other.deeds
    )


def _against_each_other(one: _Account, other: _Account, between: str, *, mutual: bool) -> bool:
    """Whether each tells of the other's side; or one does, and the other answers him without naming his side."""
    if one.sides & other.sides or one.doer & other.doer:
        return False
    there, back = bool(one.against & other.sides), bool(other.against & one.sides)
    disputed = mutual or one.first or other.first
    close = other.anchor.start - one.anchor.start <= _CLOSE
    turned = _TURN.search(between[-_BESIDE:]) is not None
    if there and back:
        return disputed or (close and (one.blames or other.blames or bool(one.deeds & other.deeds)))
    if not there and not back:
        return mutual and turned and bool(one.doer and other.doer) and len(between) <= _BESIDE
    named, answer = (one, other) if there else (other, one)
    if answer.states - named.against:
        return False  # he tells of a third state
    if disputed and answer.against & named.against:
        return True
    unnamed = turned and not answer.against and (mutual or answer.anchor.quote[:1] in _QUOTES)  # "They attacked us"
    return close and bool(named.doer) and (mutual or turned) and (bool(answer.doer) or unnamed)


def _called(words: str, sides: frozenset[str]) -> list[str]:
    """The sides that the words name, by name or adjective, in their order: of "Maltese troops" Malta."""
    begins = {side[:_STEM]: side for side in sorted(sides)}
    found = (begins.get(word[:_STEM].casefold()) for word in _CAPITAL.findall(words))
    return [side for side in found if side is not None]


def _accounts(reading: Reading, states: frozenset[str]) -> Iterator[_Account]:
    names = Names(reading, ("state", "organisation", "person", "group"))
    for said in reading.attributions:
        source = names.of(said.source) if said.source is not None and not said.denial else None
        if source is None or _NO_SIDE.search(source[0]):
            continue
        blames = any(_BLAMES.search(part.quote) for part in said.cue)
        sides = frozenset({source[1], source[0].casefold()}) | names.inside(said.source_anchor)
        for clause in _clauses(said.content):
            account = _account(clause, said.content[0], source[0], sides, names, states, blames=blames)
            if account is not None:
                yield account
                break


def _clauses(content: tuple[Anchor, ...]) -> Iterator[tuple[Anchor, ...]]:
    """What is said; then each of the things that are said one after the other: "... and that ..."."""
    yield content
    for part in content:
        at = 0
        for mark in (*_AND_THAT.finditer(part.quote), None):
            end = len(part.quote) if mark is None else mark.start()
            if (at or mark is not None) and part.quote[at:end].strip():
                yield (Anchor(part.start + at, part.start + end, part.quote[at:end]),)
            at = end if mark is None else mark.end()


def _account(
    content: tuple[Anchor, ...],
    cited: Anchor,
    teller: str,
    sides: frozenset[str],
    names: Names,
    states: frozenset[str],
    *,
    blames: bool,
) -> _Account | None:
    words = " ".join(part.quote for part in content)
    if not (blames or _HOSTILE.search(words)):
        return None
    called = _called(words, states)
    against = frozenset(who for who in names.inside(content) - sides if not who[:1].isdigit())
    doer = next((who for part in content if (who := names.first_after(part.start, part.end))), frozenset())
    if called and not doer & states:
        others = [side for side in called if side not in sides]
        doer = frozenset(
            (others if blames and others else called)[:1]
        )  # "a Maltese trawler", which is nobody of the cast
    against |= frozenset(called) - sides
    if len(against) > 1 and _DEFENDS.search(content[0].quote):
        doer = against - doer  # whom those who are told of defend themselves against
    own = (doer & sides or not against) and _OWN.match(words) is not None
    theirs = against and (doer & against or _DEFENDS.search(words) or _BY.search(words))
    if _OF_EACH_OTHER.match(words) or own or not (theirs or not doer & sides):
        return None
    return _Account(
        anchor=cited,
        teller=teller,
        sides=sides,
        against=against,
        states=against & states,
        doer=doer & against,
        deeds=frozenset(match.lastgroup for match in _HOSTILE.finditer(words) if match.lastgroup),
        first=_FIRST.search(words) is not None,
        blames=blames,
    )
