"""In whose voice an undertaking is told: the paper's, the party's own, an official's, or a bystander's who only foretells."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import Actor, Attribution
from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import ancestors, children, own_subject, subject_of
from dateline.reading.commitments.words import is_one_of, lemma, words
from dateline.reading.parse import text_of

_WARNING = frozenset({"warn", "threaten"})
_INTERVIEW = 3
"""Questions outside quotation marks that make an article an interview or a comment."""
_SPANS_BACK = 4
"""Attributions before a quotation of nobody that are searched for who speaks."""
_NEAR = 700
"""Code points that a quotation may go on after its last attribution."""
_MARKS = re.compile('["“”]')
_SAID = re.compile(r"\w+ (?:said|says|added|told)\b")
_OPENING = 60
"""Tokens in which an article says that it gives somebody's words."""

_SPEECHES = frozenset({"quotes", "excerpts", "remarks", "highlights", "transcript", "speech", "quotations", "comments"})
_PASSES_ON = frozenset({"quote", "cite"})
_SELVES = frozenset({"i", "we", "he", "she", "they", "it", "who"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Who tells the clause of one verb.

    `reported`: somebody other than the paper tells it. `bystander`: an observer, analyst or poll tells it. `own`: the
    subject tells it of itself or of its own side. `foreign`: another side tells it of the subject. `warns`, `denied`:
    the source warns of it, or denies it. `commented`: nobody is named for it in an article
    that is mostly a comment or an interview. `told_by_subject`: it hangs right on the source's verb of saying. `teller` is the subject of the verb of saying, where the cast knows it, `teller_noun` its head. `nobody`: "I" or
    "we" without quotation marks and without a speaker. `direct`: its subject stands in a quotation, where nobody says "he" of himself. `joint`: several say it together. `attribution` is the id of the attribution, where there is one.
    """

    reported: bool = False
    bystander: bool = False
    own: bool = False
    foreign: bool = False
    warns: bool = False
    denied: bool = False
    commented: bool = False
    told_by_subject: bool = False
    nobody: bool = False
    direct: bool = False
    joint: bool = False
    attribution: str | None = None
    source: Actor | None = None
    teller: Actor | None = None
    teller_noun: Token | None = None
    cast: Cast | None = None

    @property
    def official(self) -> bool:
        """Whether a state, a body, or somebody with an office or a side is named for it."""
        if self.source is None or self.bystander:
            return False
        if self.source.kind in ("state", "organisation"):
            return True
        return self.source.side is not None or (self.source.kind == "person" and bool(self.source.roles))

    def means_a_body(self, pronoun: Token) -> bool:
        """Whether "it" or "which" means a state, body or group, by the cast or because one says so of itself."""
        bodies = ("state", "organisation", "group")
        if self.told_by_subject and self.source is not None and self.source.kind in bodies:
            return True
        if self.cast is None:
            return False
        kind = self.cast.kind_at(pronoun.idx, pronoun.idx + len(pronoun))
        return kind in bodies or (kind == "unnamed" and self.told_by_subject)


class Voices:
    """Looks up in whose voice a verb stands: by the attributions, else by the verb of saying that governs it."""

    def __init__(self, doc: Doc, cast: Cast, attributions: tuple[Attribution, ...]) -> None:
        self._doc, self._cast = doc, cast
        self._states: dict[str, str | None] = {}
        spans = [(a.start, a.end, said) for said in attributions for a in said.content]
        self._spans = sorted(spans, key=lambda s: (s[0], -s[1], s[2].id))
        self._starts = [s[0] for s in self._spans]
        self._reach: list[int] = []
        reach = 0
        for _, end, _said in self._spans:
            reach = max(reach, end)
            self._reach.append(reach)
        by_bystander = sum(_is_bystander(said, self._actor(said.source), None) for said in attributions)
        asked = sum(t.text == "?" and not self.in_quotation(t) for t in doc)
        self._is_comment = 2 * by_bystander > len(attributions) or asked >= _INTERVIEW

    def attribution_at(self, offset: int) -> Attribution | None:
        """The innermost attribution whose content holds the offset."""
        for k in range(bisect_right(self._starts, offset) - 1, -1, -1):
            start, end, said = self._spans[k]
            if start <= offset < end:
                return said
            if self._reach[k] <= offset:
                break
        return None

    def in_quotation(self, token: Token) -> bool:
        """Whether the token stands between quotation marks, as far as those before it in its paragraph tell."""
        text = text_of(self._doc)
        begins = max(text.rfind("\n\n", 0, token.idx) + 1, token.idx - _NEAR, 0)
        opened = False
        for mark in _MARKS.finditer(text, begins, token.idx):
            opened = _opens(text, mark.start(), opened=opened)
        return opened

    def speaker_before(self, offset: int) -> Actor | None:
        """The last known source of words that are attributed before the offset, where they stand near: who goes on to say "we"."""
        last = bisect_right(self._starts, offset) - 1
        for k in range(last, max(-1, last - _SPANS_BACK), -1):
            start, end, said = self._spans[k]
            if offset - end > _NEAR:
                return None
            speaker = self._source(said)
            if speaker is not None and speaker.name.casefold() not in _SELVES and start < offset:
                return speaker
        return None

    def speaker_after(self, verb: Token) -> Actor | None:
        """The source of the next attributed words, where the verb's quotation goes on to them: '"We will go. It is time," she said'."""
        k = bisect_right(self._starts, verb.idx)
        if k >= len(self._spans) or not self.in_quotation(verb):
            return None
        start = self._spans[k][0]
        between = text_of(self._doc)[verb.idx : start]
        goes_on = start - verb.idx < _NEAR and not any(mark in between for mark in ('"', "“", "”", "\n\n"))
        speaker = self._source(self._spans[k][2]) if goes_on else None
        return speaker if speaker is not None and speaker.kind in ("person", "state", "organisation") else None

    def at(self, verb: Token) -> Speech:
        """In whose voice the verb's clause is told."""
        said = self.attribution_at(verb.idx)
        cue = _cue(verb)
        teller = own_subject(cue) if cue is not None else None
        if cue is not None and teller is None and cue.dep_ == "conj":
            teller = subject_of(cue)  # "met her on Monday and said it would"
        if said is None and cue is None:
            source = self._quoted(verb)
            return Speech(
                cast=self._cast,
                commented=self._is_comment,
                source=source,
                nobody=source is None and _is_first_person(verb) and not self.in_quotation(verb),
            )
        source = self._source(said) if said is not None else None
        if source is None and teller is not None:
            source = self._known(teller)
        if source is None:
            source = self._quoted(verb)
        subject = subject_of(verb)
        own, foreign = self._relation(source, subject, teller)
        return Speech(
            reported=True,
            bystander=_is_bystander(said, source, teller),
            own=own,
            foreign=foreign,
            warns=cue is not None and lemma(cue) in _WARNING,
            denied=said is not None and said.denial and not _is_aside(verb),
            joint=teller is not None and bool(teller.conjuncts),
            direct=said is not None and subject is not None and self._is_quoted(subject, said),
            attribution=said.id if said is not None else None,
            source=source,
            told_by_subject=cue is not None and teller is not None and verb.head == cue,
            teller=self._teller(teller) if teller is not None else None,
            teller_noun=teller,
            cast=self._cast,
        )

    def _is_quoted(self, subject: Token, said: Attribution) -> bool:
        """Whether the subject stands in a quotation of whole sentences, not in a part that goes on with the paper's own words."""
        opens = subject.i > 0 and subject.nbor(-1).is_quote and (subject.i == 1 or subject.nbor(-2).lower_ != "that")
        return (said.kind == "direct" or opens) and self.in_quotation(subject)

    def _quoted(self, verb: Token) -> Actor | None:
        """Who goes on speaking, where the clause is in the first person."""
        if not _is_first_person(verb):
            return None
        return self.speaker_after(verb) or self.speaker_before(verb.idx) or self._of_a_speech(verb)

    def _of_a_speech(self, verb: Token) -> Actor | None:
        """Whose words an article gives that opens as a list of quotes: "Following are excerpts of her speech"."""
        if not self.in_quotation(verb):
            return None
        opening = [t for t in self._doc[:_OPENING] if t.ent_type_ == "PERSON" or t.lower_ in _SPEECHES]
        speech = next((t for t in opening if t.lower_ in _SPEECHES), None)
        if speech is None:
            return None
        people = [self._known(t) for t in opening if t.ent_type_ == "PERSON" and t.sent == speech.sent]
        speaker = next((p for p in people if p is not None and p.kind == "person"), None)
        return None if speaker is None or self._others_told(speaker, verb.idx) else speaker

    def _others_told(self, speaker: Actor, offset: int) -> bool:
        """Whether the article attributed words to somebody else it names before the offset."""
        before = (self._actor(said.source) for start, _end, said in self._spans if start < offset)
        return any(one is not None and one.kind != "unnamed" and one.id != speaker.id for one in before)

    def _source(self, said: Attribution) -> Actor | None:
        """Who says it: of "the paper quoted Brel as saying" Brel, not the paper that passes it on."""
        for cue in said.cue:
            span = self._doc.char_span(cue.start, cue.end, alignment_mode="expand")
            passing = next((t for t in span or () if lemma(t) in _PASSES_ON), None)
            if passing is None or span is None:
                continue
            people = (self._known(t) for t in (*span, *children(passing, "dobj")) if t.pos_ == "PROPN")
            quoted = next((p for p in people if p is not None and p.kind == "person"), None)
            if quoted is not None:
                return quoted
        return self._actor(said.source)

    def _actor(self, id_: str | None) -> Actor | None:
        if id_ is None:
            return None
        return self._cast.named(id_)

    def _teller(self, noun: Token) -> Actor | None:
        """Who says it: of "the main alliance, the Free Port League, said" the one who is named."""
        named = (c for c in children(noun, "appos") if c.pos_ == "PROPN" and noun.pos_ == "NOUN")
        return next((actor for c in named if (actor := self._known(c)) is not None), None) or self._known(noun)

    def _known(self, noun: Token) -> Actor | None:
        end = noun.idx + len(noun)
        if self._cast.kind_at(noun.idx, end) in (None, "unnamed"):
            return None  # asking on would add everyone of whom something is said
        return self._actor(self._cast.actor_at(noun.idx, end))

    def _state_of(self, side: str | None) -> str | None:
        """The state behind a side that is a body of it; None where that is not told."""
        if side is None:
            return None
        if side not in self._states:
            self._states[side] = self._look_up(side)
        return self._states[side]

    def _look_up(self, side: str) -> str | None:
        body = next((a for a in self._cast.actors() if a.kind == "organisation" and a.name == side), None)
        if body is None or body.side in (None, side):
            return None if body is not None and _is_of_a_state(body) else side
        return body.side

    def _relation(self, source: Actor | None, subject: Token | None, teller: Token | None) -> tuple[bool, bool]:
        """Whether the source speaks of itself or its side, and whether it speaks of another side."""
        if subject is None:
            return False, False
        if subject.lower_ in ("i", "we"):
            return True, False
        if subject.lower_ == "they" and teller is not None and (teller.tag_ == "NNS" or bool(teller.conjuncts)):
            return True, False  # "A and B said they would"
        if subject.lower_ == "they" and source is not None and source.kind in ("person", "state"):
            return False, False
        about = self._known(subject)
        if (
            subject.lower_ == "they"
            and teller is not None
            and teller.tag_ == "NN"
            and is_one_of(teller, "subjects", "single")
        ):
            return False, False  # "another driver said that they would not"
        if about is None or source is None:
            same = teller is not None and subject.lower_ in _SELVES and subject.sent == teller.sent
            return same, False
        if about.id == source.id:
            return True, False
        sides = {about.name, about.side} - {None}
        if sides & ({source.name, source.side} - {None}):
            return True, False
        theirs = about.side or (about.name if about.kind == "state" else None)
        ours = self._state_of(source.side) or (source.name if source.kind == "state" else None)
        return False, theirs is not None and ours is not None and theirs != ours


def _is_of_a_state(body: Actor) -> bool:
    """Whether a body is some state's, though the text does not say whose: "the Security Council's spokesman"."""
    return any(w in words("subjects", "of_some_state") for w in body.name.casefold().split())


def _opens(text: str, mark: int, *, opened: bool) -> bool:
    """Whether a quotation is open behind the mark. A straight one opens before a word, and closes behind one or a full stop."""
    if text[mark] != '"':
        return text[mark] == "“"
    before, after = text[mark - 1 : mark] or " ", text[mark + 1 : mark + 2]
    if opened and text[max(0, mark - 2) : mark].strip()[-1:] in tuple(",.?!"):
        return False  # also where a space was put before it
    return after.isalnum() and not before.isalnum() and before not in tuple(",.?!") and not _SAID.match(text, mark + 1)


def _is_aside(verb: Token) -> bool:
    """Whether the verb stands in a side clause, which a denial of the whole does not deny."""
    return any(child.dep_ in ("relcl", "acl", "advcl") for child, _ in ancestors(verb))


def _is_first_person(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("i", "we", "you")


def _cue(verb: Token) -> Token | None:
    """The verb of saying that governs the verb's clause."""
    for child, head in ancestors(verb):
        if child.dep_ == "ccomp" and head.pos_ == "VERB":
            if is_one_of(head, "verbs", "tell"):
                return head
            above = head.head.head if head.dep_ == "pcomp" else head
            if above != head and is_one_of(above, "verbs", "tell"):
                return above  # "said after meeting her that ...": the parse hangs the clause on "meeting"
        if child.dep_ == "ROOT":
            return None
        for said in children(child, "parataxis", "ccomp"):
            if said.i > verb.i and is_one_of(said, "verbs", "tell") and own_subject(said) is not None:
                return said
    return None


def _is_bystander(said: Attribution | None, source: Actor | None, teller: Token | None) -> bool:
    named: list[str] = []
    if said is not None:
        named += [a.quote for a in said.source_anchor]
    if source is not None:
        named += [source.name, *source.roles]
    if teller is not None:
        named += [t.lower_ for t in teller.subtree][:8]
    listed = words("subjects", "bystanders")
    for name in named:
        for word in name.casefold().split():
            bare = word.strip(".,;:'\"“”’")
            if bare in listed or bare.removesuffix("s") in listed:
                return True
    return False
