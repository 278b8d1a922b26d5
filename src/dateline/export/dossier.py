"""One story as a page to read, print and check: a single HTML file that needs no network and works without scripts."""

import base64
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from dateline import views
from dateline.errors import QuestionError
from dateline.export.marks import marked, shown
from dateline.export.references import Reference, References
from dateline.model import Article, CommitmentState, Evidence, Interval, Record
from dateline.views import ActorRow, AttributionRow, CommitmentRow, ConflictRow, QuantityRow, TimelineRow
from dateline.views.phrases import counted, day_in_words, days_in_words, figure_in_words

_COLUMNS = 3
"""Sides that get a column of their own, at most; one with a quarter of the leading side's statements does, and the second always."""

_LISTED = 200
"""Lines of one section; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the dossier: its label, and where it leads."""

    label: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine(Line):
    """A day and what happened."""

    row: TimelineRow
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One report of a commitment; `moved` is by how many days its last day was moved."""

    day: str
    status: str
    due: str
    moved: int | None
    reference: Reference
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine(Line):
    """A commitment with its history."""

    row: CommitmentRow
    due: str
    history: tuple[HistoryLine, ...]
    condition: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine(Line):
    """Something said."""

    row: AttributionRow
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideColumn:
    """What one side said, latest first. The others together have no name."""

    name: str
    lines: tuple[StatementLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine(Line):
    """Two passages against each other."""

    row: ConflictRow
    sides: tuple[tuple[views.ConflictSide, str, Reference], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine(Line):
    """A figure."""

    row: QuantityRow
    figure: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine(Line):
    """An actor."""

    row: ActorRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """An article with what is known of its day and origin, and its text with the cited passages marked."""

    number: int
    article: Article
    published: str
    evidence: tuple[Evidence, ...]
    link: str | None
    repeats: int | None
    paragraphs: tuple[Markup, ...]


def dossier(record: Record, *, on: date, story: str | None = None, limit: int = 60) -> str:
    """The page of a story as of a day: by default the largest, or of all articles where there are no stories.

    Raises QuestionError where there is no such story, or nothing at all.
    """
    if not record.readings:
        raise QuestionError("there is nothing to tell of yet: add pages with `dateline add PATH...`")
    rows = views.stories(record)
    wanted = (rows[0] if rows else None) if story is None else next((row for row in rows if row.id == story), None)
    if wanted is None and story is not None:
        raise QuestionError(f"there is no story {story}; `dateline stories` lists them")
    story = wanted.id if wanted else None
    articles = _articles(record, wanted)
    references = References(article.id for article in articles)
    timeline = _timeline(views.timeline(record, story=story, limit=limit), references)
    commitments = _commitments(views.commitments(record, on=on, story=story), references)
    columns = _positions(views.attributions(record, story=story), references)
    conflicts = _conflicts(views.conflicts(record, story=story), references)
    counted_rows = views.quantities(record, story=story)
    named_rows = [row for row in views.actors(record, story=story) if row.kind != "unnamed"]
    figures = _figures(counted_rows[:_LISTED], references)
    actors = _actors(named_rows[:_LISTED], references)
    sources = _sources(record, references)
    script, style = _asset("dossier.js"), _asset("dossier.css")
    return (
        _environment()
        .from_string(_asset("dossier.html"))
        .render(
            title=wanted.title if wanted else next((a.headline for a in articles if a.headline), "All articles"),
            on=day_in_words(on),
            span=_span(articles),
            outlets=sorted({a.outlet for a in articles if a.outlet}),
            articles=counted(len(articles), "article"),
            origins=counted(wanted.origins if wanted else len(articles), "independent origin"),
            timeline=timeline,
            commitments=commitments,
            overdue=_in_state(commitments, "overdue"),
            coming=_in_state(commitments, "due", "open")[:3],
            columns=columns,
            conflicts=conflicts,
            figures=figures,
            more_figures=len(counted_rows) - len(figures),
            actors=actors,
            more_actors=len(named_rows) - len(actors),
            sources=sources,
            style=Markup(style),  # noqa: S704 -- this package's own file
            script=Markup(script),  # noqa: S704 -- this package's own file
            style_hash=_digest(style),
            script_hash=_digest(script),
        )
    )


def _articles(record: Record, story: views.StoryRow | None) -> list[Article]:
    """The story's articles in its order, or all by their days of publication."""
    if story is not None:
        return [record.readings[row.id].article for row in story.articles]
    found = [reading.article for reading in record.readings.values()]
    return sorted(found, key=lambda a: (a.published.end or a.published.start or date.max, a.id))


def _timeline(rows: Sequence[TimelineRow], references: References) -> list[TimelineLine]:
    return [
        TimelineLine(
            label=f"T{k}",
            references=references.cite(f"T{k}", row.anchors),
            row=row,
            days=days_in_words(Interval(row.start, row.end)),
        )
        for k, row in enumerate(rows, 1)
    ]


