"""Hypothesis strategies for every record, lone surrogates and other mess included."""

import math
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from dateline.model import (
    Actor,
    ActorKind,
    Anchor,
    Article,
    Attribution,
    AttributionKind,
    Basis,
    Caption,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Interval,
    Medium,
    MediumKind,
    OffsetMap,
    PageRef,
    Piece,
    Place,
    Problem,
    Published,
    Quantity,
    Reading,
    Stage,
    TimeExpression,
    TimeType,
    Where,
    anchor,
    article_id,
)

LETTERS = 'ab cde\u0301“\n\x00\x1b\u202e🚢\ud800\udfff<\\"\u2028'
"""What pages hold and programs stumble over, and a few letters."""


def texts(least: int = 0) -> st.SearchStrategy[str]:
    """Any text, lone surrogates included; two that make a pair are the character that they stand for, as in JSON."""
    return st.text(LETTERS, min_size=least, max_size=8).map(_paired)


def _paired(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def named() -> st.SearchStrategy[str | None]:
    """A name or None."""
    return st.one_of(st.none(), texts())


def literal(kind: Any) -> st.SearchStrategy[Any]:
    """One of the values of a Literal."""
    return st.sampled_from(get_args(kind))


def days() -> st.SearchStrategy[Interval]:
    """Intervals with open and closed sides."""
    return st.lists(st.one_of(st.none(), st.dates()), min_size=2, max_size=2).map(_interval)


def _interval(ends: list[date | None]) -> Interval:
    start, end = ends
    return Interval(end, start) if start and end and end < start else Interval(start, end)


def published() -> st.SearchStrategy[Published]:
    """Days of publication with evidence, and unknown ones."""
    evidence = st.lists(st.builds(Evidence, literal(Where), texts()), min_size=1, max_size=2).map(tuple)
    known = literal(Basis).filter(lambda basis: basis != "unknown")
    dated = st.builds(
        lambda interval, basis, told: Published(start=interval.start, end=interval.end, basis=basis, evidence=told),
        days(),
        known,
        evidence,
    )
    return st.one_of(st.just(Published()), dated)


def anchors(text: str) -> st.SearchStrategy[Anchor]:
    """Anchors of a text that holds more than white space."""
    whole = anchor(text, 0, len(text))

    def between(ends: tuple[int, int]) -> Anchor:
        start, end = sorted(ends)
        held = text[start:end].strip()
        return anchor(text, start, end) if held else whole

    place = st.integers(0, len(text))
    return st.tuples(place, place).map(between)


def pieces() -> st.SearchStrategy[OffsetMap]:
    """Offset maps of any numbers."""
    number = st.integers(0, 10_000)
    return st.lists(st.builds(Piece, number, number, number, number), max_size=3).map(lambda p: OffsetMap(tuple(p)))


def articles(least: int = 0) -> st.SearchStrategy[Article]:
    """Articles; with `least` 1 their text holds more than white space."""
    body = texts(least)
    if least:
        body = body.map("{}x".format)
    return st.builds(
        Article,
        id=body.map(article_id),
        page=st.builds(PageRef, source=texts(), sha256=st.integers(0, 2**256 - 1).map("{:064x}".format)),
        text=body,
        headline=named(),
        byline=named(),
        outlet=named(),
        url=named(),
        published=published(),
        captions=st.lists(
            st.builds(Caption, text=texts(), credit=named(), taken=st.one_of(st.none(), st.dates())), max_size=2
        ).map(tuple),
        duplicate_of=named(),
        offsets=pieces(),
    )


def numbers() -> st.SearchStrategy[float | None]:
    """Bounds of figures."""
    return st.one_of(st.none(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False)).map(
        lambda n: None if n is None or math.isinf(n) else n
    )


def readings() -> st.SearchStrategy[Reading]:
    """Readings with anchors of their text, and ids that lead nowhere."""
    return articles(least=1).flatmap(_readings)


def _readings(article: Article) -> st.SearchStrategy[Reading]:
    quoted = anchors(article.text)
    some = st.lists(quoted, min_size=1, max_size=3).map(tuple)
    any_number = st.lists(quoted, max_size=2).map(tuple)
    ids = st.lists(texts(), max_size=2).map(tuple)
    problem = st.builds(Problem, stage=literal(Stage), code=texts(), message=texts())
    return st.builds(
        Reading,
        article=st.just(article),
        actors=_few(
            st.builds(
                Actor,
                id=texts(),
                name=texts(),
                kind=literal(ActorKind),
                side=named(),
                roles=ids,
                mentions=some,
                names=ids,
            )
        ),
        times=_few(st.builds(TimeExpression, anchor=quoted, type=literal(TimeType), value=texts(), days=days())),
        places=_few(
            st.builds(
                Place,
                anchor=quoted,
                name=texts(),
                country=named(),
                lat=numbers(),
                lon=numbers(),
                geonameid=st.one_of(st.none(), st.integers(0, 10**8)),
            )
        ),
        attributions=_few(
            st.builds(
                Attribution,
                id=texts(),
                source=named(),
                source_anchor=any_number,
                cue=any_number,
                content=some,
                kind=literal(AttributionKind),
                addressee=named(),
                said=days(),
                denial=st.booleans(),
                medium=st.one_of(st.none(), st.builds(Medium, kind=literal(MediumKind), anchor=quoted)),
            )
        ),
        events=_few(
            st.builds(
                Event,
                id=texts(),
                type=literal(EventType),
                anchor=quoted,
                trigger=quoted,
                actors=ids,
                recipients=ids,
                place=named(),
                days=days(),
                status=literal(EventStatus),
                attribution=named(),
            )
        ),
        commitments=_few(
            st.builds(
                Commitment,
                id=texts(),
                anchor=quoted,
                kind=literal(CommitmentKind),
                parties=ids,
                toward=ids,
                due=st.one_of(st.none(), days()),
                condition=st.one_of(st.none(), quoted),
                status=literal(CommitmentStatus),
                attribution=named(),
            )
        ),
        quantities=_few(
            st.builds(
                Quantity,
                id=texts(),
                anchor=quoted,
                low=numbers(),
                high=numbers(),
                approximate=st.booleans(),
                unit=texts(),
                of=named(),
                place=named(),
                days=days(),
            )
        ),
        problems=_few(problem),
    )


def _few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=1).map(tuple)
