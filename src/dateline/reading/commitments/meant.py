"""Whom a noun phrase means: by the cast, by who was named or met before."""

from spacy.tokens import Doc, Token

from dateline.model import Actor
from dateline.reading.actors import Cast
from dateline.reading.actors.mediating import mediates
from dateline.reading.commitments.grammar import children, first, own_subject
from dateline.reading.commitments.noun_phrases import (
    TAKES_UP,
    behind_place,
    how_many,
    is_plural_name,
    joined_below,
    parted_from,
    phrase,
    takes_up,
    those_counted,
)
from dateline.reading.commitments.sides import Sides, initials, once
from dateline.reading.commitments.together import Together
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words
from dateline.reading.joined import joined_people
from dateline.reading.taken_up import subject_taken_up

_TOGETHER = frozenset({"meet", "talk", "speak", "discuss", "negotiate", "hold", "agree", "sign", "confer"})
_LOOK_BACK = 120
"""Tokens before a sentence that are searched for a meeting: three or four sentences."""
_BOTH = 2
_FAR = 2
"""So many times more is told of two states than of a third, where they are "both sides"."""
_HOME = frozenset({"country", "government", "nation", "side", "kingdom", "republic", "state", "army", "administration"})
_PLACES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_TAKEN_UP = frozenset(
    {"country", "side", "party", "government", "nation", "state", "delegation", "power", "neighbour", "neighbor"}
)
"""Nouns that take up several who were named, where no word says which others are meant."""
_BLOCS = frozenset({"alliance", "bloc"})


