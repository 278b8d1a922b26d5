"""Two sides of whom each says that the other did it: who fired first, who broke the truce."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts_denials import conflict
from dateline.linking.conflicts_statements import Names
from dateline.model import Anchor, Citation, Conflict, Reading

_NEAR = 1500
"""Code points within which two accounts are of one deed."""

_EACH_OTHER_OF = re.compile(r"\W*(?:each other|one another|the other)\b", re.IGNORECASE)
_TURN = re.compile(r"\b(?:while|but|whereas|in turn|meanwhile|however)\b", re.IGNORECASE)
_BYSTANDERS = re.compile(
    r"\b(?:residents?|locals?|witness(?:es)?|observers?|monitors?|journalists?|reporters?|correspondents?|analysts?)\b",
    re.IGNORECASE,
)
_BESIDE = 150
_CLOSE = 500
_EACH_OTHER = re.compile(
    r"\b(?:accus\w+|blam\w+)\s+(?:each other|one another|the other)\b|\btrad(?:e|ed|es|ing)\s+(?:blame|accusations)\b"
    r"|\bmutual (?:accusations|recriminations)\b",
    re.IGNORECASE,
)
"""An article says so: all that the two tell of each other's deeds is then of one dispute."""

_FIRST = re.compile(
    r"\b(?:first|unprovoked|self[- ]defen[cs]e|in (?:response|retaliation)|respond\w*|retaliat\w*|return(?:ed|ing) fire|initiat\w+|started|"
    r"provok\w+|provocat\w+|status quo|(?:violat|breach|br[eo]k)\w*\s+(?:\w+\s+){0,4}?(?:truce|cease-?fire|agreement|armistice|border))\b",
    re.IGNORECASE,
)
"""What only one of the two can have done."""

_HOSTILE = re.compile(
    r"\b(?:open(?:ed|ing)? fire|fir(?:e|ed|ing)|shell\w*|attack\w*|incursion\w*|bombard\w*|assault\w*|violat\w+|breach\w*|provo\w+|"
    r"aggress\w+|transgress\w*|encroach\w*|status quo|invad\w+|invasion|intru\w+|raid\w*|strik\w+|struck|shot|shoot\w*|mortar\w*|ambush\w*|cross(?:ed|ing) the|subjected|(?:broke|breaks|broken|breaking) (?:the|a|an|its|their))\b",
    re.IGNORECASE,
)
_DEFENDS = re.compile(
    r"\b(?:self[- ]defen[cs]e|respond\w*|in response|retaliat\w*|return(?:ed|ing) fire)\b", re.IGNORECASE
)
_BY = re.compile(r"\bby\b")
_PER_ARTICLE = 60
"""Accounts of one article that are compared."""


@dataclass(frozen=True, slots=True)
class _Account:
    """What one side tells of another's deed.

    `sides`: whose side the teller is on; nobody's that is known where it is only his own name. `against`: whom he names beside
    these.
    `first`: it is a deed that only one of them can have done.
    """

    anchor: Anchor
    teller: str
    sides: frozenset[str]
    known: bool
    against: frozenset[str]
    doer: frozenset[str]
    first: bool


def find_blame(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """For each two sides of an article that tell one dispute against each other, the two accounts that stand closest.

    An account is what somebody tells of another's deed; two are of one dispute where the article says that they accuse each other,
    or one tells of what only one of them can have done first.
    """
    for reading in readings:
        accounts = list(_accounts(reading))[:_PER_ARTICLE]
        if len(accounts) < 2:
            continue
        mutual = _EACH_OTHER.search(reading.article.text) is not None
        pairs = [
            (other.anchor.start - one.anchor.start, one, other)
            for one, other in combinations(accounts, 2)
            if other.anchor.start - one.anchor.start <= _NEAR and (mutual or one.first or other.first)
        ]
        told: list[frozenset[str]] = []
        for _apart, one, other in sorted(
            pairs, key=lambda pair: (not (pair[1].first or pair[2].first), pair[0], pair[1].anchor)
        ):
            blamed = one.against | other.against
            between = reading.article.text[one.anchor.end : other.anchor.start]
            if _against_each_other(one, other, between, mutual=mutual) and not any(
                len(blamed & known) > 1 for known in told
            ):
                told.append(blamed)
                first, second = (Citation(reading.article.id, account.anchor) for account in (one, other))
                yield conflict(
                    "account", first, second, f"{one.teller} and {other.teller} each say that the other did it"
                )


def _against_each_other(one: _Account, other: _Account, between: str, *, mutual: bool) -> bool:
    """Whether each tells of the other's side; or one does, of whom it is not known whose side he is on, and both name one party.

    Where the article says that they accuse each other, it is enough that one of two who stand close names the other, or that
    the one account turns to the other ("..., while ...").
    """
    if one.sides & other.sides or one.doer & other.doer:
        return False
    there, back = bool(one.against & other.sides), bool(other.against & one.sides)
    if there and back:
        return True
    unknown = one if there else other
    turned = mutual and bool(one.doer and other.doer) and _TURN.search(between) is not None
    if turned and len(between) <= _BESIDE:
        return True
    if not (there or back) or unknown.known:
        return False
    close = mutual and bool(one.doer and other.doer) and other.anchor.start - one.anchor.start <= _CLOSE
    return close or bool(one.against & other.against)


def _accounts(reading: Reading) -> Iterator[_Account]:
    names = Names(reading, ("state", "organisation", "person", "group"))
    states = {(actor.side or actor.name).casefold() for actor in reading.actors if actor.kind == "state"}
    for said in reading.attributions:
        source = names.of(said.source) if said.source is not None and not said.denial else None
        words = " ".join(part.quote for part in said.content)
        if source is None or _HOSTILE.search(words) is None or _BYSTANDERS.fullmatch(source[0].split()[-1]):
            continue
        sides = frozenset({source[1], source[0].casefold()}) | names.inside(said.source_anchor)
        against = names.inside(said.content) - sides
        doer = next((who for part in said.content if (who := names.first_after(part.start, part.end))), frozenset())
        if _EACH_OTHER_OF.match(words):
            continue
        if against and (doer & against or _DEFENDS.search(words) or _BY.search(words)):
            yield _Account(
                anchor=said.content[0],
                teller=source[0],
                sides=sides,
                known=bool(sides & states),
                against=against,
                doer=doer & against,
                first=_FIRST.search(words) is not None,
            )
