"""Who says "I", "we" or "it" of himself, and whose plan an official tells."""

from spacy.tokens import Token

from dateline.model import Actor
from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import is_passive
from dateline.reading.commitments.noun_phrases import phrase
from dateline.reading.commitments.sides import Sides, leads
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
_THIRD = frozenset({"he", "she", "it", "they"})
_GENDERS = {"he": "m", "she": "f"}
_HOME = frozenset({"country", "government", "nation", "side", "kingdom", "republic", "state", "army", "administration"})


class Speakers:
    """Resolves undertakings to those who tell them."""

    def __init__(self, cast: Cast, sides: Sides) -> None:
        self._cast, self._sides = cast, sides

    def teller(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The source, where a body says of itself "it will": the nearest verb of saying settles who "it" is."""
        subject, source = found.subject, speech.teller or speech.source
        if subject is None or source is None or subject.lower_ not in ("it", "they") or not speech.told_by_subject:
            return ()
        if subject.lower_ == "they" and (
            speech.teller is None
            or speech.joint
            or subject.head.head.dep_ != "conj"
            or _tells_somebody(subject.head.head)
        ):
            return ()  # but "the council urged the rebels to go and said they would pay": who says so
        return (source.id,) if source.kind in ("state", "organisation", "group") else ()

    def self(self, subject: Token, speech: Speech) -> tuple[str, ...]:
        """The source, where "he" or "the country" is left to mean whoever says so."""
        source = speech.source
        if source is None:
            return ()
        if subject.lower_ in _THIRD:
            own = speech.own or (subject.lower_ in _GENDERS and self.is_left_to(subject, source))
            return (source.id,) if own else ()
        if lemma(subject) in _HOME and any(c.lower_ in ("the", "his", "her", "their", "its") for c in subject.children):
            side = source.side or (source.name if source.kind == "state" else "")
            known = self._sides.named(side)
            return (known,) if known is not None else ()
        return ()

    def home(self, subject: Token, speech: Speech) -> tuple[str, ...]:
        """The state of the official who says "the government will", where no word says which."""
        source = speech.source
        left = [c.lower_ for c in subject.children]
        if lemma(subject) not in ("government", "country") or left not in (["the"], ["our"]) or source is None:
            return ()
        side = self._sides.side_of(source.id) if source.kind == "person" and source.roles else None
        return (side,) if side is not None and self._cast.named(side).kind == "state" else ()

    def may_mean_another(self, subject: Token, speech: Speech) -> bool:
        """Whether an official of nobody knows which state says "the government will", where several states are told of."""
        source = speech.source
        bare = lemma(subject) == "government" and [c.lower_ for c in subject.children] == ["the"]
        if not bare or source is None or source.kind != "person" or not source.roles:
            return False
        states = sum(a.kind == "state" for a in self._cast.actors())
        return states > 1 and self._sides.side_of(source.id) is None

    def other(self, pronoun: Token, speaker: Actor) -> tuple[str, ...]:
        """Whom "he" means in the words of somebody who speaks of another one: the only other person told of so far."""
        gender = _GENDERS.get(pronoun.lower_)
        people = (a for a in self._cast.actors() if a.kind == "person" and a.id != speaker.id)
        told = [a.id for a in people if any(m.start < pronoun.idx for m in a.mentions)]
        return tuple(told) if len(told) == 1 and gender is not None and self._cast.may_be(told[0], gender) else ()

    def is_left_to(self, pronoun: Token, source: Actor) -> bool:
        """Whether "he" means nobody whom the cast knows, so that the person who says so speaks of himself."""
        unknown = self._cast.kind_at(pronoun.idx, pronoun.idx + len(pronoun)) in (None, "unnamed")
        return unknown and source.kind == "person" and self._cast.may_be(source.id, _GENDERS[pronoun.lower_])

    def speaker(self, pronoun: Token, speech: Speech) -> tuple[str, ...]:
        """Who says "I"; "we" is the side that is spoken for, and its leader too where it is the leader who says so."""
        source = speech.source
        if source is None or (source.kind == "unnamed" and _is_document(source.name)):
            return ()
        if source.name.casefold() in _PRONOUNS:
            return ()
        many = pronoun.lower_ in ("we", "us")
        if many and source.kind == "unnamed" and source.roles and self._sides.side_of(source.id) is None:
            return ()  # for whom "the president of the group" speaks, nobody tells
        side = self._sides.side_of(source.id)
        if side is None or side == source.id:
            return (source.id,)
        if many and not leads(source):
            return (side,)
        for_side = many or self._cast.named(side).kind == "organisation"
        return (source.id, side) if for_side else (source.id,)

    def announcer(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """Whose plan it is that a thing will do something, or that it will be done: the side of the official who says so."""
        if found.told or found.kind == "agreement" or not speech.official or speech.source is None or speech.joint:
            return ()  # of several who say it, the source is but one
        if found.subject is not None and is_one_of(found.subject, "subjects", "occasions"):
            return ()  # who tells of a meeting is not always who meets
        subject = found.subject
        if speech.source.kind == "unnamed" and not is_passive(found.action):
            return ()  # "trucks will enter the town, an official said": whose they are, nobody tells
        if subject is None or subject.pos_ not in ("NOUN", "NUM") or self._cast.can_act(phrase(subject)):
            return ()
        return self._sides.spoken_for(speech.source)


def _tells_somebody(cue: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative") for c in cue.children)


def _is_document(name: str) -> bool:
    """Whether what speaks is a paper, not somebody: a statement, a letter."""
    words_of = {w.strip(".,").casefold() for w in name.split()}
    return bool(words_of & words("subjects", "documents"))
