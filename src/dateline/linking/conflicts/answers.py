"""What one says is so and another says is not so, in few or other words, in one article or in two of one story.

The clause that says no is compared with the claim, and not the whole of either: "no ransom had been paid" answers "the government had paid
five million euros for the release of the engineers". So are answers that only point back: "no such agreement", "this is not true".
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.linking.conflicts.counted import people_words
from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.names import one_name
from dateline.linking.conflicts.negated import (
    Negated,
    denied_clause,
    doers,
    head_stems,
    negated_clauses,
    own_deeds,
    spoken_stems,
    stated,
)
from dateline.linking.conflicts.statements import Statement, content_stems, of_other_scenes, telling, two_voices
from dateline.linking.order import within
from dateline.linking.words import contrasting
from dateline.model import Conflict, ConflictKind

_NEAR = 600
"""Code points between a claim and its answer in one article."""

_LONG = 2000
"""How long a statement is at most that is looked back over."""

_NEXT = 300
"""Within which an answer that only points back stands, and one that shares a single word."""

_COVERED = 0.5
"""Share of the weight of the words of a clause that says no which its claim has to have."""

_BESIDE = 0.3
"""The same of a claim right before or behind it."""

_DENIED = 0.45
"""The same where it is said to be denied."""

_ACROSS = 0.6
"""The same in another article of the story."""

_DAYS_APART = 10
"""Days between the publication of a claim and of its answer."""

_NAMED = 2.0
"""How much a name tells that both have, beside what is said of it."""

_HEAD = 4.0
"""How much the word that is denied tells."""

_BLOCK_AT_MOST = 60
_STEM = 4
"""Letters that a state's name shares with its adjective."""

_SUCH = re.compile(
    r"\b(?:no|any|never any|not any) such\s+(?P<thing>[\w-]+)"
    r"|\b(?:(?:not|un)\s?aware of|no knowledge of|knew (?:of no|nothing (?:of|about))|knows (?:of no|nothing (?:of|about))|not know (?:of|about))\s+"
    r"(?:(?:any|the|such|a)\s+){0,2}(?P<matter>(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s+(?:in|on|at|with|between|by|of|to|for|from|about)\b|\W*$|\s*[,;.])",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"^\W*(?:but |no, )?(?:all )?(?:this|that|it|these|those)\s?(?:(?:is|was|are|were)|['’]s)\s+(?:\w+\s+){0,2}?"
    r"(?:not (?:true|correct|the case|so|accurate|what happened)|untrue|false|lies|a lie|incorrect|invented|a fabrication)\b"
    r"|^\W*(?:but |no, )?(?:all )?the (?:claims?|reports?|allegations?|accusations?|story|stories|news|statements?|information|charges?|figures?|"
    r"version|account|rumou?rs?)\s(?:is|was|are|were)\s+(?:\w+\s+){0,2}?(?:not (?:true|correct|accurate)|untrue|false|lies|a lie|wrong|incorrect|"
    r"nonsense|fiction|rubbish|invented|propaganda|baseless|unfounded|groundless|fabricat\w+|a fabrication|absurd)\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:(?:had|has|have) nothing to do with|(?:was|were|is|are) not behind|(?:played|took|had|has|have) no (?:part|role|hand|involvement) in)\s+(?P<what>[^,;.]+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:behind|carried out|responsib\w+|accus\w+|blam\w+|planned|ordered|sponsored|backed|staged|organi[sz]ed|involved)\b",
    re.IGNORECASE,
)
_NEVER_SAID = re.compile(
    r"\b(?:never|not)\s+(?:said|say|made|told)\s+(?:that|so|this|anything of the (?:kind|sort)|any such)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\W*(?:nobody|no[ -]one)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:other|others|another|second|third)\b", re.IGNORECASE)
_TOGETHER = frozenset({"=agreement", "=talks", "=meeting", "contact"})
"""What two do with one another."""

