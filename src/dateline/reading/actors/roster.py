"""Actors while they are being gathered: a roster that grows as mentions are found, and which token means whom."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dateline.model import Actor, ActorKind, anchor, content_id


@dataclass(slots=True)
class Draft:
    """An actor in the making. `latent`: a description that becomes an actor only when a record asks for it.

    `asked_for`: a name that nobody was thought to bear until a step asked who bears it. `gender_guessed`: only a pronoun shows the gender, which may be somebody else's.
    """

    id: str
    kind: ActorKind
    name: str
    side: str | None = None
    roles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False
    gender: str | None = None
    gender_guessed: bool = False
    latent: bool = False
    asked_for: bool = False
    head: str = ""
    first_token: int = 0
    start: int = sys.maxsize
    last_token: int = 0


class Roster:
    """All drafts of one article, in the order in which they were added."""

    def __init__(self, article_id: str, text: str, doc: Doc) -> None:
        self.doc = doc
        self.drafts: list[Draft] = []
        self.at: dict[int, int] = {}
        self.joint: dict[int, tuple[int, ...]] = {}
        self.formed: set[int] = set()
        self.pairs: list[tuple[int, tuple[int, int], str]] = []
        self._article_id, self.text = article_id, text

    def add(
        self,
        kind: ActorKind,
        name: str,
        start: int,
        end: int,
        side: str | None = None,
        core: tuple[int, int] | None = None,
    ) -> int:
        """A new actor, first mentioned by tokens `[start, end)`; gives its index."""
        span = self.doc[start:end]
        id_ = content_id("actor", self._article_id, kind, span.start_char, span.end_char)
        self.drafts.append(Draft(id_, kind, name, side, first_token=start))
        index = len(self.drafts) - 1
        self.mention(index, start, end, name, core=core)
        return index

    def mention(
        self,
        index: int,
        start: int,
        end: int,
        name: str | None = None,
        also: Iterable[int] = (),
        core: tuple[int, int] | None = None,
    ) -> None:
        """Tokens `[start, end)` mean this actor; `name` where they are a name of it.

        `also` are tokens of its titles; `core` the tokens that lead to it, where not all do ("his" in "his office" does not).
        """
        draft = self.drafts[index]
        span = self.doc[start:end]
        place = (span.start_char, span.end_char)
        if place not in draft.spans:
            draft.spans.append(place)
            draft.start = min(draft.start, place[0])
        if name and name not in draft.names:
            draft.names.append(name)
        for k in (*range(*(core or (start, end))), *also):
            self.at.setdefault(k, index)
        draft.last_token = max(draft.last_token, end - 1)

    def stand_in(self, index: int, token: int) -> None:
        """A token that leads to an actor without being a mention: a statement, for its issuer."""
        self.at.setdefault(token, index)

    def move(self, token: int, index: int) -> None:
        """Makes a token of one word mean this actor, and nobody else."""
        place = (self.doc[token].idx, self.doc[token].idx + len(self.doc[token]))
        before = self.at.pop(token, None)
        if before is not None and place in self.drafts[before].spans and len(self.drafts[before].spans) > 1:
            self.drafts[before].spans.remove(place)
        self.joint.pop(token, None)
        self.mention(index, token, token + 1)

    def give(self, index: int, to: int) -> None:
        """Gives all mentions of one actor to another, and lets the first sleep."""
        given, taker = self.drafts[index], self.drafts[to]
        for start, end in given.spans:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                continue
            for k in range(max(0, span.start - 1), span.end):  # the article in front is no part of the mention
                if self.at.get(k) == index:
                    self.at[k] = to
        taker.spans = list(dict.fromkeys([*taker.spans, *given.spans]))
        taker.start = min(taker.start, given.start)
        given.latent = True

    def actor(self, index: int) -> Actor:
        """The finished actor."""
        draft = self.drafts[index]
        spans = sorted(set(draft.spans))
        return Actor(
            id=draft.id,
            name=draft.name,
            kind=draft.kind,
            side=draft.side,
            roles=tuple(dict.fromkeys(draft.roles)),
            mentions=tuple(anchor(self.text, start, end) for start, end in spans),
            names=tuple(dict.fromkeys([draft.name, *draft.names])),
        )
