"""Who may be meant by a pronoun: those mentioned before it, whether they fit in number and gender, and how far they stand out."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.reading.actors.phrases import joined_to
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import given_name_gender, words

HE_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_AS_ONE = frozenset({"army", "military", "navy", "opposition"})
"""Bodies of many that are "they" as well as "it"."""
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
CLEAR = 0.75
"""By how much the best candidate must lead."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Those mentioned together at a token, in a sentence of this number; `pronoun` where only a pronoun tells of them."""

    root: Token
    sentence: int
    who: tuple[int, ...]
    pronoun: bool


def mentions_in(roster: Roster, start: int, end: int, number: int) -> Iterator[Mention]:
    """Who is mentioned in a sentence, in order; people joined by "and" also as one."""
    doc = roster.doc
    k = start
    while k < end:
        index = roster.at.get(k)
        if index is None:
            k += 1
            continue
        stop = k + 1
        while stop < end and roster.at.get(stop) == index:
            stop += 1
        root = doc[k:stop].root
        yield Mention(root, number, (index,), pronoun=False)
        together = [root, *joined_to(root)] if root.dep_ != "conj" else []
        if len(together) > 1:
            joined = tuple(dict.fromkeys(roster.at[t.i] for t in together if t.i in roster.at))
            if len(joined) == len(together):
                yield Mention(root, number, joined, pronoun=False)
        k = stop


def gender_of(draft: Draft) -> str | None:
    """The gender that titles or pronouns have shown, or that the given name usually has."""
    return draft.gender or named_gender(draft)


def named_gender(draft: Draft) -> str | None:
    """The gender that the given name usually has."""
    return given_name_gender(draft.name.split()[0]) if draft.kind == "person" else None


def fits(roster: Roster, token: Token, mention: Mention) -> bool:
    """Whether those mentioned may be meant by the pronoun, by number, gender, kind and clause."""
    drafts = [roster.drafts[k] for k in mention.who]
    word = token.lower_
    if word in _REFLEXIVE and not (mention.root.dep_ in SUBJECTS and mention.root.head == verb_of(token)):
        return False
    own = word in _REFLEXIVE or word in ("his", "her", "its", "their")
    if not own and (same_clause(token, mention.root) or doer_to(token) == mention.root):
        return False
    if word in THEY:
        return len(drafts) > 1 or drafts[0].plural or (drafts[0].kind == "group" and not drafts[0].head)
    if len(drafts) > 1:
        return False
    draft = drafts[0]
    if word in IT:
        single = not draft.plural or mention.root.lower_ in _AS_ONE
        one = draft.kind in ("state", "organisation", "group") and single
        return one and not _empty_it(token) and not _is_joined_before(mention.root, token)
    people = draft.kind == "person" or (draft.kind == "unnamed" and bool(draft.roles))  # documents have none
    return people and not draft.plural and gender_of(draft) in (HE_SHE[word], None)


def _is_joined_before(root: Token, token: Token) -> bool:
    """Whether "and" joins the one to others that are named before the pronoun too, so that "it" would be but a part of them."""
    if root.dep_ not in SUBJECTS and not (root.dep_ == "conj" and root.head.dep_ in SUBJECTS):
        return False
    others = [t for t in joined_to(root) if t.pos_ in ("NOUN", "PROPN")]
    return any(t.i < token.i and not t.left_edge.i <= token.i <= t.right_edge.i for t in others)


def verb_of(token: Token) -> Token:
    """The verb whose clause holds the token."""
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def same_clause(token: Token, other: Token) -> bool:
    """Whether the two depend on one verb, so that they cannot be one actor."""
    return token.head == other.head and token.head.pos_ in ("VERB", "AUX") and token.dep_ != "poss"


_ABOUT = frozenset(
    {"about", "above", "around", "before", "behind", "below", "beside", "between", "near", "with", "within"}
)
"""Prepositions behind which the pronoun may take up the subject: "took guards with them"."""
_CLAUSES = 4
"""Steps up to the verb that tells who does what a clause without a subject says."""


def doer_to(token: Token) -> Token | None:
    """Who does to the pronoun what its clause says, whom it therefore cannot mean: "police used gas on them", "came to free them"."""
    behind = token.head
    verb = behind
    if token.dep_ == "pobj":
        if behind.lower_ in _ABOUT or behind.dep_ == "agent":
            return None
        verb = behind.head.head if behind.head.dep_ == "dobj" else behind.head
    elif token.dep_ not in ("dobj", "dative"):
        return None
    for _ in range(_CLAUSES):
        if verb.pos_ not in ("VERB", "AUX"):
            return None
        who = [c for c in verb.lefts if c.dep_ in SUBJECTS]
        if who:
            return who[-1] if who[-1].tag_ not in ("WDT", "WP") else verb.head if verb.dep_ == "relcl" else None
        if verb.dep_ not in ("advcl", "conj", "xcomp"):
            return None
        asked = [c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i] if verb.dep_ == "xcomp" else []
        if asked:
            return asked[-1]
        verb = verb.head
    return None


def _empty_it(token: Token) -> bool:
    """Whether "it" stands for nothing or for a fact: "it is likely that", "it was the first"."""
    if token.lower_ != "it":
        return False
    head = token.head
    if token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADJ":
        return True  # "make it possible"
    return token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or (
        head.lemma_ in ("be", "seem", "appear", "take", "happen", "mean", "remain", "become", "rain", "snow")
    )


def acts(token: Token) -> bool:
    """Whether the token is a subject, or who the deed of a sentence is done by."""
    by = token.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else None
    return token.dep_ in SUBJECTS or (by is not None and by.head.dep_ == "ROOT")


def speaks(token: Token) -> bool:
    """Whether the token is the subject of a verb of speech."""
    return token.dep_ == "nsubj" and token.head.lemma_ in words("unnamed", "speech")


def standing(roster: Roster, token: Token, sentence: int, mention: Mention) -> float:
    """How far those mentioned stand out for the pronoun in the sentence of this number: nearness, role in the clause, speech."""
    root, word = mention.root, token.lower_
    distance = sentence - mention.sentence
    score = 1.5 - 1.0 * distance
    subject = acts(root) or (root.dep_ == "conj" and acts(root.head))
    if subject:
        score += 1.5
        if distance == 0 and root.head.is_ancestor(token):
            score += 1.0
        if root.head.dep_ == "ROOT":
            score += 0.25
        if speaks(root) and speaks(token):
            score += 0.75  # who speaks on
    elif root.dep_ in ("poss", "compound", "amod", "nmod"):
        score -= 0.5
    if mention.pronoun and subject:
        score += 0.25
    if word in HE_SHE:
        draft = roster.drafts[mention.who[0]]
        score += 0.5 * (gender_of(draft) == HE_SHE[word]) + 0.5 * (draft.kind == "person")
    elif not subject and word != "its":
        score -= 1.5
    elif word in IT | THEY:
        score -= 0.75 * (distance > 0)
    between = roster.text.count("\n", root.idx, token.idx)
    return score - 0.25 * (between > 1)