class Meant:
    """Resolves noun phrases, asked in the order of the text. `agreed` are those who agreed last, at the offset `agreed_at`."""

    def __init__(self, cast: Cast, doc: Doc, sides: Sides) -> None:
        self._cast, self._doc, self._sides = cast, doc, sides
        self._together = Together(doc, cast, sides, self.known)
        self.agreed: tuple[str, ...] = ()
        self.agreed_at = 0

    def means(self, subject: Token) -> tuple[str, ...]:
        """Whoever the noun phrase means, added to the cast where it is a phrase for people or a body."""
        subject = those_counted(subject)
        several = self.listed_behind(subject) or self.named_before(subject) or self.most_told_of(subject)
        if several:
            return several
        span = phrase(subject)
        named = subject.pos_ == "PROPN" and subject.ent_type_ in _NAMES  # a place that acts is somebody
        ids = self._cast.actors_for(span) if named or self._cast.can_act(span) else ()
        each = self._of_each(subject) if len(ids) <= len(subject.conjuncts) else ()
        if each:
            return each  # the cast knows but a part of "the House and the Senate", or the whole as one
        if len(ids) == 1 and is_plural_name(subject):
            union = self._sides.union_of(subject)
            return ids if union is None else (union,)  # "the Europeans" act by their union
        if lemma(subject) in _TAKEN_UP and subject.tag_ == "NNS":
            if len(ids) > 1:
                sides = self._sides.sides_of(ids)
                return self._if_main(sides, subject) if takes_up(subject) else sides
            if len(ids) == 1 and self._cast.named(ids[0]).kind == "state" and takes_up(subject):
                return ()  # "both governments" are not one
        if len(ids) == 1 and lemma(subject) in _HOME and subject.tag_ != "NNS" and not self._is_of_a_region(subject):
            state = self._sides.side_of(ids[0]) or self.state_before(subject)
            return ids if state is None else (state,)  # "the government" means the state that it governs
        if len(ids) == 1 and lemma(subject) in _BLOCS and self._cast.named(ids[0]).name.islower():
            bloc = self.bloc_before(subject)
            return ids if bloc is None else (bloc,)
        joined = (*joined_people(subject), *parted_from(subject))
        below = (i for other in joined_below(subject) for i in self.alone(other))
        ids = once((*ids, *(i for other in joined for i in self.known(other)), *below))
        return once((*(i for other in behind_place(subject) for i in self.alone(other)), *ids))

    def _is_of_a_region(self, subject: Token) -> bool:
        """Whether a government is that of a part of a state: "the government of Bavaria"."""
        owners = [c for c in subject.children if c.dep_ == "poss"]
        owners += [p for c in children(subject, "prep") if c.lower_ == "of" for p in children(c, "pobj")]
        return any(
            o.ent_type_ in _PLACES and self._cast.kind_at(o.idx, o.idx + len(o)) not in ("state", "organisation")
            for o in owners
        )

    def _of_each(self, subject: Token) -> tuple[str, ...]:
        """The actors of a noun and of every one that is joined to it, each by itself; none where one of them is nobody known."""
        parts = (subject, *(c for c in subject.conjuncts if c.i > subject.i))
        if len(parts) == 1:
            return ()
        ids: list[str] = []
        for part in parts:
            span = self._doc[part.left_edge.i : part.i + 1]
            named = part.pos_ == "PROPN" and part.ent_type_ in _NAMES
            apposed = next(
                (c for c in children(part, "appos") if c.pos_ == "PROPN" and c.left_edge.i == part.i + 1), part
            )
            own = self._one(apposed) or (self._cast.actors_for(span) if named or self._cast.can_act(span) else ())
            if not own:
                return ()
            ids += own
        return once(ids)

    def _one(self, noun: Token) -> tuple[str, ...]:
        """The actor that the article names by this word alone."""
        kind = self._cast.kind_at(noun.idx, noun.idx + len(noun))
        known = kind in ("person", "state", "organisation") or (kind == "group" and noun.pos_ == "PROPN")
        return self.alone(noun) if known else ()

    def listed_behind(self, subject: Token) -> tuple[str, ...]:
        """Those of "the three nations — A, B and C —", and B of "the company, B, ": whom the apposition names."""
        if subject.pos_ != "NOUN":
            return ()
        counted = [how_many(c) for c in subject.children if c.like_num and c.i < subject.i]
        for apposed in children(subject, "appos"):
            if apposed.i < subject.i or apposed.pos_ != "PROPN" or apposed.ent_type_ not in ("GPE", "ORG"):
                continue
            ids = self.known(apposed)
            if counted == [len(ids)] or (subject.tag_ == "NN" and len(ids) == 1 and not apposed.conjuncts):
                return ids
        return ()

    def most_told_of(self, subject: Token) -> tuple[str, ...]:
        """The two states of which by far the most is told, where "the two sides", "both countries" takes up nobody near."""
        left = [c for c in subject.children if c.i < subject.i]
        both = any(c.lower_ == "both" or (c.like_num and how_many(c) == _BOTH) for c in left)
        if (
            not both
            or lemma(subject) not in _TAKEN_UP
            or any(c.lower_ not in TAKES_UP and not c.like_num for c in left)
        ):
            return ()
        states = sorted(
            (-len(a.mentions), min((m.start for m in a.mentions), default=0), a.id)
            for a in self._cast.actors()
            if a.kind == "state"
        )
        clear = len(states) == _BOTH or (len(states) > _BOTH and states[1][0] <= _FAR * states[2][0])
        least = -states[1][0] if len(states) > 1 else 0
        if any(_is_armed(a) and len(a.mentions) >= least for a in self._cast.actors()):
            return ()  # rebels may be a side, where the second state only lends the room
        ids = tuple(id_ for _, _, id_ in sorted(states[:_BOTH], key=lambda s: s[1]))
        return ids if clear and self._are_told_together(ids) and not self._together.mediate(ids) else ()

    def _are_told_together(self, ids: tuple[str, ...]) -> bool:
        """Whether the article somewhere names them in one breath: "A and B"."""
        for mention in self._cast.named(ids[0]).mentions:
            span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and any(self.alone(t) == (ids[1],) for t in span.root.conjuncts):
                return True
        return False

    def of_condition(self, found: Undertaking) -> tuple[str, ...]:
        """Whom "it" takes up in "if the council finds it unsafe, it will close the road": the subject of the condition before it."""
        for clause in children(found.action, "advcl"):
            who = own_subject(clause)
            if clause.i < found.action.i and who is not None and who.pos_ == "PROPN" and who.ent_type_ != "PERSON":
                return self.means(who)
        return ()

    def state_before(self, subject: Token) -> str | None:
        """The state that "the government" means where no word says so: the one last named before, if most is told of it."""
        if any(c.dep_ in ("amod", "compound", "poss", "relcl", "prep") for c in subject.children):
            return None
        states = [a for a in self._cast.actors() if a.kind == "state"]
        most = max((len(a.mentions) for a in states), default=0)
        last = max(
            ((m.start, a.id, len(a.mentions)) for a in states for m in a.mentions if m.start < subject.idx),
            default=None,
        )
        alone = sum(len(a.mentions) == most for a in states) == 1
        return last[1] if last is not None and last[2] == most and alone else None

    def bloc_before(self, subject: Token) -> str | None:
        """The body of states that "the alliance" means: the one most told of, where it was named before."""
        blocs = [
            (len(a.mentions), a.id) for a in self._cast.actors() if _is_bloc(a) and a.mentions[0].start < subject.idx
        ]
        return max(blocs)[1] if blocs else None

    def named_before(self, subject: Token) -> tuple[str, ...]:
        """Those whom "the countries", "both parties", "the three sides" take up: who was last named in one breath, else who agreed last."""
        if lemma(subject) not in _TAKEN_UP or subject.tag_ != "NNS":
            return ()
        left = [c for c in subject.children if c.i < subject.i]
        if not takes_up(subject):
            return ()
        counted = [_BOTH if c.lower_ == "both" else how_many(c) for c in left if c.like_num or c.lower_ == "both"]
        if any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in subject.rights):
            return ()
        start = subject.left_edge.i
        for token in reversed(subject.doc[max(0, start - _LOOK_BACK) : start]):
            told = token.ent_type_ in _NAMES or token.dep_ in ("nsubj", "nsubjpass", "pobj")
            if token.dep_ != "conj" and token.conjuncts and told:
                ids = self.known(token)
                actors = [self._cast.named(i) for i in ids]
                several = (
                    self._sides.are_several(ids) and all(_may_be_side(a) for a in actors) and not _is_one_side(actors)
                )
                mediating = mediates(token) or self._together.mediate(ids)
                if several and counted in ([], [len(ids)]) and not mediating:
                    return self._if_main(ids, subject)
        agreed = self._sides.sides_of(self.agreed) if self.agreed else ()
        return agreed if counted in ([], [len(agreed)]) else ()

    def _if_main(self, ids: tuple[str, ...], subject: Token) -> tuple[str, ...]:
        """Those who were named last, unless the article tells of others together far more often: then those, or nobody."""
        if self._together.are_main(ids):
            return ids
        counted = [how_many(c) for c in subject.children if c.like_num and c.i < subject.i]
        main = self._together.main()
        return main if counted in ([], [len(main)]) else ()

    def taken_up(self, pronoun: Token) -> tuple[str, ...]:
        """The body that "it" at the head of a sentence takes up from the sentence before."""
        subject = subject_taken_up(pronoun)
        ids = () if subject is None else self.known(subject)
        return tuple(i for i in ids if self._cast.named(i).kind != "person")

    def met_before(self, subject: Token) -> tuple[str, ...]:
        """Who met or talked in the two sentences before: those whom "the officials agreed" means."""
        start = subject.sent.start
        for token in reversed(subject.doc[max(0, start - _LOOK_BACK) : start]):
            if lemma(token) not in _TOGETHER or token.pos_ != "VERB":
                continue
            ids = [*self.known(own_subject(token)), *self.known(first(token, "dobj"))]
            for child in children(token, "prep"):
                if child.lower_ == "with":
                    ids += self.known(first(child, "pobj"))
            if len(once(ids)) > 1:
                return self._sides.represented(once(ids))
        return ()

    def sent(self, subject: Token) -> tuple[str, ...]:
        """The states or bodies of "experts from A and B", "leaders of A and B": those who act through them."""
        if subject.tag_ != "NNS" or not (
            is_one_of(subject, "subjects", "teams")
            or is_one_of(subject, "subjects", "bodies")
            or is_one_of(subject, "subjects", "leaders")
        ):
            return ()
        for preposition in children(subject, "prep"):
            inner = first(preposition, "pobj") if preposition.lower_ in ("from", "of") else None
            if inner is None:
                continue
            span = phrase(inner)
            ids = self.named_before(inner) or (self._cast.actors_for(span) if self._cast.can_act(span) else ())
            if len(ids) > 1 and all(self._cast.named(i).kind in ("state", "organisation") for i in ids):
                return ids
        return ()

    def alone(self, token: Token) -> tuple[str, ...]:
        known = self._cast.actor_at(token.idx, token.idx + len(token))
        return (known,) if known is not None else ()

    def known(self, noun: Token | None) -> tuple[str, ...]:
        """The actors that a noun phrase means, where the article names them already."""
        ids: list[str] = []
        if noun is None:
            return ()
        for token in (noun, *noun.conjuncts, *joined_people(noun)):
            end = token.idx + len(token)
            if self._cast.kind_at(token.idx, end) in ("person", "state", "organisation", "group"):
                known = self._cast.actor_at(token.idx, end)
                ids += [known] if known is not None else []
        return once(ids)


def _is_armed(actor: Actor) -> bool:
    """Whether it is a side in a war though no state: rebels, a militia."""
    told = {w.removesuffix("s") for w in actor.name.casefold().split()}
    apart = actor.kind == "group" or (actor.kind == "organisation" and actor.side is None)
    return apart and bool(told & words("subjects", "armed"))


def _may_be_side(actor: Actor) -> bool:
    """Whether it is a state, a body, or one who fights, so that it may be one of two sides."""
    told = {w.removesuffix("s") for w in actor.name.casefold().split()}
    fights = actor.kind == "group" and bool(told & words("subjects", "of_a_side"))
    return actor.kind in ("state", "organisation") or fights or _is_armed(actor)


def _is_one_side(actors: list[Actor]) -> bool:
    """Whether a state is named with forces of nobody, "the government and the armed forces": they are its own."""
    forces = ("army", "military", "forces", "police", "troops")
    own = any(a.kind == "group" and a.name.islower() and a.name.split()[-1] in forces for a in actors)
    return own and any(a.kind == "state" for a in actors)


def _is_bloc(actor: Actor) -> bool:
    """Whether it is a body that is a side of its own, as unions and alliances of states are."""
    return actor.kind == "organisation" and actor.side in (actor.name, *initials(actor.name))