_EMPTY = frozenset({"the", "a", "an", "any", "of", "and", "new", "some"})
_THING = frozenset({"thing", "things", "statement", "remark", "claim", "reports", "report", "comment", "matter"})
_OPINION = re.compile(
    r"^\W*(?:that\s+)?(?:i|we|they|he|she|you|it)\s+(?:also\s+)?(?:thinks?|thought|believe[sd]?|hope[sd]?|want(?:s|ed)?|feels?|felt|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(r"\b(?:should|must|ought|needs? to|has to|have to|let us|let's)\b", re.IGNORECASE)


def find_answers(known: Sequence[Statement], story: Mapping[str, str]) -> Iterator[Conflict]:
    """For each statement that says that something is not so the claim that says it is, where there is one.

    In other articles a claim is looked for within the same `story`, and not in later ones: what was not so may be so since.
    """
    by_article: dict[str, list[Statement]] = defaultdict(list)
    by_story: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in known:
        if one.source is None or not one.told:
            continue
        by_article[one.order[0]].append(one)
        if one.order[0] in story:
            for stem in spoken_stems(one.words):
                by_story[story[one.order[0]], stem].append(one)
    for told in by_article.values():
        told.sort(key=lambda one: one.content)
    for denial in known:
        if denial.source is None:
            continue
        near = _near(denial, by_article.get(denial.order[0], ()))
        best = (
            _pointed_back(denial, near)
            or _unsaid(denial, by_article.get(denial.order[0], ()))
            or _best(denial, near, by_story, story)
        )
        if best is not None:
            verb = "denies it" if denial.denies else "says that it is not so"
            kind: ConflictKind = "denial" if denial.denies else "account"
            yield conflict(kind, best.citation, denial.citation, f"{best.source} says it, {denial.source} {verb}")


def _near(denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Of the statements of its article, in their order, those around a denial that somebody else makes."""
    first = bisect_left(told, denial.content.start - _NEAR - _LONG, key=lambda one: one.content.start)
    last = bisect_left(told, denial.content.end + _NEAR, key=lambda one: one.content.start)
    window = told[first : min(last, first + _BLOCK_AT_MOST)]
    return [
        one for one in window if _gap(one, denial) <= _NEAR and two_voices(one, denial) and not _overlap(one, denial)
    ]


def _gap(a: Statement, b: Statement) -> int:
    first, second = sorted((a.content, b.content))
    return max(0, second.start - first.end)


def _overlap(a: Statement, b: Statement) -> bool:
    return a.content.start < b.content.end and b.content.start < a.content.end


def _pointed_back(denial: Statement, near: Sequence[Statement]) -> Statement | None:
    """The claim that an answer points back at without telling it."""
    words = denial.words
    before = [one for one in near if one.content.start < denial.content.start and _gap(one, denial) <= _NEXT]
    before = [
        one
        for one in before
        if not (one.negated or one.denies or _OPINION.match(one.words) or _OFFER.search(one.words))
    ]
    for found in _SUCH.finditer(words):
        thing = (found["thing"] or found["matter"]).casefold()
        heads = head_stems(thing.split()[-1])
        claims = [one for one in before if stated(one.words, heads, later=False) is not None]
        if found["matter"] and thing in _THING:
            continue  # who knows nothing of a report does not say that it is wrong
        if not claims and thing in _THING:
            claims = before
        if claims:
            return max(claims, key=lambda one: one.order)
    if before and _FALSE.match(words):
        return max(before, key=lambda one: one.order)
    if no_part := _NO_PART.search(words):
        heads = content_stems(no_part["what"])
        blamed = [
            one for one in before if (one.accuses or _BEHIND.search(one.words)) and heads & spoken_stems(one.words)
        ]
        return max(blamed, key=lambda one: one.order) if blamed else None
    return None


def _unsaid(denial: Statement, told: Sequence[Statement]) -> Statement | None:
    """What somebody is told to have said and says that he never said."""
    if _NEVER_SAID.search(denial.words) is None or denial.source is None:
        return None
    last = bisect_left(told, denial.content.start, key=lambda one: one.content.start)
    for one in reversed(told[max(0, last - 3) : last]):
        if (
            one.source is not None
            and one_name(one.source, denial.source)
            and _gap(one, denial) <= _NEXT
            and not one.negated
        ):
            return one
    return None


def _best(
    denial: Statement,
    near: Sequence[Statement],
    by_story: Mapping[tuple[str, str], Sequence[Statement]],
    story: Mapping[str, str],
) -> Statement | None:
    best: tuple[float, tuple[str, int], Statement] | None = None
    for negated in _clauses(denial):
        judged = [(_close(claim, denial, negated), claim) for claim in near]
        elsewhere = _elsewhere(denial, negated, by_story, story) if all(close is None for close, _ in judged) else ()
        judged += [(_close_across(claim, denial, negated), claim) for claim in elsewhere]
        for close, claim in judged:
            if close is not None and (best is None or (-close, claim.order) < best[:2]):
                best = -close, claim.order, claim
    return None if best is None else best[2]


def _clauses(denial: Statement) -> Iterator[Negated]:
    if denial.denies:
        if not denial.negated:
            yield denied_clause(denial.words)
        return
    if denial.negated and denial.told:
        yield from negated_clauses(denial.words)


def _elsewhere(
    denial: Statement,
    negated: Negated,
    by_story: Mapping[tuple[str, str], Sequence[Statement]],
    story: Mapping[str, str],
) -> list[Statement]:
    """What other articles of the story state that holds what is denied, told before it or on its day."""
    article = denial.order[0]
    if article not in story or negated.pending:
        return []
    blocks = (by_story.get((story[article], head), ()) for head in sorted(negated.heads))
    found = {one.order: one for block in blocks if len(block) <= _BLOCK_AT_MOST for one in block}
    return [
        one
        for _order, one in sorted(found.items())
        if one.order[0] != article
        and within(_DAYS_APART, one.published, denial.published)
        and not _is_later(one, denial)
        and two_voices(one, denial)
    ]


def _is_later(claim: Statement, denial: Statement) -> bool:
    told, denied = claim.published.start, denial.published.end
    return told is None or denied is None or told > denied


def _states(claim: Statement, denial: Statement, negated: Negated) -> bool:
    """Whether the claim states what the clause denies, of the same people as far as both name any."""
    if negated.thing in people_words() and not content_stems(negated.thing) & content_stems(claim.words):
        return False  # no soldiers were killed, and 12 civilians were
    if claim.denies or claim.withholds or contrasting(claim.stems, denial.stems):
        return False
    if of_other_scenes(claim, denial) or _OFFER.search(claim.words) or _OPINION.match(claim.words):
        return False
    before = stated(claim.words, negated.heads, later=negated.later)
    about = negated.clause if negated.before.strip() else denial.words
    if before is None or _ANOTHER.search(before) or _ANOTHER.search(about) or not _of_one(claim, denial):
        return False
    if own_deeds(negated, before) and not negated.heads & _TOGETHER:
        return False
    who = doers(negated)
    return not who or not who.isdisjoint(spoken_stems(claim.words)) or bool(claim.named & denial.named)


def _close(claim: Statement, denial: Statement, negated: Negated) -> float | None:
    """How much of the clause that says no the claim tells, in one article; None where that is not enough."""
    if not _states(claim, denial, negated) or (negated.pending and claim.content.start > denial.content.start):
        return None
    shared, close = _told_of(negated, claim)
    in_order = claim.content.start < denial.content.start or not negated.before.strip()
    beside = _gap(claim, denial) <= _NEXT and (in_order or _names(claim, denial.source))
    if not (beside or shared):
        return None
    if denial.denies:
        if claim.negated:
            return None  # he denies it in other words
        enough = _DENIED if beside else _ACROSS
        return close - _gap(claim, denial) / 1e5 if close >= enough else None
    nobody = _NOBODY.match(negated.clause) is not None
    enough = _ACROSS if nobody else _BESIDE if beside else _COVERED
    return close - _gap(claim, denial) / 1e5 if close >= enough else None


def _close_across(claim: Statement, denial: Statement, negated: Negated) -> float | None:
    """The same of a claim in another article, which shares names or more words."""
    if not _states(claim, denial, negated):
        return None
    shared, close = _told_of(negated, claim)
    named = claim.named & (denial.named | ({denial.side} - {None}))
    return close if close >= _ACROSS and len(shared) + len(named) >= (2 if denial.denies else 1) else None


def _of_one(claim: Statement, denial: Statement) -> bool:
    """Whether both are of the same people, as far as both name any; a state is named by its adjective too."""
    theirs, ours = claim.named, denial.named
    if not theirs or not ours or theirs & ours:
        return True
    if _words(theirs) & _words(ours):
        return True
    about = {name for name in (denial.side, (denial.source or "").casefold()) if name}
    return bool(about & theirs) or _speaks_of(claim, ours | about) or _speaks_of(denial, theirs)


def _told_of(negated: Negated, claim: Statement) -> tuple[frozenset[str], float]:
    """The words of a clause, beside the one that is denied, that a claim which states that one has too; and what share of its weight they make."""
    shared = negated.stems & spoken_stems(claim.words)
    return shared, (_HEAD + _weight(shared)) / (_HEAD + _weight(negated.stems))


def _names(claim: Statement, source: str | None) -> bool:
    """Whether the claim tells of whoever denies it."""
    return source is not None and not content_stems(source).isdisjoint(content_stems(claim.words))


def _weight(stems: frozenset[str]) -> float:
    """How much words tell; one that tells nothing by itself ("signed") tells something beside another."""
    return telling(stems) + len(stems)


def _words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split() if word not in _EMPTY)


def _speaks_of(statement: Statement, names: frozenset[str] | set[str]) -> bool:
    opens = {word[:_STEM].casefold() for word in re.findall(r"\b[A-Z]\w{3,}", statement.words)}
    return any(name[:_STEM] in opens for name in sorted(names))
