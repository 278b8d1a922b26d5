"""Who speaks: from the words of a source to actors, with what was said before in mind.

The cast knows whom most words mean. What it leaves open, the order of the speech often settles: who speaks goes on speaking, nobody
names himself inside his own words ("Varga will leave, he said"), and "the envoy" right behind an envoy's words is that envoy.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.quotation import Quotes
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_STYLED = {"his": "m", "her": "f"}
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
_FAR = 7
"""Sentences back in which the one who speaks on is looked for; sentences that are quoted speech alone do not count."""
_MOST_TOKENS = 600
_SPOKE, _ACTED, _TOLD_OF = 3.25, 2.0, 1.0
"""How much someone stands out who spoke, acted, or was told of, against one sentence of distance."""
_GENDER_SHOWN = {(True, False): 0.5, (False, True): 0.0, (False, False): -0.5}
_NOBODYS = frozenset(("ADP", "ADV", "AUX", "CCONJ", "INTJ", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"))
"""Parts of speech that nobody who speaks is named by."""

_MOST_JOINT = 6
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
        self._parsed, self._cast, self._quotes = parsed, cast, quotes
        self._last: _Last | None = None
        self._spoke: dict[int, None] = {}
        self._papers: dict[str, tuple[str, ...]] = {}

    def next(self, one: Detected) -> tuple[str, ...]:
        """The ids of those who speak: several for a joint source, none where the text names nobody."""
        speaker = one.speaker or (one.source[0] if one.source else None)
        if speaker is None:
            return ()
        words = tokens_of(self._parsed, speaker)
        who = self._who(words, one)
        self._spoke.update(dict.fromkeys(t.i for t in words if t == words.root or self._cast.told_at(t.i) in who))
        self._last = _Last(one, who)
        if self._is_paper(words):
            self._papers[words.root.lemma_.lower()] = who
        return who

    def _who(self, words: DocSpan, one: Detected) -> tuple[str, ...]:
        lone = next((t for t in words if t.tag_ == "PRP"), None) if len(words) <= 2 else None
        if lone is not None:
            return self._pronoun(lone, words, one)
        honoured = self._honoured(words, one)
        if honoured is not None:
            return (honoured,)
        named = self._named_behind(words) or self._titled(words)
        if named is not None:
            return (named,)
        if all(t.pos_ in _NOBODYS and self._cast.told_at(t.i) is None for t in words):
            return ()  # "," or "in": a slip of the tagger or the parser
        if [t.lower_ for t in words[:2]] == ["the", "same"] and self._last is not None and self._near(one, 2):
            return self._last.who
        who = self._issuers(words) or self._beside_a_name(words) or self._cast.actors_for(words)
        if len(who) > 1:
            kinds = {self._cast.seen(k).kind for k in who}
            sides = {self._cast.seen(k).side for k in who}
            if kinds - {"unnamed"} or len(sides - {None}) > 1:
                return who[:_MOST_JOINT]
            return who[:1]  # "officers and other witnesses" are one unnamed source
        owner = self._owner(who[0], words)
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
        if word == "it" and (on := self._speaks_on(one)):
            return on
        known = self._cast.actors_for(words) if self._cast.can_act(words) else ()
        known = tuple(id_ for id_ in known if not self._begins_in_words(id_, one))
        if word in _GENDERS:
            meant = self._most_salient(token, one, _GENDERS[word])
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
        meant = self._most_salient(words[0], one, _STYLED[words[0].lower_])
        if meant is not None:
            self._cast.settle(words[-1], meant)
        return meant

    def _most_salient(self, pronoun: Token, one: Detected, gender: str) -> str | None:
        """The person who stands out most before the pronoun, outside the words that he or she is said to speak."""
        best: tuple[float, str] | None = None
        for distance, sentence in self._sentences_before(pronoun):
            if best is not None and best[0] >= _SPOKE + 0.5 - distance:
                break  # nobody further back can stand out more
            for k in range(sentence.start, min(sentence.end, pronoun.i)):
                id_ = self._cast.told_at(k)
                if id_ is None or not self._is_person(id_, gender):
                    continue
                token = pronoun.doc[k]
                if (token.head != token and self._cast.told_at(token.head.i) == id_) or self._in_own_words(token, one):
                    continue  # the head of a mention stands for it
                score = (
                    self._standing(token, pronoun)
                    - distance
                    + _GENDER_SHOWN[self._cast.gender(id_) == gender, self._cast.gender(id_) is None]
                )
                if best is None or score > best[0] or (score == best[0] and distance == 0):
                    best = (score, id_)
        return None if best is None else best[1]

    def _standing(self, token: Token, pronoun: Token) -> float:
        if token.head == pronoun.head and token.dep_ != "poss":
            return _TOLD_OF - 1  # of one verb: hardly the same
        if token.head.lemma_ == "ask" and token.dep_ in {"nsubj", "dobj"}:
            return _SPOKE if token.dep_ == "dobj" else _TOLD_OF  # who is asked answers
        if token.i in self._spoke or (token.dep_ == "nsubj" and lemma(token.head) in cue_words().speech):
            return _SPOKE  # also of "X stated this", whose words stand elsewhere
        subject = token.dep_ in _SUBJECTS or (token.dep_ in {"conj", "appos"} and token.head.dep_ in _SUBJECTS)
        if not subject:
            return _TOLD_OF - (token.dep_ in {"poss", "compound", "amod", "nmod"})
        return _ACTED + 0.25 * (token.head.dep_ == "ROOT")

    def _sentences_before(self, token: Token) -> Iterator[tuple[int, DocSpan]]:
        """The token's sentence and those before it with their distances."""
        doc, distance, first = token.doc, 0, token.i
        sentence = token.sent
        while distance <= _FAR and token.i - first <= _MOST_TOKENS:
            if not self._quotes_all(sentence):
                yield distance, sentence
                distance += 1
            first = sentence.start
            if first == 0:
                return
            sentence = doc[first - 1].sent

    def _quotes_all(self, sentence: DocSpan) -> bool:
        """Whether the sentence is but quoted words (or a part of them)."""
        first, last = sentence[0].idx, sentence[-1].idx
        quote = self._quotes.at(first)
        return quote is not None and quote.end >= last

    def _in_own_words(self, token: Token, one: Detected) -> bool:
        return any(s.start <= token.idx < s.end for s in one.content) or self._quotes.at(token.idx) is not None

    def _is_person(self, id_: str, gender: str) -> bool:
        actor = self._cast.seen(id_)
        person = actor.kind == "person" or (actor.kind == "unnamed" and bool(actor.roles))
        return person and not self._cast.is_many(id_) and self._cast.may_be(id_, gender)

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

    def _named_behind(self, words: DocSpan) -> str | None:
        """The person named in apposition to an office: of "the bureau's chief and speaker, Anna Varga", Varga."""
        head = self._cast.told_at(words.root.i)
        if head is not None and self._cast.seen(head).kind != "unnamed":
            return None
        comma = next((t.i for t in words if t.text == ","), None)
        if comma is None or comma + 1 >= words.end or comma < words.root.i:
            return None
        first = self._cast.told_at(comma + 1)
        k = comma + 1
        while first is None and k < min(words.end, comma + 6) and words.doc[k].text != ",":
            k += 1
            first = self._cast.told_at(k) if k < words.end else None
        if first is None or self._cast.seen(first).kind != "person" or words.doc[k].dep_ == "poss":
            return None
        return first

    def _titled(self, words: DocSpan) -> str | None:
        """The person whose name ends the phrase behind his or her office, where the parse takes another word for the head."""
        last = words[-1]
        id_ = self._cast.told_at(last.i)
        if id_ is None or self._cast.told_at(words.root.i) == id_ or self._cast.seen(id_).kind != "person":
            return None
        if any(t.text == "," for t in words):
            return None
        if any(t.dep_ == "cc" for t in words):
            return id_ if self._holds_both(words) else None
        first = last.i
        while first > words.start and words.doc[first - 1].ent_type_ == "PERSON" == last.ent_type_:
            first -= 1
        before = words.doc[words.start : first].text
        role = next((role for role in self._cast.seen(id_).roles if before.endswith(role)), None)
        if role is None:
            return None
        rest = before.removesuffix(role).split()
        return None if rest and rest[-1] in {"to", "of", "for", "by", "with", "from"} else id_

    def _holds_both(self, words: DocSpan) -> bool:
        """Whether one person has both offices: "President and Chief Executive Anna Varga", not "the president and Anna Varga"."""
        joint = [t.i for t in words if t.lower_ == "and"]
        if len(joint) != 1 or joint[0] == words.start or words[0].pos_ == "DET":
            return False
        before, behind = words.doc[joint[0] - 1], words.doc[joint[0] + 1]
        known = self._cast.told_at(before.i)
        plain = known is None or self._cast.seen(known).kind == "unnamed"
        return (
            plain and behind.pos_ != "DET" and before.tag_ in {"NN", "NNP"} and not behind.ent_type_.startswith("PER")
        )

    def _beside_a_name(self, words: DocSpan) -> tuple[str, ...]:
        """A person and whoever is joined to the name by "and", where the parse makes the name a part of the other: "X and officials"."""
        joint = [t for t in words if t.lower_ == "and"]
        if len(joint) != 1 or joint[0].i == words.start or joint[0].i + 1 >= words.end:
            return ()
        before, behind = words.doc[joint[0].i - 1], words.doc[joint[0].i + 1 : words.end]
        id_ = self._cast.told_at(before.i)
        if id_ is None or self._cast.seen(id_).kind != "person" or self._cast.told_at(behind.root.i) == id_:
            return ()
        if before.dep_ == "pobj" or not self._cast.can_act(behind) or any(t.text == "," for t in words):
            return ()
        return tuple(
            dict.fromkeys((id_, self._named_behind(behind) or self._titled(behind) or self._cast.actor_for(behind)))
        )

    def _taken_up(self, id_: str, words: DocSpan) -> str | None:
        """Whom a definite description means that the cast has not met before: the last speaker, where he fits; None else."""
        actor, last = self._cast.seen(id_), self._last
        if last is None or len(last.who) != 1 or self._cast.is_many(id_) != self._cast.is_many(last.who[0]):
            return None
        named = words.root.text[0].isupper() and not actor.roles  # "The Courier Post" is no post of the last speaker
        new = actor.start >= words.start_char and _is_definite(words) and not named
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
            same_side = actor.side == spoke.side or noun not in lexicon("naming")["one_holder"]
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

    def _owner(self, id_: str, words: DocSpan) -> str | None:
        """Whose words speak: of "remarks by Varga" or "Varga's remarks", Varga; None where the source itself is somebody."""
        actor, head = self._cast.seen(id_), words.root
        if actor.kind != "unnamed" or actor.roles or head.pos_ not in {"NOUN", "PROPN"} or head.tag_ in {"NNP", "NNPS"}:
            return None
        owners = [c for c in head.children if c.dep_ == "poss"]
        owners += [o for c in head.children if c.lower_ in {"by", "from"} for o in c.children if o.dep_ == "pobj"]
        known = [self._cast.told_at(t.i) for t in owners if words.start <= t.i < words.end]
        return next((k for k in known if k is not None), None)

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
