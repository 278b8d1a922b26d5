"""What hangs on a noun: its owners, the nouns of its prepositions, what is coordinated with it."""

from itertools import pairwise

from spacy.tokens import Token

from dateline.reading.events.lexical import state_words, words
from dateline.reading.joined import joined_people

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""What spaCy calls the names of those who may act."""


def after(token: Token, preposition: str) -> list[Token]:
    """The nouns of a preposition below a verb or noun: those of "with" below "talks"."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ == preposition and child.i > token.i - 12:
            found += [p for p in child.children if p.dep_ == "pobj" and not _is_aside(child, p)]
    return found


def _is_aside(preposition: Token, noun: Token) -> bool:
    """Such as "Chad promised it, with officials saying so": who does something meanwhile is nobody's partner; "in reply to"."""
    if preposition.lower_ == "in" and noun.lower_ in _JOINING and any(c.dep_ == "prep" for c in noun.rights):
        return True  # "in support of"
    if preposition.lower_ == "with" and any(
        c.tag_ == "VBG" and c.lemma_ in words("sets", "speech") for c in noun.rights
    ):
        return True  # "denied any role with the army saying"
    k = noun.right_edge.i + 1
    told = noun.doc[k] if k < len(noun.doc) else noun
    if preposition.lower_ == "with" and told.tag_ == "VBG" and told.lemma_ in words("sets", "speech"):
        return True  # "denied any role with the army saying so"
    behind_comma = preposition.lower_ == "with" and preposition.i > 0 and preposition.nbor(-1).text == ","
    return behind_comma and any(c.dep_ in {"acl", "amod"} and c.tag_ == "VBG" for c in noun.children)


_JOINING = frozenset(
    [
        "addition",
        "contrast",
        "defence",
        "defense",
        "favor",
        "favour",
        "honor",
        "honour",
        "opposition",
        "protest",
        "reaction",
        "reference",
        "relation",
        "reply",
        "response",
        "support",
    ]
)
"""Nouns that with "in" and "to" join two phrases, so that what follows is nobody's recipient."""


_BESIDE = frozenset({"after", "amid", "before", "despite", "during", "following", "since"})
"""Prepositions that lead to another event."""


def deep_after(verb: Token, preposition: str) -> list[Token]:
    """The nouns of a preposition anywhere to the right below the verb, clauses with a subject of their own apart.

    Prepositional phrases are often hung on the noun before them: "filed a suit in Lima against the bank".
    """
    stack = [c for c in verb.rights if c.dep_ in {"dobj", "prep", "pobj", "npadvmod", "agent"}]
    seen = 0
    while stack and seen < 40:
        at = stack.pop(0)
        seen += 1
        if at.lower_ in _JOINING and at.dep_ == "pobj":
            continue  # "in response to"
        if at.dep_ == "prep" and at.lower_ in _BESIDE:
            continue  # "imposed a curfew amid protests against the king"
        if at.dep_ == "prep" and at.lower_ == preposition:
            return [p for p in at.children if p.dep_ == "pobj"]
        stack += [
            c
            for c in at.rights
            if c.dep_ in {"prep", "pobj", "conj", "pcomp", "npadvmod", "dobj", "acl"}
            and not (c.dep_ == "acl" and c.tag_ != "VBN")
        ]
    return []


def is_nation(token: Token) -> bool:
    """Whether the word names a state or says of which one: "Malta", "Maltese"."""
    return token.ent_type_ in {"NORP", "GPE"} or token.text in state_words()


def possessors(noun: Token) -> list[Token]:
    """Who stands before the noun with an apostrophe or as "its"; not "last week's"."""
    owning = [c for c in noun.children if c.dep_ == "poss" and c.i < noun.i]
    return [c for c in owning if c.ent_type_ not in {"DATE", "TIME"} or _has_given_name(c)]


def _has_given_name(name: Token) -> bool:
    """Whether a name that could be a time has another name before it that is none: "Lena March"."""
    return any(c.dep_ == "compound" and c.pos_ == "PROPN" and not c.ent_type_ for c in name.lefts)


def names_before(noun: Token) -> list[Token]:
    """Nations, bodies and people named directly before the noun: "Maltese police", "the Senate plan"."""
    before = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} and c.i < noun.i]
    spelt = [c for c in before if c.text.replace(".", "").isalpha()]  # "U.S." too
    named = [c for c in spelt if c.lower_ not in _PREFIXES and not _is_prefixed(c)]
    armed = words("sets", "fighters")
    fighting = [c for c in named if c.pos_ == "NOUN" and c.lower_ in armed - {"government"}]
    if fighting and all(c.i < fighting[-1].i for c in named if c not in fighting):
        return fighting  # "Maltese settler attacks" are the settlers'
    return [
        c for c in named if c.ent_type_ in {"ORG", "PERSON"} or is_nation(c) or (c.pos_ == "NOUN" and c.lower_ in armed)
    ]


_PREFIXES = frozenset({"anti", "pro", "non", "ex", "pre", "post"})


def _is_prefixed(name: Token) -> bool:
    """Whether the name is the second part of "anti-Maltese", which is nobody's."""
    return name.i > 1 and name.nbor(-1).text == "-" and name.nbor(-2).lower_ in _PREFIXES


