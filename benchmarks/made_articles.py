"""Made-up articles with their readings, any number of them, always the same: what benchmarks/growth.py grows a ledger with.

Nothing here is real: states, people, towns and what they do are drawn by a seeded generator. Stories run over months or years
of a span of twelve years, however many articles are made, so that more articles also means more at one time. One article in
ten is a copy with another opening, one in twenty-five has no date; undertakings are announced, put off, kept or missed.
Readings are made with the texts, not by the reader: what is measured is the ledger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from random import Random

from dateline.model import (
    Actor,
    ActorKind,
    Anchor,
    Article,
    Attribution,
    Commitment,
    CommitmentStatus,
    Event,
    EventType,
    Evidence,
    Interval,
    Page,
    Published,
    Quantity,
    Reading,
    article_id,
    content_id,
)

FIRST = date(2030, 1, 1)
SPAN = 12 * 365
"""Days over which stories begin."""
_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_ENDS = ["n", "r", "l", "m", "s", "t", "k", "nd", "rt", "x"]
_OUTLETS = tuple(
    f"The {a} {b}" for a in ("Northern", "Harbour", "Evening", "Free", "River") for b in ("Post", "Herald", "Wire")
)
_ROLES = ("president", "foreign minister", "prime minister", "spokesman", "negotiator", "general", "governor", "envoy")
_DEEDS: tuple[tuple[EventType, str], ...] = (
    ("CONSULT", "met envoys of"),
    ("ASSAULT", "shelled positions of"),
    ("SANCTION", "imposed new tariffs on"),
    ("COOPERATE", "opened a joint office with"),
    ("PROTEST", "summoned the ambassador of"),
    ("AID", "sent relief to"),
    ("ACCUSE", "blamed the losses on"),
)
_UNDERTAKINGS = ("reopen", "hand over", "inspect", "rebuild", "clear", "close", "repair", "demine")


@dataclass(frozen=True, slots=True)
class Made:
    """A page with its one article, read."""

    page: Page
    reading: Reading


def made(number: int) -> Iterator[Made]:
    """So many articles, story after story; the first of a larger number are the same."""
    return islice(_all(), number)


def shuffled(number: int, seed: int = 7) -> list[Made]:
    """So many articles in an order that follows neither stories nor days."""
    some = list(made(number))
    Random(seed).shuffle(some)  # noqa: S311 -- made-up data
    return some


def _all() -> Iterator[Made]:
    number = 0
    while True:
        yield from _Story(number).articles()
        number += 1


def _word(chance: Random, syllables: int) -> str:
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(_ENDS)).capitalize()


def _chance(*parts: object) -> Random:
    return Random("/".join(map(str, parts)))  # noqa: S311 -- made-up data


def _states() -> list[str]:
    chance = _chance("states")
    return sorted({_word(chance, 2) + "ia" for _ in range(60)})


def _nouns() -> list[str]:
    """Common words of middling rarity, from the linking's own table."""
    table = (files("dateline.linking.weights") / "word_rates.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in table if not line.startswith("#")]
    return sorted(w for w, rate, lower in rows if 2 <= int(rate) <= 60 and int(lower) >= 80 and 4 <= len(w) <= 9)


_STATES = _states()
_NOUNS = _nouns()


@dataclass(slots=True)
class _Draft:
    """An article in the making: sentences one after another, and what they hold."""

    text: str = ""
    mentions: dict[str, list[Anchor]] = field(default_factory=dict)
    events: list[tuple[EventType, Anchor, Anchor, str, str, Interval]] = field(default_factory=list)
    promises: list[tuple[Anchor, str, Interval | None, CommitmentStatus]] = field(default_factory=list)
    said: list[tuple[Anchor, str, Anchor, Anchor, bool]] = field(default_factory=list)
    counted: list[tuple[Anchor, int, str]] = field(default_factory=list)

    def sentence(self, words: str, names: Sequence[str]) -> int:
        """Adds a sentence, and the names in it as mentions; where it starts."""
        start = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text} {words}" if self.text else words
        for name in dict.fromkeys(names):
            at = self.text.find(name, start)
            if at >= 0:
                self.mentions.setdefault(name, []).append(self.anchor(name, at))
        return start

    def anchor(self, words: str, start: int) -> Anchor:
        """The first place of the words from there on."""
        at = self.text.index(words, start)
        return Anchor(at, at + len(words), words)


