"""Who speaks: from the words of a source to actors, with what was said before in mind.

The cast knows whom most words mean. What it leaves open, the order of the speech often settles: who speaks goes on speaking, nobody
names himself inside his own words ("Varga will leave, he said"), and "the envoy" right behind an envoy's words is that envoy.
"""

from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.actors import Cast
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.quotation import Quotes
from dateline.reading.attributions.salience import Salience
from dateline.reading.attributions.source_phrases import SourcePhrases
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_STYLED = {"his": "m", "her": "f"}
_NOBODYS = frozenset(("ADP", "ADV", "AUX", "CCONJ", "INTJ", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"))
"""Parts of speech that nobody who speaks is named by."""

_MOST_JOINT = 6
_BESIDE = 20
"""Code points from a name to the cue that it is the subject of."""
_TAKEN_UP_WITHIN = 3
"""Sentences after which "the envoy" no longer means the last speaker."""
_SMALLER = frozenset({"local", "regional", "provincial", "municipal"})
_ANY_SPEAKERS = frozenset(("official", "source"))
_NEAR = 3000
"""Code points after which nobody is near any more."""
_BARE = 2
"""The words of "the statement"."""
_BODIES = frozenset(("organisation", "group"))
_ANY_BODY = frozenset(("alliance", "bloc", "body", "group", "organisation", "organization"))
"""What any body may be called, whatever its name says that it is."""


@dataclass(frozen=True, slots=True)
class _Last:
    """Who spoke last, in which words."""

    one: Detected
    who: tuple[str, ...]


class Speakers:
    """Asked for one source after another, in the order of the text."""

    def __init__(self, parsed: Parsed, cast: Cast, quotes: Quotes) -> None:
        self._parsed, self._cast = parsed, cast
        self._last: _Last | None = None
        self._spoke: dict[int, None] = {}
        self._papers: dict[str, tuple[str, ...]] = {}
        self._salience = Salience(cast, quotes, self._spoke)
        self._phrases = SourcePhrases(cast)

    def next(self, one: Detected) -> tuple[str, ...]:
        """The ids of those who speak: several for a joint source, none where the text names nobody."""
        speaker = one.speaker or self._subject(one)
        if speaker is None:
            return ()
        words = tokens_of(self._parsed, speaker)
        who = self._who(words, one)
        self._spoke.update(dict.fromkeys(t.i for t in words if t == words.root or self._cast.told_at(t.i) in who))
        self._last = _Last(one, who)
        if self._is_paper(words):
            self._papers[words.root.lemma_.lower()] = who
        return who

    def _subject(self, one: Detected) -> Span | None:
        """The source; of several names apart the one right before the cue: "Frey left, with Brel on Monday saying"."""
        named = [s for s in one.source if any(t.pos_ == "PROPN" for t in tokens_of(self._parsed, s))]
        near = [s for s in named if one.cue and 0 <= one.cue[0].start - s.end <= _BESIDE]
        return near[-1] if len(named) > 1 and near else one.source[0] if one.source else None

    def _who(self, words: DocSpan, one: Detected) -> tuple[str, ...]:
        lone = next((t for t in words if t.tag_ == "PRP"), None) if len(words) <= 2 else None
        if lone is not None:
            return self._pronoun(lone, words, one)
        if len(words) > 1 and words[-1].tag_ == "PRP" and words[-2].lower_ == "of":
            return ()  # "one of them": who it is, is open
        honoured = self._honoured(words, one)
        if honoured is not None:
            return (honoured,)
        named = self._phrases.named_behind(words) or self._phrases.titled(words)
        if named is not None:
            return (named,)
        if all(t.pos_ in _NOBODYS and self._cast.told_at(t.i) is None for t in words):
            return ()  # "," or "in": a slip of the tagger or the parser
        if [t.lower_ for t in words[:2]] == ["the", "same"] and self._last is not None and self._near(one, 2):
            return self._last.who
        says_more = len(words) == 1 and words.root.dep_ in {"amod", "compound"}
        counted = words.root.tag_ == "CD" and len(words) <= _BARE  # "the two", "all three"
        if (says_more or counted or words.root.tag_ == "WDT") and not self._cast.can_act(words):
            return ()  # "the plan, which said", "local warnings of a war": nobody's
        who = self._issuers(words) or self._phrases.beside_a_name(words) or self._cast.actors_for(words)
        if len(who) > 1:
            kinds = {self._cast.seen(k).kind for k in who}
            sides = {self._cast.seen(k).side for k in who}
            if kinds - {"unnamed"} or len(sides - {None}) > 1:
                return who[:_MOST_JOINT]
            return who[:1]  # "officers and other witnesses" are one unnamed source
        owner = self._phrases.owner(who[0], words)
        if owner is not None:
            return (owner,)
        meant = self._taken_up(who[0], words)
        if meant is not None:
            self._cast.same(who[0], meant)
        elif self._names_the_last(who[0], words):
            self._cast.same(self._last_id(), who[0])
        return (meant or who[0],)

    # -- pronouns --------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token, words: DocSpan, one: Detected) -> tuple[str, ...]:
        word = token.lower_
        if word == "it" and token.dep_ == "nsubjpass":
            return ()  # "it is alleged that"
        if word == "it" and (on := self._speaks_on(one)):
            return on
        known = self._cast.actors_for(words) if self._cast.can_act(words) else ()
        known = tuple(id_ for id_ in known if not self._begins_in_words(id_, one))
        if word in _GENDERS and not (known and self._cast.is_formed(token)):
            meant = self._salience.person(token, one, _GENDERS[word])
            if meant is not None and known != (meant,):
                self._cast.settle(token, meant)
                return (meant,)
        elif not known and word in {"they", "it"} and self._last is not None and self._near(one, 2):
            if (
                word == "it"
                and self._last.one.source
                and self._is_paper(tokens_of(self._parsed, self._last.one.source[0]))
            ):
                return self._last.who
            last = [self._cast.seen(k) for k in self._last.who]
            if word == "they" and (len(last) > 1 or any(self._cast.is_many(a.id) or a.kind == "group" for a in last)):
                return self._last.who
            if word == "it" and len(last) == 1 and last[0].kind in {"organisation", "state", "group"}:
                return self._last.who
        return known

    def _begins_in_words(self, id_: str, one: Detected) -> bool:
        """Whether somebody without a name is first told of in what the speaker says: then somebody else speaks."""
        actor = self._cast.seen(id_)
        return actor.kind == "unnamed" and any(part.start <= actor.start < part.end for part in one.content)

    def _honoured(self, words: DocSpan, one: Detected) -> str | None:
        """Whom "His Excellency" means where no name follows: who "he" would mean."""
        bare = len(words) == _BARE and words[-1].lower_ in lexicon("roles")["styles"]
        if not bare or words[0].lower_ not in _STYLED:
            return None
        meant = self._salience.person(words[0], one, _STYLED[words[0].lower_])
        if meant is not None:
            self._cast.settle(words[-1], meant)
        return meant

    def _speaks_on(self, one: Detected) -> tuple[str, ...]:
        """Who "it" is in "The statement said X. It also said Y.": what spoke in the sentence before, whoever X is about."""
        last = self._last
        if last is None or not last.one.cue or not one.cue or not last.one.source:
            return ()
        gap = self._parsed.text[last.one.order[1] : one.order[0]]
        if gap.strip(" \t\r\n\u00a0\"'“”‘’„`«».,;:!?…–—-()[]"):
            return ()
        speech = cue_words().speech
        if not all(any(lemma(t) in speech for t in tokens_of(self._parsed, d.cue[0])) for d in (last.one, one)):
            return ()
        source = tokens_of(self._parsed, last.one.source[0])
        if self._is_paper(source):
            return last.who
        kinds = [self._cast.seen(id_).kind for id_ in last.who]
        body = kinds[:1] == ["unnamed"] and not self._cast.is_many(last.who[0]) and not self._is_human(source.root)
        return last.who if len(kinds) == 1 and (body or kinds[0] in {"state", "organisation", "group"}) else ()

    def _is_paper(self, words: DocSpan) -> bool:
        """Whether the source is a document or what it holds: "the statement", "a report by X"."""
        return words.root.pos_ == "NOUN" and words.root.lemma_.lower() in lexicon("unnamed")["documents"]

    def _is_human(self, noun: Token) -> bool:
        return noun.pos_ == "PRON" or noun.lemma_.lower() in lexicon("unnamed")["singular"]

    # -- names and descriptions ------------------------------------------------------------------------------------

    def _taken_up(self, id_: str, words: DocSpan) -> str | None:
        """Whom a definite description means that the cast has not met before: the last speaker, where he fits; None else."""
        actor, last = self._cast.seen(id_), self._last
        if last is None or len(last.who) != 1 or self._cast.is_many(id_) != self._cast.is_many(last.who[0]):
            return None
        named = words.root.text[0].isupper() and not actor.roles  # "The Courier Post" is no post of the last speaker
        new = actor.start >= words.start_char and _is_definite(words) and not named and self._cast.is_described(id_)
        owned = any(
            c.dep_ == "poss" and self._is_human(c) for c in words.root.lefts
        )  # "the girl's father" is somebody new
        if not new or owned or _contrasts(words) or not self._near(None, _TAKEN_UP_WITHIN, words.start_char):
            return None
        spoke, noun = self._cast.seen(last.who[0]), words.root.lemma_.lower()
        if spoke.id == actor.id or (None not in (actor.side, spoke.side) and actor.side != spoke.side):
            return None
        if self._cast.is_many(id_):
            fits = noun in _ANY_SPEAKERS and spoke.kind in {"unnamed", "group"} and not _BODIES & {actor.kind}
        elif noun in lexicon("unnamed")["documents"]:
            told_apart = noun in cue_words().thing or any(c.lower_ in {"by", "from", "of"} for c in words.root.rights)
            fits = spoke.kind != "unnamed" and not told_apart  # "the agreement of June" is nobody's word alone
        elif actor.kind == "unnamed":
            same_side = actor.side == spoke.side or not (noun in lexicon("naming")["one_holder"] or _names_body(words))
            fits = (
                bool(actor.roles) and spoke.kind == "person" and same_side and self._cast.may_hold(spoke.id, words.root)
            ) and not _is_other_office(words, spoke.roles)
        else:
            bodies = {*lexicon("organisations")["body_nouns"], *lexicon("naming")["calls_a_group"], *_ANY_BODY, "board"}
            own = self._cast.named(spoke.id).name.split()[-1].lower()
            other = own in bodies and own != noun and noun not in _ANY_BODY  # a palace is no party
            fits = noun in bodies and actor.kind in _BODIES and spoke.kind in _BODIES and not other
        return spoke.id if fits else None

    def _issuers(self, words: DocSpan) -> tuple[str, ...]:
        """Who speaks together in a document: of "a joint statement by X and Y" both, of "the joint statement" those who spoke last."""
        head = words.root
        if head.lemma_.lower() not in lexicon("unnamed")["documents"]:
            return ()
        for prep in head.children:
            issuer = (
                next((c for c in prep.children if c.dep_ == "pobj"), None)
                if prep.lower_ in {"by", "from", "of"}
                else None
            )
            if (
                issuer is not None
                and issuer.right_edge.i < words.end
                and any(c.dep_ == "conj" for c in issuer.children)
            ):
                return self._cast.actors_for(words.doc[issuer.left_edge.i : issuer.right_edge.i + 1])
        known = self._papers.get(head.lemma_.lower(), ())
        if known and _is_definite(words) and len(words) == _BARE:
            return known
        last = self._last
        if last is None or len(last.who) < 2 or not last.one.source or not _is_definite(words):
            return ()
        again = tokens_of(self._parsed, last.one.source[0]).root.lemma_ == head.lemma_ and len(words) == 2
        return last.who if again or any(t.lower_ == "joint" for t in words) else ()

    def _names_the_last(self, id_: str, words: DocSpan) -> bool:
        """Whether a person who is told of for the first time is the office holder who spoke in the sentence before without a name."""
        person, last = self._cast.seen(id_), self._last
        if last is None or len(last.who) != 1 or person.kind != "person" or not last.one.source:
            return False
        if person.start < words.start_char or not self._near(None, 1, words.start_char):
            return False
        described, source = self._cast.seen(last.who[0]), tokens_of(self._parsed, last.one.source[0])
        fits = described.kind == "unnamed" and not self._cast.is_many(described.id) and _is_definite(source)
        first = described.start >= source.start_char
        sides = described.side is not None and person.side in (described.side, None)
        return fits and first and sides and not self._cast.holds_office(id_)

    def _last_id(self) -> str:
        return self._last.who[0] if self._last is not None else ""

    def _near(self, one: Detected | None, sentences: int, at: int | None = None) -> bool:
        """Whether no more than so many sentences lie between the last speech and this one."""
        if self._last is None:
            return False
        start = one.order[0] if one is not None else at or 0
        end = max(s.end for s in (*self._last.one.cue, *self._last.one.source))
        if start <= end:
            return True
        if start - end > _NEAR:
            return False
        between = self._parsed.doc.char_span(end, start, alignment_mode="expand")
        starts = 0 if between is None else sum(bool(t.is_sent_start) for t in between)
        return starts <= sentences


def _names_body(words: DocSpan) -> bool:
    """Whether a description says of what body or land: "the head of the CIA" is not just any speaker."""
    return any(t.ent_type_ in {"ORG", "GPE", "NORP"} for t in words if t != words.root)


def _is_other_office(words: DocSpan, roles: tuple[str, ...]) -> bool:
    """Whether a description says more of an office than any that the speaker is told to hold: "the local fire chief" is not the president."""
    held = {word for role in roles for word in role.casefold().split()}
    more = {t.lower_ for t in words.root.lefts if (t.dep_ == "compound" and t.pos_ == "NOUN") or t.lower_ in _SMALLER}
    return bool(held and more) and held.isdisjoint(more | {words.root.lemma_.lower()})


def _contrasts(words: DocSpan) -> bool:
    """Whether "however" behind the source, or "for his part" before it, sets it off from whoever spoke before."""
    behind, before = words.doc[words.end : words.end + 3], words.doc[max(0, words.start - 4) : words.start]
    own_part = [t.lower_ for t in before][1::2] in (["his", ","], ["her", ","], ["its", ","]) and before[
        2
    ].lower_ == "part"
    return own_part or any(t.lower_ in {"however", "meanwhile"} for t in behind)


def _is_definite(words: DocSpan) -> bool:
    return words[0].lower_ in {"the", "this"} and all(
        t.lower_ not in lexicon("naming")["fresh"] for t in words[: words.root.i - words.start + 1]
    )
