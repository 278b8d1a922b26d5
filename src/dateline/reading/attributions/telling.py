"""A verb that may tell something, and who would be telling it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.reading.attributions.extent import Page
from dateline.reading.attributions.grammar import child, cue_range, is_passive, subject
from dateline.reading.attributions.words import cue_words, lemma

_LINKS = frozenset(("and", "but", "or"))
_SPEAKERS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "VERB"))


@dataclass(frozen=True, slots=True)
class Telling:
    """The verb and its lemma, the head of who tells (None without one), and the tokens `[first, last)` of the cue."""

    page: Page
    verb: Token
    word: str
    who: Token | None
    first: int
    last: int

    @property
    def left(self) -> int:
        """The first token of cue and teller, where the teller comes first."""
        return self.first if self.who is None else min(self.first, self.who.left_edge.i)

    @property
    def right(self) -> int:
        """The token behind cue and teller, where the teller comes last."""
        return self.last if self.who is None else max(self.last, self.who.right_edge.i + 1)


def telling(page: Page, verb: Token) -> Telling:
    """The verb with its teller, found in the parse or in spite of it."""
    word = lemma(verb)
    who = subject(verb)
    first, last = cue_range(verb)
    issued = _issued(verb)
    if issued is not None:
        who, first = subject(issued), cue_range(issued)[0]
    if who is not None and (who.tag_ == "VBG" or who.pos_ not in _SPEAKERS or who.lower_ in _LINKS):
        who = _before(page, first)
    if who is not None and page.quotes.at(who.idx) is not None:
        who = _outside(page, verb, who)
    if who is None and word in cue_words().speech and not is_passive(verb):
        who = _inverted(page, verb)
    return Telling(page, verb, word, who, first, last)


def _before(page: Page, first: int) -> Token | None:
    """The noun right before the cue, where the model takes a participle in front of it for the subject."""
    token = page.parsed.doc[first - 1] if first else None
    return token if token is not None and token.pos_ in {"PROPN", "PRON", "NOUN"} else None


def _outside(page: Page, verb: Token, who: Token) -> Token | None:
    """The subject, where the model took one out of a quotation's sentence for a verb that stands outside of it."""
    if child(verb, "nsubj") is not None:
        return who
    above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"} and page.quotes.at(a.idx) is None), None)
    return None if above is None else subject(above)


def _inverted(page: Page, verb: Token) -> Token | None:
    """The speaker of `"...?" asked X`, whom the model takes for the object."""
    before = page.quotes.before(verb.idx)
    after = page.parsed.doc[verb.i + 1] if verb.i + 1 < len(page.parsed.doc) else None
    if before is None or after is None or page.text[before.end : verb.idx].strip():
        return None
    who = child(verb, "dobj", "attr", "oprd")
    return who if who is not None and who.left_edge.i == after.i else None


def _issued(verb: Token) -> Token | None:
    """The verb of "issued a statement saying", for "saying"; None where there is none."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.lemma_.lower() not in cue_words().document:
        return None
    above = noun.head
    near = noun.dep_ == "dobj" and above.pos_ == "VERB" and verb.i - above.i <= 8
    return above if near and lemma(above) in cue_words().light and subject(above) is not None else None