def _commitments(rows: Sequence[CommitmentRow], references: References) -> list[CommitmentLine]:
    return [_commitment(f"C{k}", row, references) for k, row in enumerate(rows, 1)]


def _commitment(label: str, row: CommitmentRow, references: References) -> CommitmentLine:
    history: list[HistoryLine] = []
    before: date | None = None
    for step in row.history:
        [reference] = references.cite(label, step.anchors)
        end = step.due.end if step.due else None
        if end and before and end < before and history[-1].reference.number == reference.number:
            end = None  # the article that tells of a later day also tells of the one before
        history.append(
            HistoryLine(
                day=days_in_words(step.day) or "undated",
                status=step.told,
                due=days_in_words(step.due),
                moved=(end - before).days if end and before and end != before else None,
                reference=reference,
                outlet=step.outlet,
            )
        )
        before = end or before
    return CommitmentLine(
        label=label,
        references=references.cite(label, row.anchors),
        row=row,
        due=days_in_words(row.due),
        history=tuple(history),
        condition=references.cite(label, [row.condition])[0] if row.condition else None,
    )


def _in_state(lines: Iterable[CommitmentLine], *states: CommitmentState) -> list[CommitmentLine]:
    return [line for line in lines if line.row.state in states and line.row.due and line.row.due.end]


def _positions(rows: Sequence[AttributionRow], references: References) -> list[SideColumn]:
    """The sides with most statements in a column each, and last the others together."""
    by_side: dict[str, list[AttributionRow]] = defaultdict(list)
    for row in rows:
        if row.source is not None:
            by_side[row.side or ""].append(row)
    sides = sorted((side for side in by_side if side), key=lambda side: (-len(by_side[side]), side))
    sides = [s for k, s in enumerate(sides[:_COLUMNS]) if k < 2 or 4 * len(by_side[s]) >= len(by_side[sides[0]])]
    named = [(side, by_side[side]) for side in sides]
    rest = [row for row in rows if row.source is not None and (row.side or "") not in sides]
    columns = []
    count = 0
    for name, said in [*named, ("", rest)]:
        lines = []
        for row in said[:_LISTED]:
            count += 1
            label = f"P{count}"
            lines.append(
                StatementLine(
                    label=label,
                    references=references.cite(label, row.anchors),
                    row=row,
                    day=days_in_words(row.said) or "undated",
                )
            )
        if lines:
            columns.append(SideColumn(name=name, lines=tuple(lines), more=max(0, len(said) - _LISTED)))
    return columns


def _conflicts(rows: Sequence[ConflictRow], references: References) -> list[ConflictLine]:
    made = []
    for k, row in enumerate(rows, 1):
        label = f"K{k}"
        links = [references.cite(label, [anchor])[0] for anchor in row.anchors]
        made.append(
            ConflictLine(
                label=label,
                references=tuple(links),
                row=row,
                sides=tuple(
                    (side, days_in_words(side.published) or "undated", link)
                    for side, link in zip(row.sides, links, strict=True)
                ),
            )
        )
    return made


def _figures(rows: Sequence[QuantityRow], references: References) -> list[FigureLine]:
    return [
        FigureLine(
            label=f"F{k}",
            references=references.cite(f"F{k}", row.anchors),
            row=row,
            figure=figure_in_words(row.low, row.high, approximate=row.approximate),
            days=days_in_words(Interval(row.start, row.end)),
        )
        for k, row in enumerate(rows, 1)
    ]


def _actors(rows: Sequence[ActorRow], references: References) -> list[ActorLine]:
    return [
        ActorLine(label=f"A{k}", references=references.cite(f"A{k}", row.anchors), row=row)
        for k, row in enumerate(rows, 1)
    ]


def _sources(record: Record, references: References) -> list[SourceLine]:
    return [
        _source(record.readings[article].article, number, references)
        for article, number in references.numbers.items()
        if article in record.readings
    ]


def _source(article: Article, number: int, references: References) -> SourceLine:
    repeated = article.duplicate_of
    return SourceLine(
        number=number,
        article=article,
        published=days_in_words(article.published.interval) or "unknown",
        evidence=article.published.evidence,
        link=article.url if article.url and article.url.lower().startswith(("http://", "https://")) else None,
        repeats=references.numbers.get(repeated) if repeated else None,
        paragraphs=marked(article.text, references.passages(article.id)),
    )


def _span(articles: Iterable[Article]) -> str:
    """From the first possible to the last possible day of publication; empty where no article is dated."""
    days = [d for a in articles for d in (a.published.start, a.published.end) if d is not None]
    return days_in_words(Interval(min(days), max(days))) if days else ""


def _environment() -> Environment:
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_final
    )
    made.globals["counted"] = counted
    return made


def _final(value: object) -> object:
    """Nothing for None, and only characters that HTML can hold."""
    if value is None:
        return ""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files("dateline.export").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    """What a content security policy calls this text."""
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()
