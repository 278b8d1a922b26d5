"""The cast of an article: who is in it, and who is meant by any stretch of its text."""

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import Actor, ActorKind, Article, Place
from dateline.reading.actors.candidates import gender_of, named_gender
from dateline.reading.actors.descriptions import Descriptions
from dateline.reading.actors.find_names import find_names
from dateline.reading.actors.frame import dateline_state
from dateline.reading.actors.gathering import Gathering
from dateline.reading.actors.owners import name_owners
from dateline.reading.actors.phrases import antecedent, head_of, joined_to
from dateline.reading.actors.pronouns import resolve_pronouns
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.sides import infer_sides
from dateline.reading.actors.words import office_noun, words
from dateline.reading.parse import Parsed


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor at a glance; `start` is where the text first tells of it."""

    id: str
    kind: ActorKind
    side: str | None
    roles: tuple[str, ...]
    start: int


class Cast:
    """Who is in the article. Built by `find_cast`; later steps ask who is meant, and may add whom they meet."""

    def __init__(self, roster: Roster, descriptions: Descriptions) -> None:
        self._roster, self._descriptions = roster, descriptions
        self._doc: Doc = roster.doc
        self._by_id = {draft.id: index for index, draft in enumerate(roster.drafts)}
        self._made: dict[str, tuple[tuple[object, ...], Actor]] = {}

    # -- who is meant ----------------------------------------------------------------------------------------------

    def actor_at(self, start: int, end: int) -> str | None:
        """The id of the actor that `text[start:end]` means: of the mention that holds the head of that stretch; else None."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        index = None if span is None or not len(span) else self._meant(span)
        return None if index is None else self._awake(index)

    def actor_for(self, span: DocSpan) -> str:
        """The id of the actor that a noun phrase means; where the cast has none yet, one is added.

        Ask `can_act` before, where a phrase may also be a thing or a deed ("attacks by X on Y").
        """
        index = self._meant(span)
        if index is None:
            index = self._descriptions.add(
                _worded(antecedent(head_of(span)), span) if len(span) else self._doc[span.start]
            )
            self._by_id[self._roster.drafts[index].id] = index
        return self._awake(index)

    def actors_for(self, span: DocSpan) -> tuple[str, ...]:
        """The ids of all actors that a noun phrase means: both of "Iraq and the US", and of "the two sides" where that is settled."""
        heads = _coordinated(head_of(span), span)
        if len(heads) > 1:
            states = self._descriptions.states_listed(heads)
            found = [self.actor_for(self._doc[t.i : t.i + 1]) for t in heads if t.i in states or self._acts(t)]
            if found:
                return tuple(dict.fromkeys(found))
        pair = self._roster.joint.get(heads[0].i) or self._descriptions.pair_for(heads[0])
        if pair:
            return tuple(self._awake(index) for index in pair)
        index = self._meant(span)
        parts = self._descriptions.by_side(index) if index is not None else ()
        if parts:
            for part in parts:
                self._by_id[self._roster.drafts[part].id] = part
            return tuple(self._awake(part) for part in parts)
        return (self.actor_for(span),)

    def can_act(self, span: DocSpan) -> bool:
        """Whether a noun phrase means somebody who acts or speaks: a known actor, or a noun for people or a body."""
        return self._meant(span) is not None or self._acts(head_of(span))

    def seen(self, id_: str) -> Seen:
        """What is known of the actor with this id by now, without its mentions. Raises KeyError where there is none."""
        draft = self._roster.drafts[self._by_id[id_]]
        return Seen(draft.id, draft.kind, draft.side, tuple(draft.roles), draft.start)

    def told_at(self, token: int) -> str | None:
        """The id of the actor whom the token with this index means, without adding or waking one; None where it means nobody."""
        index = self._roster.at.get(token)
        return None if index is None else self._roster.drafts[index].id

    def wake(self, id_: str) -> None:
        """Makes whoever is only described one of the cast, because a record tells of him. Raises KeyError where there is none."""
        self._awake(self._by_id[id_])

    def settle(self, token: Token, id_: str) -> None:
        """Makes a pronoun mean this actor, as who speaks has shown. Raises KeyError where there is no such actor."""
        self._roster.move(token.i, self._by_id[id_])
        self._awake(self._by_id[id_])

    def is_formed(self, token: Token) -> bool:
        """Whether the form of its sentence alone says whom a pronoun means: "a speech by Frey in which she said"."""
        return token.i in self._roster.formed

    def same(self, described: str, id_: str) -> None:
        """Makes one actor of a described one and another: all that means the first means the second from now on."""
        old, new = self._by_id[described], self._by_id[id_]
        self._roster.give(old, new)
        self._by_id[described] = new

    def gender(self, id_: str) -> str | None:
        """The letter m or f, as titles, pronouns or the given name show; None where they do not."""
        return gender_of(self._roster.drafts[self._by_id[id_]])

    def may_be(self, id_: str, gender: str) -> bool:
        """Whether nothing but a pronoun speaks against this gender: a given name does."""
        draft = self._roster.drafts[self._by_id[id_]]
        shown = named_gender(draft) if draft.gender_guessed else gender_of(draft)
        return shown in (gender, None)

    def is_described(self, id_: str) -> bool:
        """Whether the text has no name for the actor, only a noun that says what it is."""
        return bool(self._roster.drafts[self._by_id[id_]].head)

    def is_many(self, id_: str) -> bool:
        """Whether the actor is several people ("officials")."""
        return self._roster.drafts[self._by_id[id_]].plural

    def holds_office(self, id_: str) -> bool:
        """Whether the text gives the person an office or an occupation; ranks are none."""
        roles = self._roster.drafts[self._by_id[id_]].roles
        return any(word.lower() not in words("roles", "ranks") for role in roles for word in role.split())

    def may_hold(self, id_: str, office: Token) -> bool:
        """Whether a person may be called by this noun: unless it is one of the highest offices and the person holds another one."""
        noun, highest = office.lemma_.lower(), words("naming", "one_holder")
        own = {office_noun(role) for role in self._roster.drafts[self._by_id[id_]].roles}
        return noun in own or noun not in highest or not own & highest

    def _acts(self, token: Token) -> bool:
        return token.i in self._roster.at or self._descriptions.may_act(token)

    def _meant(self, span: DocSpan) -> int | None:
        if not len(span):
            return None
        for head in (antecedent(head_of(span)), span.root):
            index = self._roster.at.get(head.i)
            if index is not None:
                return index
            for child in head.children:  # "aide to X, Name": the name is the head's apposition
                if child.dep_ == "appos" and child.i in self._roster.at and span.start <= child.i < span.end:
                    return self._roster.at[child.i]
        held = {self._roster.at[k] for k in range(span.start, span.end) if k in self._roster.at}
        whole = all(
            k in self._roster.at or not self._doc[k].is_alpha or self._doc[k].is_stop
            for k in range(span.start, span.end)
        )
        return next(iter(held)) if len(held) == 1 and whole else None

    def awake(self) -> frozenset[str]:
        """The ids of everyone who is in the article by now."""
        return frozenset(draft.id for draft in self._roster.drafts if not draft.latent)

    def keep(self, ids: Collection[str]) -> None:
        """Lets all others sleep again, as if a step had never asked for them: it found them, and nothing to say of them."""
        for draft in self._roster.drafts:
            draft.latent = draft.latent or draft.id not in ids

    def rest(self, told: Collection[str]) -> None:
        """Lets those sleep who are only described, or bear a name that nobody was known to bear, and whom no record tells of."""
        for draft in self._roster.drafts:
            unsure = bool(draft.head) or draft.asked_for
            draft.latent = draft.latent or (unsure and draft.id not in told)

    def _awake(self, index: int) -> str:
        draft = self._roster.drafts[index]
        draft.latent = False
        return draft.id

    # -- who is there ----------------------------------------------------------------------------------------------

    def named(self, id_: str) -> Actor:
        """The actor with this id, as far as it is known by now. Raises KeyError where there is none."""
        draft = self._roster.drafts[self._by_id[id_]]
        state = (draft.kind, draft.name, draft.side, len(draft.roles), len(draft.names), len(draft.spans))
        made = self._made.get(id_)
        if made is None or made[0] != state:  # an actor of a thousand mentions is asked for a thousand times
            made = self._made[id_] = (state, self._roster.actor(self._by_id[id_]))
        return made[1]

    def actors(self) -> tuple[Actor, ...]:
        """Everyone who is named, and all others whom a step asked for, in the order of their first mention."""
        awake = [self._roster.actor(k) for k, draft in enumerate(self._roster.drafts) if not draft.latent]
        return tuple(sorted(awake, key=lambda a: (a.mentions[0], a.id)))

    def kind_at(self, start: int, end: int) -> ActorKind | None:
        """The kind of the actor that a stretch means, without adding or waking one."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        index = None if span is None or not len(span) else self._meant(span)
        return None if index is None else self._roster.drafts[index].kind


def _coordinated(head: Token, span: DocSpan) -> list[Token]:
    """The head and what is joined to it inside the span."""
    return [head, *sorted((t for t in joined_to(head) if span.start <= t.i < span.end), key=lambda t: t.i)]


def _worded(head: Token, span: DocSpan) -> Token:
    """The head, or a word beside it where the model takes a mark for the head."""
    if head.is_alpha or any(c.isalnum() for c in head.text):
        return head
    return next((t for t in span if t.pos_ in ("NOUN", "PROPN", "ADJ")), head)


def find_cast(article: Article, parsed: Parsed, places: tuple[Place, ...]) -> Cast:
    """Everyone whom the article names or describes as acting or speaking."""
    roster = Roster(article.id, parsed.text, parsed.doc)
    gathering = Gathering(parsed.doc, find_names(parsed, places), roster)
    gathering.gather()
    gathering.share_roles()
    home = dateline_state(parsed)
    descriptions = Descriptions(roster, gathering.at, home)
    descriptions.gather()
    infer_sides(roster, gathering.at, home)
    gathering.join_sides()
    resolve_pronouns(roster)
    name_owners(roster)
    return Cast(roster, descriptions)
