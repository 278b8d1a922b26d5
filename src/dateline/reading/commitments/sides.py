"""For whom somebody acts: the state or body of an office, the union of a people, both sides of a deal."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dateline.model import Actor
from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first
from dateline.reading.commitments.offices import body_of_office
from dateline.reading.commitments.words import is_one_of, words
from dateline.reading.lexicon import lexicon

_AGENCIES = frozenset({"agencies", "agency", "reports", "papers"})
_GOVERNORS = frozenset({"governor", "mayor"})


class Sides:
    """Looks up the states and bodies behind the actors of one article."""

    def __init__(self, cast: Cast, doc: Doc) -> None:
        self._cast, self._doc = cast, doc
        self._offices: dict[str, Token | None] = {}
        self._sides: dict[str, str] = {}
        self._unions: dict[str, str] = {}
        for actor in cast.actors():
            for name in (actor.name, *actor.names):
                self._sides.setdefault(name, actor.id)
        for actor in cast.actors():
            if actor.kind == "organisation":
                self._unions |= {name.casefold(): actor.id for name in _all_names(actor.name)}
            if actor.kind == "organisation" and actor.side is not None and actor.side in initials(actor.name):
                self._sides.setdefault(actor.side, actor.id)
        for actor in cast.actors():
            if actor.side is not None and actor.name.casefold().split()[-1] in words("subjects", "offices_of_state"):
                self._sides.setdefault(actor.side, actor.id)  # its ministry stands for a state that is not named

    def named(self, side: str) -> str | None:
        """The state or body of that name, where the article names it."""
        return self._sides.get(side)

    def are_several(self, ids: tuple[str, ...]) -> bool:
        """Whether those are two sides at least, not somebody and the state or body for which he speaks."""
        return len({self.side_of(i) or i for i in ids}) > 1

    def spoken_for(self, source: Actor) -> tuple[str, ...]:
        """The state or body whose plan an official tells; its leader stands for it too."""
        if source.kind in ("state", "organisation"):
            return () if _only_tells(source.name) else (source.id,)
        side = self.side_of(source.id)
        if side is None:
            return ()
        return (source.id, side) if source.roles and leads(source) else (side,)

    def without_outlets(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The ids with the state that an agency speaks for in its stead: what a paper says, it does not undertake."""
        kept: list[str] = []
        for one in ids:
            outlet = self._cast.named(one).name in lexicon("organisations")["outlets"]["names"]
            side = self.side_of(one) if outlet else one
            kept += [] if side is None else [side]
        return once(kept)

    def represented(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The states or bodies for which people act, where each acts for another one; else the people."""
        sides = [self._sides.get(self._cast.named(i).side or "") for i in ids]
        known = [side for side in sides if side is not None]
        return once(known) if len(set(known)) == len(ids) else ids

    def sides_of(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Whom "the two parties" means: people only for the two sides that they speak for; who signed for them is no side."""
        people = any(self._cast.named(i).kind == "person" for i in ids)
        sides = self.represented(ids) if people else ids
        persons = any(self._cast.named(i).kind == "person" for i in sides)
        return sides if self.are_several(sides) and not persons else ()

    def side_of(self, id_: str) -> str | None:
        """The state or body for which somebody acts, where the article names it."""
        actor = self._cast.named(id_)
        if actor.side is None and actor.kind == "unnamed":
            return self._spoken_of(actor)
        if actor.side is not None or actor.kind != "person":
            return self._sides.get(actor.side or "")
        told = self.office(actor)
        return None if told is None else self.body(told)

    def _spoken_of(self, actor: Actor) -> str | None:
        """The body of "a spokesman for the ferry union"."""
        mention = actor.mentions[0] if actor.mentions else None
        span = None if mention is None else self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not is_one_of(span.root, "subjects", "spokespeople"):
            return None
        for preposition in children(span.root, "prep"):
            body = first(preposition, "pobj") if preposition.lower_ in ("for", "of", "from") else None
            if body is not None and self._cast.can_act(self._doc[body.left_edge.i : body.i + 1]):
                return self._cast.actor_for(self._doc[body.left_edge.i : body.i + 1])
        return None

    def office(self, actor: Actor) -> Token | None:
        """The word that tells whose office a person holds."""
        if actor.id not in self._offices:
            self._offices[actor.id] = body_of_office(
                actor, self._doc, lambda t: t.ent_type_ == "GPE" or self.body(t) is not None
            )
        return self._offices[actor.id]

    def part_of_office(self, actor: Actor) -> str | None:
        """The part of a state that a governor or mayor governs; a judge or senator does not act for a whole one."""
        told = self.office(actor) if actor.kind == "person" else None
        governs = any(w in _GOVERNORS for role in actor.roles for w in role.casefold().split())
        if told is None or not governs or told.ent_type_ != "GPE" or self.body(told) is not None:
            return None
        return self._cast.actor_for(self._doc[told.i : told.i + 1])

    def body(self, token: Token) -> str | None:
        """The state or body that a word names, "European" too for the union of that name."""
        end = token.idx + len(token)
        if self._cast.kind_at(token.idx, end) in ("state", "organisation"):
            return self._cast.actor_at(token.idx, end)
        return self.union_of(token)

    def union_of(self, people: Token) -> str | None:
        """The union of states that is named after its people, where the article names it, be it by its capitals."""
        if people.pos_ not in ("ADJ", "PROPN", "NOUN") or not people.text[0].isupper():
            return None
        return self._unions.get(f"{people.lower_.removesuffix('s')} union")


def _only_tells(name: str) -> bool:
    """Whether a body plans nothing of what it tells: a news agency, a paper, a court that orders others."""
    last = name.casefold().split()[-1]
    tells = name.islower() and (last.removesuffix("s") in words("subjects", "documents") or last in _AGENCIES)
    return tells or name in lexicon("organisations")["outlets"]["names"] or last in ("court", "tribunal")


def leads(actor: Actor) -> bool:
    """Whether somebody is told to be at the head of what he speaks for; a prime minister leads, other ministers speak for who does."""
    for role in actor.roles:
        words_of = frozenset(role.casefold().replace("’s", "").replace("'s", "").split())
        if words_of & words("subjects", "leaders") and not words_of & {"deputy", "vice"}:
            return True
        if {"prime", "minister"} <= words_of and "deputy" not in words_of:
            return True
    return not actor.roles and actor.kind != "unnamed"


def _all_names(name: str) -> tuple[str, ...]:
    """The names of a body of states, however the article writes it."""
    known = lexicon("organisations")["between_states"]
    return next((tuple(body["names"]) for body in known if name in body["names"]), (name,))


def initials(name: str) -> tuple[str, ...]:
    """The capitals with which a body's name may be written for short."""
    words_of = name.replace(".", "").split()
    return "".join(w[0] for w in words_of if w[0].isupper()), "".join(words_of)


def once(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in their order, each once."""
    return tuple(dict.fromkeys(ids))