def owners(noun: Token, *, doers: bool = True) -> list[Token]:
    """Whose the noun is: a possessor, a nationality or name before it, "by", "of" and "from" behind it, whoever "lodged" it.

    Without `doers`, nobody whom "by" names: "the curbs imposed by Malta" are not on Malta.
    """
    if noun.lemma_.lower() in words("sets", "victims") and not (doers and possessors(noun) and after(noun, "of")):
        return [*after(noun, "by"), *[c for c in names_before(noun) if is_nation(c)]]
    found = [*possessors(noun), *names_before(noun)]
    for preposition in ("by", "of", "from") if doers else ("of", "from"):
        if found:
            break
        found += after(noun, preposition)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and not found and child.lemma_ not in _DONE_TO_PEOPLE:
            by = after(child, "by")
            found += (by if doers else []) or [p for pre in ("from", "on", "against") for p in after(child, pre)]
    return found


_DONE_TO_PEOPLE = frozenset(
    [
        "accuse",
        "arm",
        "arrest",
        "back",
        "blame",
        "detain",
        "employ",
        "finance",
        "fund",
        "hire",
        "hold",
        "pay",
        "recruit",
        "support",
        "train",
    ]
)
"""Participles behind people, whose deeds are not theirs whom "by" names: "thugs hired by a party"."""


def essence(noun: Token) -> Token:
    """The noun that matters: of "a round of talks" it is "talks", of "a state of emergency" it is "emergency"."""
    for _ in range(3):
        if noun.lemma_.lower() not in words("sets", "transparent") and noun.lower_ not in words("sets", "transparent"):
            break
        below = after(noun, "of")
        if not below:
            break
        noun = below[0]
    return noun


def behind_quote(noun: Token) -> list[Token]:
    """What is counted by a quoted noun: "killing 'large numbers' of the fighters"."""
    k = noun.i + 1
    if noun.lemma_.lower() not in words("sets", "transparent") or k + 1 >= len(noun.doc):
        return []
    if not noun.doc[k].is_quote or noun.doc[k + 1].lower_ != "of":
        return []
    return [c for c in noun.doc[k + 1].children if c.dep_ == "pobj"]


def opens_a_clause(noun: Token) -> bool:
    """Whether a noun behind "and" is the subject of the next clause: "met the envoy and the house quickly said"."""
    k = noun.right_edge.i + 1
    while k < len(noun.doc) and noun.doc[k].pos_ == "ADV":
        k += 1
    verb = noun.doc[k] if k < len(noun.doc) else noun
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ == "conj"
    return finite and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_where(name: Token, noun: Token) -> bool:
    """Whether a state is one more place: "embassies in Chad, Mali and Niger sent", of which the parser makes three senders."""
    if noun.ent_type_ == "GPE" or name.ent_type_ != "GPE" or name.i < noun.i:
        return False
    inside = [p for c in noun.rights if c.dep_ == "prep" and c.lower_ == "in" for p in c.children]
    return any(p.ent_type_ == "GPE" and p.i < name.i for p in inside)


def _row_behind(name: Token) -> list[Token]:
    """The rest of a row of people that the parser takes for one with many names: "Juan Ose, Chairman of the Board Karl Berg, and Lena Frey"."""
    if name.ent_type_ != "PERSON":
        return []
    others = [c for c in name.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
    rows = [(c, last) for c in others for last in c.rights if last.dep_ == "conj" and last.ent_type_ == "PERSON"]
    return [t for row in rows for t in row]


def _without_titles(row: list[Token]) -> list[Token]:
    """The row without an office that the name behind its comma holds: "between the Prime Minister, Ana Frey, and"."""
    held = {
        office
        for office, name in pairwise(sorted(row, key=lambda t: t.i))
        if office.lower_ in words("sets", "visitors")
        and name.ent_type_ == "PERSON"
        and name.left_edge.i == office.i + 2
        and office.nbor(1).text == ","
    }
    return [t for t in row if t not in held]


def _without_portfolios(row: list[Token]) -> list[Token]:
    """The row without what is an office's part: "Lena Frey and Trade, Energy and Food Minister Juan Ose"."""
    if len(row) < _TWO or (row[-1].lower_ not in _OFFICES and not any(c.lower_ in _OFFICES for c in row[-1].lefts)):
        return row
    return [
        t
        for t in row
        if t == row[-1] or t.pos_ != "PROPN" or t.ent_type_ in {"PERSON", "GPE", "NORP"} or any(t.lefts) or t == row[0]
    ]


_TWO = 2
_OFFICES = frozenset({"minister", "secretary"})


def with_conjuncts(token: Token) -> list[Token]:
    """The noun and what is coordinated with it, or with the name behind it: "with the minister Lena Frey and the envoy"."""
    found = [token]
    stack = [
        token,
        *(c for c in token.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.left_edge.i == token.i + 1),
    ]
    while stack and len(found) < 12:
        at = stack.pop()
        for child in at.children:
            named = child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} and child.i > at.i
            if named and not opens_a_clause(child):
                found.append(child)
                stack.append(child)
    found += [t for t in [*joined_people(token), *_row_behind(token)] if t not in found]
    found = _without_portfolios(_without_titles([t for t in found if not _is_where(t, token)]))
    return sorted(found, key=lambda t: t.i)
