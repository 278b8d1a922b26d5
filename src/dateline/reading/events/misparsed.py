"""What the parser ties together, cuts apart or loses: subjects of clauses run into one, lists without their beginning."""

from spacy.tokens import Token

from dateline.reading.events.lexical import state_words, verb_frame

_DEPTH = 6


def freed_beside(verb: Token) -> list[Token]:
    """Of whom a bare participle tells: "with ten soldiers and six nurses now freed"."""
    done_to = verb_frame(verb)
    if done_to is None or done_to.recipients[:1] != ("obj",) or any(c.dep_ == "dobj" for c in verb.children):
        return []
    if verb.dep_ not in {"relcl", "pcomp", "advcl"}:
        return []
    found = [c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"} and c.left_edge.i]
    return [c for c in found if c.doc[c.left_edge.i - 1].lower_ in {"and", "with"}]


_ONE, _MANY = frozenset({"was", "has", "is", "'s", "does"}), frozenset({"were", "have", "are", "do"})


def may_do(who: list[Token], verb: Token) -> bool:
    """Whether a coordinated verb may share the subject: it agrees in number, and does nothing to its own subject by name."""
    if len(who) != 1:
        return True
    subject, first = who[0], next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    several = subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.children)
    if subject.ent_type_ in {"GPE", "PERSON"} and not several and first.lower_ in _MANY:
        return False
    if subject.tag_ == "NNS" and (first.lower_ in _ONE or first.tag_ == "VBZ"):
        return False
    return all(o.lower_ != subject.lower_ or o.pos_ == "PRON" for o in verb.rights if o.dep_ == "dobj")


_MOST_LISTED = 30


def listed_before(subject: Token) -> list[Token]:
    """The states that a list ends with the subject, where the parser loses those before it: "Late in May, Peru, Malta, and Fiji signed"."""
    doc, joint = subject.doc, subject.left_edge.i - 1
    if subject.ent_type_ != "GPE" or subject.dep_ == "conj" or joint < 1 or doc[joint].lower_ != "and":
        return []
    names: list[Token] = []
    for k in range(joint - 1, max(subject.sent.start, joint - _MOST_LISTED) - 1, -1):
        if doc[k].ent_type_ == "GPE" and doc[k].pos_ == "PROPN":
            names += [doc[k]] if doc[k].dep_ != "compound" else []
        elif doc[k].text != "," and doc[k].lower_ != "the":
            break
    if names and names[-1].left_edge.i and doc[names[-1].left_edge.i - 1].pos_ == "ADP":
        names.pop()  # "in Peru, Malta and Fiji met"
    return [*reversed(names), subject] if names and not any(n.head == subject for n in names) else []


