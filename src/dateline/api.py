"""An open ledger in Python, with the verbs of the command line. What is not pure stands here: the clock, files, and the ledger.

Heavy libraries are imported where they are first needed, so that a question to a ledger does not load the language model.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from dateline import views
from dateline.errors import QuestionError
from dateline.intake import Taken, read_or_problem, taken, to_day
from dateline.model import (
    ActorKind,
    CommitmentKind,
    CommitmentState,
    ConflictKind,
    Correction,
    CorrectionKind,
    Problem,
    Record,
)

if TYPE_CHECKING:
    from dateline.ledger import Store
    from dateline.linking import CopyFinder


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding did: counts, and what went wrong with which source. `copies` repeat an article of the same call."""

    pages: int = 0
    new: int = 0
    known: int = 0
    articles: int = 0
    copies: int = 0
    problems: tuple[tuple[str, Problem], ...] = ()


class Ledger:
    """An open ledger, with the verbs of the command line. Close it, or use `with`.

    Questions take `as_of`, a day: then the answer is what the ledger knew on that day, by publication; commitments
    have their state on that day, else today. Rows are frozen dataclasses; `dateline.views.to_plain` makes them plain.
    """

    def __init__(self, store: "Store") -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the ledger."""
        self.store.close()

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        published: str | date | None = None,
        *,
        as_article: bool = False,
        stdin: BinaryIO | None = None,
        told: Callable[[Taken], None] | None = None,
    ) -> Added:
        """Reads files and folders and keeps them; what is in the ledger already is not read again.

        Each page is kept as a whole before the next one is opened. `told` is called with each page before it is read.
        """
        from dateline.linking import CopyFinder

        finder = CopyFinder()
        count = Added()
        for one in taken(
            _listed(paths), stdin=stdin, as_article=as_article, published=published, known=self.store.known
        ):
            if told is not None:
                told(one)
            count = self._keep(one, finder, count)
        return count

    def _keep(self, one: Taken, finder: "CopyFinder", count: Added) -> Added:
        problems = [*one.problems]
        if one.page is None:
            return replace(count, problems=(*count.problems, *((one.source, p) for p in problems)))
        count = replace(count, pages=count.pages + 1)
        if one.known or self.store.known(one.page.ref.sha256):
            self.store.add(one.page, (), (), (), today())
            return replace(count, known=count.known + 1)
        readings = [read_or_problem(article) for article in one.articles]
        self.store.add(one.page, one.articles, readings, one.problems, today())
        problems += [problem for reading in readings for problem in reading.problems]
        return replace(
            count,
            new=count.new + 1,
            articles=count.articles + len(one.articles),
            copies=count.copies + sum(finder.original(article) is not None for article in one.articles),
            problems=(*count.problems, *((one.source, p) for p in problems)),
        )

    def record(self, as_of: str | date | None = None) -> Record:
        """Everything that was known on a day, linked; the questions below are views of it."""
        return self.store.record(_open_day(as_of))

    def _part(
        self, story: str | None, as_of: str | date | None, *, undertakings_only: bool = False
    ) -> tuple[Record, str | None]:
        """What was known on a day, and which story is meant in it: the one with the id then, else what there was of today's.

        Of a large ledger only what a question about the story needs, with the names that its articles use.
        """
        from dateline.linking import story_of, story_then

        day = _open_day(as_of)
        part = None if story is None else self.store.story(story, day, undertakings_only=undertakings_only)
        then = story
        if part is not None:
            known, then = part.record, part.story
        else:
            known = self.store.record(day)
            if story is not None and day is not None and all(one.id != story for one in known.stories):
                around = dict.fromkeys(known.readings) | story_of(known.stories)
                now = next((one.articles for one in self.store.record().stories if one.id == story), ())
                then = story_then((a for a in now if a in around), lambda _: around) or story
        if then is not None and day is not None and all(one.id != then for one in known.stories):
            raise QuestionError(
                f"there was no story {story} on {day}; `dateline stories --as-of {day}` lists those of then"
            )
        return known, then

    def stories(self, *, as_of: str | date | None = None) -> tuple[views.StoryRow, ...]:
        """The stories, the largest first, each with its articles in the order of publication."""
        parts = self.store.parts("stories", _open_day(as_of))
        return views.stories(self.record(as_of)) if parts is None else views.stories_of(parts)

    def timeline(
        self,
        *,
        story: str | None = None,
        first: str | date | None = None,
        last: str | date | None = None,
        limit: int | None = None,
        as_of: str | date | None = None,
    ) -> tuple[views.TimelineRow, ...]:
        """What happened on which day; with a limit, that many of the most important days."""
        known, story = self._part(story, as_of)
        return views.timeline(
            known,
            story=story,
            first=_open_day(first),
            last=_open_day(last),
            limit=limit,
        )

    def commitments(
        self,
        *,
        as_of: str | date | None = None,
        story: str | None = None,
        actor: str | None = None,
        state: CommitmentState | None = None,
        kind: CommitmentKind | None = None,
    ) -> tuple[views.CommitmentRow, ...]:
        """What was promised, soonest due first, with its state on the day.

        Of a large ledger no more is held at a time than a part of it, but for the answer; with `actor` and no story all of it is.
        """
        if story is None and actor is None:
            parts = self.store.parts("commitments", _open_day(as_of))
            if parts is not None:
                return views.commitments_of(parts, on=_on(as_of), state=state, kind=kind)
        known, story = self._part(story, as_of, undertakings_only=True)
        return views.commitments(known, on=_on(as_of), story=story, actor=actor, state=state, kind=kind)

    def attributions(
        self,
        *,
        story: str | None = None,
        actor: str | None = None,
        denials: bool = False,
        first: str | date | None = None,
        last: str | date | None = None,
        as_of: str | date | None = None,
    ) -> tuple[views.AttributionRow, ...]:
        """Who said what, latest first."""
        known, story = self._part(story, as_of)
        return views.attributions(
            known,
            story=story,
            actor=actor,
            denials=denials,
            first=_open_day(first),
            last=_open_day(last),
        )

    def positions(
        self, *, story: str | None = None, actor: str | None = None, as_of: str | date | None = None
    ) -> tuple[views.PositionRow, ...]:
        """What each actor said on each story, latest first."""
        known, story = self._part(story, as_of)
        return views.positions(known, story=story, actor=actor)

    def conflicts(
        self, *, story: str | None = None, kind: ConflictKind | None = None, as_of: str | date | None = None
    ) -> tuple[views.ConflictRow, ...]:
        """Passages that cannot both be true."""
        parts = None if story else self.store.parts("conflicts", _open_day(as_of))
        if parts is not None:
            return views.conflicts_of(parts, kind=kind)
        known, story = self._part(story, as_of)
        return views.conflicts(known, story=story, kind=kind)

    def actors(
        self,
        *,
        story: str | None = None,
        kind: ActorKind | None = None,
        name: str | None = None,
        as_of: str | date | None = None,
    ) -> tuple[views.ActorRow, ...]:
        """Who acts and speaks, those of most articles first."""
        known, story = self._part(story, as_of)
        return views.actors(known, story=story, kind=kind, name=name)

    def quantities(
        self,
        *,
        story: str | None = None,
        of: str | None = None,
        unit: str | None = None,
        as_of: str | date | None = None,
    ) -> tuple[views.QuantityRow, ...]:
        """What was counted or measured."""
        known, story = self._part(story, as_of)
        return views.quantities(known, story=story, of=of, unit=unit)

    def search(
        self, query: str, *, story: str | None = None, limit: int = 20, as_of: str | date | None = None
    ) -> tuple[views.SearchRow, ...]:
        """The articles that hold all the words; a phrase in quotation marks stays together."""
        day = _open_day(as_of)
        if story is not None:
            part, story = self._part(story, as_of)
            among = next((one.articles for one in part.stories if one.id == story), ())
            hits = [(hit.article, hit.anchors) for hit in self.store.search(query, day, limit, among)]
            return views.search(part, hits, story=story)
        hits = [(hit.article, hit.anchors) for hit in self.store.search(query, day, limit)]
        found = self.store.found([article for article, _ in hits], day)
        return views.search(self.record(as_of) if found is None else found, hits)

    def show(self, wanted: str, *, as_of: str | date | None = None) -> tuple[views.ShowRow, ...]:
        """What an id names, with its passages. Raises QuestionError for an unknown id."""
        return views.show(self.record(as_of), wanted, on=_on(as_of))

    def correct(
        self,
        kind: CorrectionKind,
        targets: Sequence[str],
        value: str | None = None,
        *,
        author: str | None = None,
        note: str | None = None,
    ) -> bool:
        """Keeps a decision about records, named by their ids (actors also by their names).

        False where the same was decided already. Raises QuestionError for an unknown name or id, or days that are none.
        """
        ids = views.targets(self.record(), kind, targets)
        if kind in {"published", "days", "due"}:
            _check_days(value)
        decided = Correction(kind=kind, targets=ids, value=value, author=author, day=today(), note=note)
        return self.store.correct(decided)

    def verify(self) -> list[Problem]:
        """Everything that is not as it should be in the ledger; empty where all is well."""
        return self.store.verify()


def open_ledger(where: str | Path = "dateline.db", *, create: bool = True) -> Ledger:
    """Opens a ledger, and makes it where there is none. Raises LedgerError where the file is something else."""
    from dateline.ledger import open_store

    return Ledger(open_store(str(where), create=create))


def today() -> date:
    """The clock: the day where the computer stands."""
    return datetime.now().astimezone().date()


def _open_day(value: str | date | None) -> date | None:
    return None if value is None else to_day(value)


def _on(as_of: str | date | None) -> date:
    return today() if as_of is None else to_day(as_of)


def _check_days(value: str | None) -> None:
    """Raises QuestionError unless it is `DAY`, `DAY/DAY` (a side may be empty) or `unknown`."""
    if value == "unknown":
        return
    first, slash, last = (value or "").partition("/")
    days = [to_day(part) for part in (first, last) if part]
    if not days or (slash and len(days) == 2 and days[1] < days[0]):
        raise QuestionError(f"{value!r} names no days: write 2026-11-21, 2026-11-01/2026-11-30, /2026-11-30 or unknown")


def _listed(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)
