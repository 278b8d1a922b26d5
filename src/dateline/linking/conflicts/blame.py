"""Two sides of whom each says that the other did it: who fired first, who broke the truce, who rammed whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.statements import Names
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
_FIRST = re.compile(
    r"\b(?:first|unprovoked|self[- ]defen[cs]e|in (?:response|retaliation)|respond\w*|retaliat\w*|return(?:ed|ing) fire|initiat\w+|started|"
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
    rf"(?<!-)\b(?:(?P<crossed>{_CROSSED})|(?P<attacked>{_ATTACKED})|(?P<rammed>{_RAMMED}))\b", re.IGNORECASE
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

_LEADING = re.compile(r"(?:(?:[Tt]he|[Aa]n?)\s+)?((?:[A-Z][\w-]+\s)*[A-Z][\w-]+[a-z])\s+[a-z]")
_STEM = 4
"""Letters that a state's name shares with its adjective."""

_PER_ARTICLE = 60
"""Accounts of one article that are compared."""


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


def find_blame(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """For each two sides of an article that tell one dispute against each other, the two accounts that stand closest.

    An account is what somebody tells of another's deed; two are of one dispute where the article says that they accuse each other,
    or one tells of what only one of them can have done first.
    """
    for reading in readings:
        text = reading.article.text
        accounts = list(_accounts(reading))[:_PER_ARTICLE]
        if len(accounts) < 2:
            continue
        mutual = _EACH_OTHER.search(text) is not None
        pairs = [
            (-one.first - other.first, other.anchor.start - one.anchor.start, one, other)
            for one, other in combinations(sorted(accounts, key=lambda account: account.anchor), 2)
            if 0 < other.anchor.start - one.anchor.start <= _NEAR
        ]
        told: list[frozenset[str]] = []
        for _firsts, _apart, one, other in sorted(pairs, key=lambda pair: (pair[:2], pair[2].anchor, pair[3].anchor)):
            parties = one.sides | other.sides | one.doer | other.doer
            between = text[one.anchor.end : other.anchor.start]
            if _against_each_other(one, other, between, mutual=mutual) and not any(len(parties & t) > 1 for t in told):
                told.append(parties)
                first, second = (Citation(reading.article.id, account.anchor) for account in (one, other))
                yield conflict(
                    "account", first, second, f"{one.teller} and {other.teller} each say that the other did it"
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


def _nations(reading: Reading) -> dict[str, str]:
    """The sides by the words that the article puts before what is theirs: of "Maltese troops" the first."""
    found: dict[str, str] = {}
    for actor in reading.actors:
        if actor.side is None:
            continue
        for mention in actor.mentions:
            lead = _LEADING.match(mention.quote)
            if lead and lead[1].casefold()[:_STEM] == actor.side.casefold()[:_STEM]:
                found.setdefault(lead[1], actor.side.casefold())
    return found


def _called(words: str, nations: dict[str, str]) -> list[str]:
    """The sides whose adjectives stand in the words, in their order."""
    at = ((words.find(f"{nation} "), side) for nation, side in nations.items())
    return [side for where, side in sorted(at) if where >= 0]


def _accounts(reading: Reading) -> Iterator[_Account]:
    names = Names(reading, ("state", "organisation", "person", "group"))
    states = {(actor.side or actor.name).casefold() for actor in reading.actors if actor.kind == "state"}
    nations = _nations(reading)
    for said in reading.attributions:
        source = names.of(said.source) if said.source is not None and not said.denial else None
        words = " ".join(part.quote for part in said.content)
        blames = any(_BLAMES.search(part.quote) for part in said.cue)
        if source is None or not (blames or _HOSTILE.search(words)) or _NO_SIDE.search(source[0]):
            continue
        sides = frozenset({source[1], source[0].casefold()}) | names.inside(said.source_anchor)
        called = _called(words, nations)
        against = frozenset(who for who in names.inside(said.content) - sides if not who[:1].isdigit())
        doer = next((who for part in said.content if (who := names.first_after(part.start, part.end))), frozenset())
        if called and not doer & states:
            doer = frozenset(called[:1])  # "a Maltese trawler", which is nobody of the cast
        against |= frozenset(called) - sides
        if len(against) > 1 and _DEFENDS.search(said.content[0].quote):
            doer = against - doer  # whom those who are told of defend themselves against
        own = (doer & sides or not against) and _OWN.match(words) is not None
        theirs = against and (doer & against or _DEFENDS.search(words) or _BY.search(words))
        if _OF_EACH_OTHER.match(words) or own or not (theirs or not doer & sides):
            continue
        yield _Account(
            anchor=said.content[0],
            teller=source[0],
            sides=sides,
            against=against,
            states=against & states,
            doer=doer & against,
            deeds=frozenset(match.lastgroup for match in _HOSTILE.finditer(words) if match.lastgroup),
            first=_FIRST.search(words) is not None,
            blames=blames,
        )
