"""The public verbs in Python; the command line has the same.

Reading and linking are pure. What is not stands here: the clock, files, and the ledger. Heavy libraries are imported
where they are first needed, so that a question to a ledger does not load the language model.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from dateline import codec, views
from dateline.errors import DatelineError, QuestionError
from dateline.model import (
    ActorKind,
    Anchor,
    Article,
    CommitmentKind,
    CommitmentState,
    ConflictKind,
    Correction,
    CorrectionKind,
    Evidence,
    OffsetMap,
    Page,
    PageRef,
    Problem,
    Published,
    Reading,
    Record,
    Stage,
    anchor,
    article_id,
)

if TYPE_CHECKING:
    from dateline.ledger import Store
    from dateline.linking import CopyFinder

_SURROGATE = re.compile("[\ud800-\udfff]")

# reading


def cut(page: Page) -> list[Article]:
    """The articles of a page, in the page's order. Never raises: `taken` also says what went wrong."""
    from dateline.pages import cut as cut_page

    return list(cut_page(page).articles)


def read(article: Article) -> Reading:
    """Everything that the article says, each thing with its anchor.

    Lone surrogates, which no language model takes, are read as replacement characters and quoted as they are.
    """
    from dateline.reading import read as read_article

    whole = _SURROGATE.sub("\ufffd", article.text)
    if whole == article.text:
        return read_article(article)
    reading: Reading = _quoting(read_article(replace(article, text=whole)), article.text)
    return replace(reading, article=replace(reading.article, text=article.text))


def read_or_problem(article: Article) -> Reading:
    """The same; where a step of the reading fails, a reading of nothing with a `Problem` that names the step and the cause.

    No page should make one fail. One that does shows a defect of this program, which must not stop the pages behind it.
    """
    try:
        return read(article)
    except (DatelineError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a defect raises
        return Reading(article=article, problems=(_defect("read", error),))


def _cut_or_problem(page: Page) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles and the problems of a page; where cutting fails, none and a `Problem` as above."""
    from dateline.pages import cut as cut_page

    try:
        made = cut_page(page)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a defect raises
        return (), (_defect("cut", error),)
    return made.articles, made.problems


def _defect(stage: Stage, error: Exception) -> Problem:
    at = extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__} in {Path(at.filename).stem}, line {at.lineno}: {error}"
    return Problem(stage=stage, code="defect", message=f"a defect of this program, please report it: {cause}")


def read_text(text: str, published: str | date | None = None) -> Reading:
    """The reading of one clean article, whose text is taken unchanged; `published` is an ISO day, where it is known.

    Only two lone surrogates that stand side by side as a pair become the character that they mean, as in JSON.
    """
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(id=article_id(text), page=PageRef(source="text", sha256=digest), text=text)
    return read(article if published is None else replace(article, published=stated(published)))


def _quoting(value: Any, text: str) -> Any:  # noqa: ANN401 -- walks records of any type
    """The records with every anchor quoting this text, which has as many code points as the one that was read."""
    if isinstance(value, Anchor):
        return anchor(text, value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_quoting(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _quoting(getattr(value, field.name), text) for field in fields(value)})
    return value


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON, in the shape of the contract (docs/contract.md)."""
    return codec.to_json(reading)


def stated(published: str | date) -> Published:
    """A day of publication that the caller knows. Raises QuestionError where it is not an ISO day."""
    day = to_day(published)
    return Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"published: {day}"),))


def to_day(value: str | date) -> date:
    """The day of an ISO string. Raises QuestionError where it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise QuestionError(f"{value!r} is not a day: write it as 2026-11-21") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one source gave: a page with its articles and problems; no page where it could not be opened at all.

    A page that is `known` already was not cut.
    """

    source: str
    page: Page | None
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    known: bool = False


def taken(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    as_article: bool = False,
    published: str | date | None = None,
    known: Callable[[str], bool] | None = None,
) -> Iterator[Taken]:
    """The articles of files and folders, one page at a time, not yet read.

    `as_article` takes each file as one clean article; `published` gives the day of all of them; `-` is `stdin`.
    `known` says for the SHA-256 of a page whether it is known already.
    """
    from dateline.sources import open_pages

    given = None if published is None else stated(published)
    for found in open_pages([str(path) for path in paths], stdin=stdin, as_article=as_article):
        match found.what:
            case Problem() as problem:
                yield Taken(source=found.source, page=None, articles=(), problems=(problem,))
            case Article() as ready:
                page, article = _page_of(ready)
                yield Taken(source=found.source, page=page, articles=_dated((article,), given), problems=())
            case Page() as page if known is not None and known(page.ref.sha256):
                yield Taken(source=found.source, page=page, articles=(), problems=(), known=True)
            case Page() as page:
                articles, problems = _cut_or_problem(page)
                yield Taken(source=found.source, page=page, articles=_dated(articles, given), problems=problems)


def _page_of(article: Article) -> tuple[Page, Article]:
    """A page for an article that came without one: its text where that is all there was, else all that was told of it."""
    source = article.page.source
    page = Page(source=source, url=article.url, content=article.text.encode("utf-8", "surrogatepass"))
    if page.ref.sha256 == article.page.sha256:
        return page, article
    told = {
        "headline": article.headline,
        "byline": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "published": codec.encode_days(article.published.interval),
        "text": article.text,
    }
    page = Page(source=source, url=article.url, media_type="application/json", content=codec.dumps(told).encode())
    return page, replace(article, page=page.ref, offsets=OffsetMap())


def _dated(articles: Iterable[Article], given: Published | None) -> tuple[Article, ...]:
    return tuple(articles if given is None else (replace(article, published=given) for article in articles))


# the ledger


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
