"""The person who stands out most where "he" or "she" speaks: who spoke, acted or was told of, against the distance."""

from collections.abc import Collection, Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.quotation import Quotes
from dateline.reading.attributions.words import cue_words, lemma

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
_FAR = 7
"""Sentences back in which the one who speaks on is looked for; sentences that are quoted speech alone do not count."""
_MOST_TOKENS = 600
_SPOKE, _ACTED, _TOLD_OF = 3.25, 2.0, 1.0
"""How much someone stands out who spoke, acted, or was told of, against one sentence of distance."""
_GENDER_SHOWN = {(True, False): 0.5, (False, True): 0.0, (False, False): -0.5}


class Salience:
    """Asked for one pronoun after another; `spoke` are the tokens of those who spoke before, and grows between the questions."""

    def __init__(self, cast: Cast, quotes: Quotes, spoke: Collection[int]) -> None:
        self._cast, self._quotes, self._spoke = cast, quotes, spoke

    def person(self, pronoun: Token, one: Detected, gender: str) -> str | None:
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
