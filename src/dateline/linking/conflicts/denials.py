"""A denial against the claim that it denies, and two sources of whom one says that it is so and the other that it is not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dateline.linking.conflicts.names import one_name
from dateline.linking.conflicts.statements import Statement, of_other_scenes, telling
from dateline.linking.order import within
from dateline.linking.words import contrasting
from dateline.model import Citation, Conflict, ConflictKind, content_id

_BLOCK_AT_MOST = 60
"""Statements that share one word and are compared; a word that more share does not block."""

_ARTICLE_AT_MOST = 1000
"""Statements of one article that a denial is compared with."""

_WORDS_ACROSS = 3
"""Words that two statements of different articles have to share."""

_DENIED = 0.4
"""Share of the weight of a denial's words that its claim has to have, within one article; more across articles."""

_TOLD = 0.6
"""Share of the weight of a denial's words, names apart, that what the paper itself tells has to have."""

_ACROSS = 0.55
_NO_CLAIM = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|refut(?:e[sd]?|ing)|too (?:early|soon))\b|^\W*if\b", re.IGNORECASE)
"""A denial is no claim, and a condition is none."""

_SUBJECT = re.compile(
    r"^\W*(?:that\b|(?:[\w’'-]+\s+){1,8}?(?:is|are|was|were|has|have|had|will|would|did|does)\b)", re.IGNORECASE
)
_NAMED = 2.0
"""How much a name tells that both statements have, beside what is said of it."""

_NEAR = 1500
"""Code points within which a refusal to confirm answers a claim."""

_ANSWER = 0.6
"""How close a denial is to the accusation that it answers, where it does not repeat its words."""

_DAYS_APART = 30
"""Days between the publication of a claim and of its denial in another article."""


def find_denials(known: Sequence[Statement]) -> Iterator[Conflict]:
    """The denials and opposed accounts among the statements; each denial with the claim that is closest to its words."""
    blocks = _Blocks(known)
    for denial in known:
        if not (denial.denies or denial.withholds):
            continue
        best: tuple[float, ConflictKind, Statement] | None = None
        for claim in blocks.candidates(denial):
            judged = _judge(claim, denial)
            if judged is None:
                continue
            ranked = (judged[0] + (1 if _same_article(claim, denial) else 0), judged[1], claim)
            if best is None or (-ranked[0], claim.order) < (-best[0], best[2].order):
                best = ranked
        if best is not None:
            yield _conflict(best[1], best[2], denial)


class _Blocks:
    """Which statements share a word: positions in the list of all, by word, and by article."""

    def __init__(self, known: Sequence[Statement]) -> None:
        self._known = known
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_article: dict[str, list[int]] = defaultdict(list)
        for place, statement in enumerate(known):
            self._by_article[statement.order[0]].append(place)
            for stemmed in statement.stems:
                self._by_word[stemmed].append(place)

    def candidates(self, denial: Statement) -> list[Statement]:
        """The statements of the denial's own article, and those of others that share several of its rarer words."""
        shared: Counter[int] = Counter()
        for stemmed in denial.stems:
            places = self._by_word[stemmed]
            if len(places) <= _BLOCK_AT_MOST:
                shared.update(places)
        found = {place for place, words in shared.items() if words >= _WORDS_ACROSS}
        found.update(self._by_article[denial.order[0]][:_ARTICLE_AT_MOST])
        return [self._known[place] for place in sorted(found)]


