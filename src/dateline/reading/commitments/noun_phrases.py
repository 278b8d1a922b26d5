"""Questions about a noun phrase: which words it has, how many it counts, who is joined to it, whether it takes up who was named."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.commitments.grammar import children, first, is_of_a_day, own_subject
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.lexicon import lexicon

TAKES_UP = frozenset({"the", "both", "these", "all"})
"""Words before "sides" or "countries" that mean those who were named."""
_DASHES = frozenset({"--", "–", "—", "-"})


def takes_up(noun: Token) -> bool:
    """Whether "the countries", "both sides", "the two parties" takes up who was named: nothing else tells who they are."""
    left = [c for c in noun.children if c.i < noun.i]
    return bool(left) and all(c.lower_ in TAKES_UP or c.like_num for c in left)


def several_who_say_it(pronoun: Token) -> Token | None:
    """Whom "they" means in "the two sides said they had agreed", "A and B said they will": those who say so."""
    saying = pronoun.head.head
    if pronoun.lower_ != "they" or pronoun.head.dep_ != "ccomp" or not is_one_of(saying, "verbs", "tell"):
        return None
    teller = own_subject(saying)
    several = teller is not None and (bool(teller.conjuncts) or takes_up(teller))
    return teller if several and teller is not None and teller.i < pronoun.i else None


def parted_from(subject: Token) -> list[Token]:
    """The "movement" of "the rebel movement and the government agreed", where the parse takes each for a subject of its own."""
    before = subject.left_edge.i - 1
    if before < 1 or subject.doc[before].lower_ != "and" or subject.dep_ != "nsubj":
        return []
    return [t for t in children(subject.head, "nsubj") if t.i < before and t.right_edge.i <= before]


def joined_below(subject: Token) -> list[Token]:
    """The "league" of "the union for dockers and the Port League have agreed", which the parse joins to "dockers": the verb tells of several."""
    verb = subject.head
    several = any(t.tag_ == "VBP" and lemma(t) in ("have", "be") for t in (verb, *children(verb, "aux", "auxpass")))
    if not several or subject.tag_ not in ("NN", "NNP") or bool(subject.conjuncts):
        return []
    below = (first(p, "pobj") for p in children(subject, "prep"))
    return [c for t in below if t is not None for c in t.conjuncts if c.i > t.i and c.pos_ == "PROPN"]


def behind_place(subject: Token) -> list[Token]:
    """The "Brel" of "LESK: Minister Ana Brel and Juan Ose will meet", where the parse takes the place for a subject of its own and her for what it is."""
    places = [t for t in children(subject.head, "nsubj") if t.i + 1 < subject.i and t.nbor(1).text == ":"]
    return [c for t in places for c in children(t, "appos") if c.pos_ == "PROPN"]


def is_plural_name(subject: Token) -> bool:
    """Whether it names a people by a noun of its own: "the Europeans"."""
    several = subject.tag_ == "NNPS" or (subject.ent_type_ == "NORP" and subject.lower_.endswith("s"))
    return several and subject.dep_ not in ("amod", "compound")


def how_many(numeral: Token) -> int:
    """The number of "the two sides", "the 27 states"; 0 where it is none."""
    word = numeral.lower_
    return int(word) if word.isdigit() else int(lexicon("numbers")["cardinals"].get(word, 0))


def those_counted(noun: Token) -> Token:
    """Of "a total of 40 states" the states."""
    of = next((c for c in children(noun, "prep") if c.lower_ == "of"), None)
    inner = first(of, "pobj") if of is not None and is_one_of(noun, "subjects", "counts") else None
    return noun if inner is None else inner


def phrase(noun: Token) -> DocSpan:
    """The noun phrase around its head, with "of ..." and what is joined by "and", without clauses that hang on it."""
    low, high = noun.left_edge.i, noun.i
    low = max([k + 1 for k in range(low, high) if noun.doc[k].text in _DASHES], default=low)  # after a dateline
    if noun.pos_ in ("NOUN", "PROPN") and is_of_a_day(noun.doc[low]):
        low = next((k for k in range(low, high + 1) if not is_of_a_day(noun.doc[k])), low)  # "On 4 May parliament will"
    for child in noun.children:
        if child.i > noun.i and (
            child.dep_ in ("conj", "cc", "case") or (child.dep_ == "prep" and child.lower_ == "of")
        ):
            high = max(high, _without_clauses(child))
    return noun.doc[low : high + 1]


def _without_clauses(token: Token) -> int:
    """The last token under this one that stands before any clause."""
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ not in ("relcl", "acl", "appos", "punct", "advcl"):
            last = max(last, _without_clauses(child))
    return last