def paired_before(subject: Token, verb: Token) -> list[Token]:
    """The two states of a headline that has a comma for "and": "Chad, Mali sign", where the verb is of several."""
    at = subject.left_edge.i - 2
    plural = verb.tag_ in {"VBP", "VB"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
    if subject.ent_type_ != "GPE" or not plural or at != subject.sent.start or subject.doc[at + 1].text != ",":
        return []
    first = subject.doc[at]
    return [first, subject] if first.ent_type_ == "GPE" and first.pos_ == "PROPN" else []


def person_listed_before(subject: Token, verb: Token) -> list[Token]:
    """The person that a row of people begins with, where the parser has him aside: "Berg, Chancellor Lena Frey and Prince Olav met"."""
    row = subject.ent_type_ == "PERSON" and any(c.dep_ == "conj" for c in subject.rights)
    before = subject.left_edge.i - 2
    if not row or before < 0 or subject.doc[before + 1].text != ",":
        return []
    return [c for c in verb.lefts if c.i == before and c.dep_ in {"npadvmod", "dep"} and c.ent_type_ == "PERSON"]


def person_joined_before(subject: Token) -> list[Token]:
    """The person before "and" whom the parser hangs on a place: "In Oslo, the head of the port, Ana Frey, and the envoy met"."""
    joint = subject.left_edge.i - 1
    if joint < _TWO or subject.doc[joint].lower_ != "and":
        return []
    before = subject.doc[joint - 1 if subject.doc[joint - 1].text != "," else joint - _TWO]
    hung = before.dep_ == "appos" and before.head.ent_type_ == "GPE" and before.head.dep_ == "pobj"
    return [before] if hung and before.ent_type_ == "PERSON" else []


def listed_behind(subject: Token, verb: Token) -> list[Token]:
    """The rest of a row that the parser takes for what the first is: "Chad, the Maltese union and Fiji met".

    And who is joined to one of whom a clause between commas tells: "Lena Frey, a judge, and the envoy met".
    """
    told = [c for c in subject.rights if c.dep_ == "appos" and any(j.dep_ == "conj" for j in c.rights)]
    if not told or told[-1].right_edge.i >= verb.i:
        return []
    first = told[-1]
    row: list[Token] = []
    at = first
    while (behind := next((c for c in at.rights if c.dep_ == "conj"), None)) is not None and len(row) < _MOST_LISTED:
        row.append(behind)
        at = behind
    closed = row[0].left_edge.i > 1 and subject.doc[row[0].left_edge.i - 2].text == ","
    named = [t for t in row if t.ent_type_ in {"GPE", "ORG", "PERSON"} or any(c.lower_ == "the" for c in t.lefts)]
    row_of_names = first.ent_type_ in {"GPE", "ORG"} and subject.doc[first.right_edge.i + 1].text != ","
    lands = all(t.text in state_words() for t in (subject, first, *row))
    many = lands or (first.tag_ == subject.tag_ == "NNS" and first.right_edge.i + 1 == verb.left_edge.i)
    many = many or (first.tag_ == subject.tag_ == "NNS" and subject.doc[first.right_edge.i + 1].pos_ == "AUX")
    if many:
        return [first, *row]
    if len(named) < len(row) or not (row_of_names or (closed and any(c.lower_ in {"a", "an"} for c in first.lefts))):
        return []
    return [*([first] if first.ent_type_ == subject.ent_type_ == "GPE" else []), *row]


def named_right_before(verb: Token) -> Token | None:
    """The subject that the parser joins to what stands before it: "sank a boat off Malta and Fiji's army shelled a camp"."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i < _TWO or any(c.dep_ == "mark" for c in verb.lefts):
        return None
    before = verb.nbor(-1)
    joint = before.left_edge.i - 1
    joined = before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and joint > 0
    return before if joined and verb.doc[joint].lower_ == "and" else None


def housed_before(subject: Token, verb: Token) -> list[Token]:
    """Who is in the first of several states, of which the parser makes the subjects: "Embassies in Chad, Mali and Niger sent"."""
    before = subject.left_edge.i - 2
    if subject.ent_type_ != "GPE" or before < 0 or subject.doc[before + 1].text != ",":
        return []
    land = subject.doc[before]
    if land.ent_type_ != "GPE" or land.dep_ != "pobj" or land.head.lower_ != "in":
        return []
    return [c for c in verb.lefts if c == land.head.head and c.dep_ in {"npadvmod", "dep"} and c.pos_ == "NOUN"]


def are_joined(nouns: list[Token]) -> bool:
    """Whether the last of several subjects of one verb is joined to the one before it: "In May, Chad, Mali, and Niger met"."""
    if len(nouns) < _TWO or any(t.pos_ not in {"NOUN", "PROPN"} for t in nouns[-_TWO:]):
        return False
    return nouns[-1].doc[nouns[-1].left_edge.i - 1].lower_ == "and"


_TWO = 2

_SINCE = frozenset({"after", "as", "before", "since", "until", "when", "while"})


def swallowed_subject(head: Token, verb: Token) -> Token | None:
    """Of "began raids after foreign forces, its own army among them, began patrols" the forces: the parser ties two clauses together."""
    if any(c.dep_ == "cc" for c in head.rights if c.i < verb.i):
        return None
    below = [head, *(c for c in head.rights if c.dep_ == "xcomp" and c.i < verb.i)]
    found = [
        noun
        for clause in below
        for prep in clause.rights
        if prep.dep_ == "prep" and prep.lower_ in _SINCE and prep.i < verb.i
        for noun in prep.children
        if noun.dep_ == "pobj" and noun.right_edge.i >= verb.i - 2 and noun.ent_type_ not in {"DATE", "TIME"}
    ]
    return found[-1] if found else None


_LINKS = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})


def is_left_open(verb: Token) -> bool:
    """Whether a clause has a subject that the parser has lost, which is not that of the clause above.

    "Police fell back as more and more marched on"; and of "sealed the town where farmers stormed a mill, beating the guards" nobody
    can say by the parse who beat them.
    """
    if verb.dep_ != "advcl":
        return False
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return any(c.dep_ == "mark" and c.lower_ in _LINKS for c in verb.lefts)
    frame = verb_frame(verb)
    if verb.tag_ != "VBG" or frame is None or frame.type not in {"ASSAULT", "COERCE"} or verb.head.i > verb.i:
        return False
    between = verb.doc[verb.head.i + 1 : verb.i][-_FURTHEST:]
    return any(
        t.tag_ in {"VBD", "VBZ", "VBP"} and t.dep_ in {"relcl", "advcl"} and any(c.dep_ == "nsubj" for c in t.lefts)
        for t in between
    )


_FURTHEST = 60

"""Tokens back in which another clause may stand between a participle and its verb."""


def verb_above(clause: Token) -> Token | None:
    """The verb of the clause that a relative clause stands in."""
    at = clause.head
    for _ in range(_DEPTH):
        if at.pos_ in {"VERB", "AUX"}:
            return at
        if at.head == at:
            break
        at = at.head
    return None


def gathered(verb: Token, role: str) -> list[Token]:
    """Who stands before a participle that the parser takes for the subject: "protesters rallying there were held"."""
    clauses = [c for c in verb.children if c.dep_ == role and c.tag_ == "VBG"]
    return [s for c in clauses for s in c.children if s.dep_ == "nsubj" and s.pos_ in {"NOUN", "PROPN"}]


def is_torn(verb: Token) -> bool:
    """Whether the parser cut the clause apart: the object is the subject of what follows, or a compound's first word is the verb.

    Such as "denied the pact would hold", where nothing else is there to be held, and "rebels and kidnapping gangs".
    """
    if verb.tag_ == "VBZ" and (_is_of_another_tense(verb) or any(c.tag_ == "TO" for c in verb.lefts)):
        return True  # "was delayed by the army and demands that farmers leave"
    whom = [c for c in verb.rights if c.dep_ == "dobj"]
    if verb.tag_ == "VBG" and whom and verb.i and verb.nbor(-1).lower_ in {"and", "or"} and verb.dep_ == "advcl":
        return whom[-1].i == verb.i + 1 and whom[-1].tag_ == "NNS"
    k = whom[-1].right_edge.i + 1 if whom else len(verb.doc)
    if k >= len(verb.doc) or verb.doc[k].tag_ != "MD":
        return False
    ruled = verb.doc[k].head
    return not any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in ruled.lefts) and ruled.dep_ != "conj"


def subject_behind_clause(verb: Token) -> Token | None:
    """The subject that the parser hangs on the clause before it: "After Chad recalled its envoy, Mali also recalled its envoy"."""
    if verb.dep_ not in {"ROOT", "ccomp"} or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    k = verb.i - 1
    while k > verb.sent.start and verb.doc[k].pos_ in {"ADV", "AUX"}:
        k -= 1
    before = verb.doc[k]
    comma = before.left_edge.i - 1
    inside = any(c.dep_ == "advcl" and c.is_ancestor(before) for c in verb.lefts)
    named = before.pos_ in {"NOUN", "PROPN"} and before.dep_ in {"appos", "conj", "npadvmod"}
    return before if inside and named and comma > verb.sent.start and verb.doc[comma].text == "," else None


def _is_of_another_tense(verb: Token) -> bool:
    """Whether a verb of the present right behind "and" is joined to one of the past: by its form it may as well be a noun."""
    above = verb.head
    past = above.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in {"aux", "auxpass"} for c in above.lefts)
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "advmod"} for c in verb.lefts)
    return verb.dep_ == "conj" and past and bare and verb.i > 0 and verb.nbor(-1).lower_ in {"and", "or"}


def on_the_other_hand(nouns: list[Token]) -> Token | None:
    """Who stands on the other side: of "between Chad and its ally on one hand, and the rebels on the other" the rebels."""
    if not nouns:
        return None
    behind = nouns[-1].doc[nouns[-1].i + 1 : nouns[-1].sent.end][:_FURTHEST]
    words_ = [t.lower_ for t in behind]
    one = next((k for k, w in enumerate(words_) if w == "one" and words_[k + 1 : k + 2] in (["hand"], ["side"])), None)
    other = next((k for k, w in enumerate(words_) if w == "other" and words_[k - 2 : k] == ["on", "the"]), None)
    if one is None or other is None:
        return None
    joined = next((k for k in range(one, other) if words_[k] == "and"), None)
    return None if joined is None or joined + 1 >= other - 2 else behind[joined + 1 : other - 2].root


_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def finite_above(verb: Token) -> Token:
    """What a verb is joined to; of a finite one that the parse joins to a gerund the finite verb above that.

    "Accused it of hiding them and threatened to leave": the same one accused and threatened.
    """
    above = verb.head
    if verb.tag_ not in _FINITE:
        return above
    while above.tag_ == "VBG" or above.pos_ not in {"VERB", "AUX"}:
        if above.head == above:
            return verb.head
        above = above.head
    return above