@dataclass(slots=True)
class _Person:
    name: str
    role: str
    state: str


class _Story:
    """One process: two states, three people, a town, a subject, an undertaking that slips."""

    def __init__(self, number: int) -> None:
        chance = _chance("story", number)
        self.number, self._chance = number, chance
        self._states = chance.sample(_STATES, 2)
        self._people = [
            _Person(f"{_word(chance, 1)} {_word(chance, 2)}", chance.choice(_ROLES), chance.choice(self._states))
            for _ in range(3)
        ]
        self._body = f"{_word(chance, 2)} Council"
        self._town = _word(chance, 3)
        self._nouns = chance.sample(_NOUNS, 24)
        self._undertaking = f"{chance.choice(_UNDERTAKINGS)} the {self._nouns[0]} {self._nouns[1]} at {self._town}"
        self._start = FIRST + timedelta(chance.randrange(SPAN))
        self._size = chance.choice((1, 3, 5, 8, 12, 20, 30, 45))
        self._step = chance.choice((2, 5, 12, 30))

    def articles(self) -> Iterator[Made]:
        """The articles in the order of publication, copies after their originals."""
        day, due = self._start, self._start + timedelta(60)
        for k in range(self._size):
            day += timedelta(1 + self._chance.randrange(self._step))
            if day > due and self._chance.random() < 0.6:
                due += timedelta(90)
            draft = self._draft(k, day, due)
            headline = f"{self._states[0]} and {self._states[1]}: {self._nouns[k % 24]} {self._nouns[(k + 3) % 24]} at {self._town}"
            undated = self._chance.random() < 0.04
            original = self._finished(draft, headline, None if undated else day)
            yield original
            if self._chance.random() < 0.1:
                yield self._copy(k, day, due, headline)

    def _copy(self, k: int, day: date, due: date, headline: str) -> Made:
        draft = self._draft(k, day, due, opening=f"{self._town} was told the news by wire.")
        return self._finished(draft, headline.upper(), day + timedelta(1))

    def _draft(self, k: int, day: date, due: date, opening: str | None = None) -> _Draft:
        chance = _chance("article", self.number, k)
        draft = _Draft()
        who = chance.choice(self._people)
        names = [*self._states, *(p.name for p in self._people), self._body]
        if opening:
            draft.sentence(opening, names)
        told = f"{who.state} will {self._undertaking} by {due.day} {due:%B} {due.year}"
        status: CommitmentStatus = "announced"
        if k and chance.random() < 0.3:
            told = f"{who.state} will now {self._undertaking} by {due.day} {due:%B} {due.year} instead"
            status = "postponed"
        elif k > 3 and chance.random() < 0.1:
            told, status = f"{who.state} failed to {self._undertaking}", "violated"
        opening_words = f"{who.name}, the {who.role} of {who.state}, said on {day:%A} that {told}."
        start = draft.sentence(opening_words, names)
        content = draft.anchor(told, start)
        draft.promises.append((content, who.state, None if status == "violated" else Interval(None, due), status))
        draft.said.append((content, who.name, draft.anchor(who.name, start), draft.anchor("said", start), False))
        for _ in range(2 + chance.randrange(2)):
            kind, verb = chance.choice(_DEEDS)
            happened = day - timedelta(chance.randrange(3))
            one, other = chance.sample(self._states, 2)
            deed = f"{one} {verb} {other} over the {chance.choice(self._nouns)} in {self._town}"
            start = draft.sentence(f"On {happened.day} {happened:%B} {deed}.", names)
            draft.events.append(
                (kind, draft.anchor(deed, start), draft.anchor(verb, start), one, other, Interval(happened, happened))
            )
        if chance.random() < 0.5:
            figure = 10 + chance.randrange(300)
            start = draft.sentence(
                f"The {self._body} counted {figure} people hurt near the {chance.choice(self._nouns)}.", names
            )
            draft.counted.append((draft.anchor(f"{figure} people hurt", start), figure, "people hurt"))
        if chance.random() < 0.2:
            denier = chance.choice(self._people)
            denied = f"{denier.state} had stopped the {chance.choice(self._nouns)} {self._nouns[2]} convoy"
            start = draft.sentence(f"{denier.name} denied that {denied}.", names)
            draft.said.append(
                (
                    draft.anchor(denied, start),
                    denier.name,
                    draft.anchor(denier.name, start),
                    draft.anchor("denied", start),
                    True,
                )
            )
        for _ in range(5 + chance.randrange(6)):
            a, b, c, d = (chance.choice(self._nouns) for _ in range(4))
            extra = chance.choice(_NOUNS)
            draft.sentence(
                chance.choice(
                    (
                        f"Officials of the {self._body} linked the {a} to the {b} and to a {extra} from {self._town}.",
                        f"In {self._town} the {a} stood beside the {b}, and nobody had seen the {extra} since the {c}.",
                        f"A second {a}, a {b} and the {extra} were left for another round of talks on the {d}.",
                        f"Traders spoke of {a} and {b}; the {c} was not ready, and the {d} waited for a {extra}.",
                    )
                ),
                names,
            )
        return draft

    def _finished(self, draft: _Draft, headline: str, day: date | None) -> Made:
        chance = _chance("page", self.number, draft.text)
        id_ = article_id(draft.text)
        page = Page(source=f"made/{self.number}/{id_}.txt", content=f"{headline}\n\n{draft.text}".encode())
        digest = sha256(page.content).hexdigest()
        published = Published()
        if day is not None:
            published = Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", str(day)),))
        article = Article(
            id=id_,
            page=page.ref,
            text=draft.text,
            headline=headline,
            outlet=chance.choice(_OUTLETS),
            published=published,
        )
        assert digest == article.page.sha256  # noqa: S101 -- the page is named by its bytes
        actors = {name: self._actor(id_, name, anchors) for name, anchors in draft.mentions.items()}
        return Made(page, self._reading(article, draft, actors))

    def _actor(self, article: str, name: str, anchors: Sequence[Anchor]) -> Actor:
        person = next((p for p in self._people if p.name == name), None)
        kind: ActorKind = "person" if person else "state" if name in self._states else "organisation"
        return Actor(
            id=content_id("actor", article, anchors[0].start, name),
            name=name,
            kind=kind,
            side=person.state if person else name if kind == "state" else None,
            roles=(person.role,) if person else (),
            mentions=tuple(anchors),
            names=(name,),
        )

    def _reading(self, article: Article, draft: _Draft, actors: dict[str, Actor]) -> Reading:
        def ids(*names: str) -> tuple[str, ...]:
            return tuple(actors[name].id for name in names if name in actors)

        return Reading(
            article=article,
            actors=tuple(actors.values()),
            attributions=tuple(
                Attribution(
                    id=content_id("attribution", article.id, content.start),
                    source=ids(source)[0],
                    source_anchor=(by,),
                    cue=(cue,),
                    content=(content,),
                    kind="indirect",
                    denial=denial,
                )
                for content, source, by, cue, denial in draft.said
            ),
            events=tuple(
                Event(
                    id=content_id("event", article.id, anchor.start),
                    type=kind,
                    anchor=anchor,
                    trigger=trigger,
                    actors=ids(one),
                    recipients=ids(other),
                    place=self._town,
                    days=days,
                )
                for kind, anchor, trigger, one, other, days in draft.events
            ),
            commitments=tuple(
                Commitment(
                    id=content_id("commitment", article.id, anchor.start),
                    anchor=anchor,
                    kind="pledge",
                    parties=ids(who),
                    toward=(),
                    due=due,
                    condition=None,
                    status=status,
                )
                for anchor, who, due, status in draft.promises
            ),
            quantities=tuple(
                Quantity(
                    id=content_id("quantity", article.id, anchor.start),
                    anchor=anchor,
                    low=figure,
                    high=figure,
                    approximate=False,
                    unit=unit,
                    place=self._town,
                )
                for anchor, figure, unit in draft.counted
            ),
        )
