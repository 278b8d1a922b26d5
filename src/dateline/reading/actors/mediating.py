"""Who stands between two sides, by the words beside a name: "mediated by A and B", "the mediators A and B"."""

from spacy.tokens import Token

from dateline.reading.actors.words import words

_BESIDE = ("compound", "appos", "amod", "nmod")
_TOLD = ("acl", "appos", "relcl")


def mediates(noun: Token) -> bool:
    """Whether those of a noun mediate between others, by any word near it: "A and B, acting as intermediaries"."""
    beside = [noun, noun.head, *noun.children, *noun.head.children, noun.head.head]
    return _tell_it([*beside, *_told_of(noun)])


def is_mediator(name: Token) -> bool:
    """Whether the words that hang on a name say that it mediates: no other's telling the mediators something does."""
    beside = [c for c in name.children if c.dep_ in _BESIDE] + ([name.head] if name.dep_ in _BESIDE else [])
    if name.dep_ == "pobj" and name.head.lower_ == "by":
        beside.append(name.head.head)  # "brokered by A and B"
    return _tell_it([*beside, *_told_of(name)])


def stands_between(name: Token) -> bool:
    """Whether who is named mediates, hosts or drafts, and so is none of two sides: "mediators A and B", "A and B, who broker the talks", "drafted by A and B"."""
    nouns = [c for c in name.children if c.dep_ in _BESIDE]
    verbs = [c for c in name.children if c.dep_ in ("relcl", "acl")]
    if name.dep_ == "appos":
        nouns.append(name.head)
    if name.dep_ == "nsubj":
        verbs.append(name.head)
    if name.dep_ == "pobj" and name.head.lower_ == "by":
        verbs.append(name.head.head)
    between, mediating = words("naming", "between_sides"), words("naming", "mediating")
    named = {t.lemma_.lower().removesuffix("s") for t in nouns}  # "Mediators Norway and Sweden": the model sees a name
    return not between.isdisjoint(named) or any(t.lemma_.lower() in mediating for t in verbs)


def _told_of(noun: Token) -> list[Token]:
    """The words of the clauses and appositions that hang on a noun or on those joined to it."""
    told = [c for one in (noun, *noun.conjuncts) for c in one.children if c.dep_ in _TOLD]
    return [t for c in told for t in c.subtree]


def _tell_it(tokens: list[Token]) -> bool:
    stems = tuple(sorted(words("naming", "mediation")))
    return any(t.lower_.startswith(stems) for t in tokens)