def _judge(claim: Statement, denial: Statement) -> tuple[float, ConflictKind] | None:
    """How close the claim is to what is denied, and what kind of conflict that makes; None where it is none."""
    if claim.denies or claim.withholds or claim.content == denial.content or _overlap(claim, denial):
        return None
    if _one_voice(claim, denial) or contrasting(claim.stems, denial.stems):
        return None
    shared = claim.stems & denial.stems
    same = _same_article(claim, denial)
    answered = same and denial.denies and claim.accuses and (shared or denial.points_back) and _answers(claim, denial)
    if not (answered or shared) or _NO_CLAIM.search(claim.citation.anchor.quote):
        return None
    if answered:
        return _ANSWER - abs(claim.content.start - denial.content.start) / 1e6, "denial"
    if not same and not (
        within(_DAYS_APART, claim.published, denial.published)
        and (_whole(denial) or _about_whoever_denies(claim, denial))
    ):
        return None
    if of_other_scenes(claim, denial):
        return None
    weight = telling(shared) + _NAMED * len(claim.named & denial.named)
    if denial.denies:
        if claim.source is None and telling(shared) < _TOLD * telling(denial.stems):
            return None  # the paper tells of much that only shares its topic with a denial
        close = weight / max(_weight(denial), 1.0)
        enough = close >= _DENIED and len(shared) >= 2 if same else close >= _ACROSS and len(shared) >= _WORDS_ACROSS
        return (close, "denial") if enough and claim.negated == denial.negated else None
    if denial.withholds:
        return _refused(claim, denial, shared) if same else None
    return None


def _one_voice(claim: Statement, denial: Statement) -> bool:
    """Whether both are told by one, or one of them speaks for the other."""
    if claim.source is None or denial.source is None:
        return False
    spoken_for = (claim.side, denial.source), (claim.source, denial.side)
    return one_name(claim.source, denial.source) or any(side is not None and side == who for side, who in spoken_for)


def _whole(denial: Statement) -> bool:
    """Whether what is denied is told with its subject; else it is about whoever denies it."""
    return not denial.denies or _SUBJECT.match(denial.content.quote) is not None


def _about_whoever_denies(claim: Statement, denial: Statement) -> bool:
    return bool(claim.named & {who.casefold() for who in (denial.side, denial.source) if who})


def _answers(claim: Statement, denial: Statement) -> bool:
    """Whether the denial follows on an accusation of those who deny."""
    apart = denial.content.start - claim.content.start
    ours = {denial.side, denial.source} - {None}
    return -_NEAR / 3 < apart < _NEAR and bool(claim.named & {o.casefold() for o in ours if o})


def _weight(statement: Statement) -> float:
    return telling(statement.stems) + _NAMED * len(statement.named)


def _refused(claim: Statement, denial: Statement, shared: frozenset[str]) -> tuple[float, ConflictKind] | None:
    """Refusing to confirm contradicts a claim of an agreement or the like that the same side is said to have made."""
    apart = abs(claim.content.start - denial.content.start)
    if apart > _NEAR or claim.negated or claim.source is None:
        return None
    if not (claim.stems - shared) & _MADE or not _about_denier(claim, denial):
        return None
    close = telling(shared) / max(telling(denial.stems), 1.0)
    return (close - apart / 1e6, "denial") if close >= _DENIED / 2 else None


_MADE = frozenset({"=agreement", "=ceasefire", "decision", "decid", "sign"})


def _about_denier(claim: Statement, denial: Statement) -> bool:
    """Whether the claim is made by or about those who refuse to confirm it, as far as it names anybody."""
    theirs = claim.named | ({claim.side} - {None})
    ours = denial.named | ({denial.side} - {None})
    return bool(theirs & ours) or not claim.named


def _same_article(a: Statement, b: Statement) -> bool:
    return a.citation.article == b.citation.article


def _overlap(a: Statement, b: Statement) -> bool:
    return _same_article(a, b) and a.content.start < b.content.end and b.content.start < a.content.end


def _conflict(kind: ConflictKind, claim: Statement, denial: Statement) -> Conflict:
    return conflict(kind, claim.citation, denial.citation, _note(claim, denial))


def _note(claim: Statement, denial: Statement) -> str:
    says = claim.source or "the article"
    denies = denial.source or "another source"
    verb = "denies it" if denial.denies else "does not confirm it" if denial.withholds else "says that it is not so"
    return f"{says} says it, {denies} {verb}"


def conflict(kind: ConflictKind, first: Citation, second: Citation, note: str) -> Conflict:
    """A conflict with an id of its kind and its two sides."""
    id_ = content_id(
        "conflict",
        kind,
        first.article,
        first.anchor.start,
        first.anchor.end,
        second.article,
        second.anchor.start,
        second.anchor.end,
    )
    return Conflict(id=id_, kind=kind, note=note, sides=(first, second))
