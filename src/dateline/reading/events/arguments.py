"""Who stands where about a verb: subject, object, agent, whom a thing is given, and who says what it tells."""

from spacy.tokens import Token

from dateline.model import dateline_of
from dateline.reading.events.lexical import control, noun_frame, verb_frame, words
from dateline.reading.events.nouns import after, opens_a_clause, owners, with_conjuncts
from dateline.reading.lexicon import lexicon

_CLAUSES_WITHOUT_SUBJECT = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "acl", "conj", "dep", "relcl", "prep"})
_DEPTH = 6


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, a bare participle after a noun included."""
    verb = _passive_of(verb)
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children):
        return True
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    if bare and _freed_beside(verb):
        return True
    return (
        bare and verb.dep_ in {"acl", "advcl", "relcl"} and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    )


def _freed_beside(verb: Token) -> list[Token]:
    """Of whom a bare participle tells: "with ten soldiers and six nurses now freed"."""
    done_to = verb_frame(verb)
    if done_to is None or done_to.recipients[:1] != ("obj",) or any(c.dep_ == "dobj" for c in verb.children):
        return []
    if verb.dep_ not in {"relcl", "pcomp", "advcl"}:
        return []
    found = [c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"} and c.left_edge.i]
    return [c for c in found if c.doc[c.left_edge.i - 1].lower_ in {"and", "with"}]


def _passive_of(verb: Token) -> Token:
    """The first of coordinated participles, which alone has the auxiliary: "were" in "were tried and jailed"."""
    for _ in range(_DEPTH):
        own = any(c.dep_ in {"nsubj", "nsubjpass", "dobj", "aux", "auxpass"} for c in verb.children)
        if verb.dep_ != "conj" or verb.tag_ != "VBN" or own or verb.head.pos_ != "VERB":
            break
        verb = verb.head
    return verb


def subjects(verb: Token, depth: int = _DEPTH) -> list[Token]:
    """Who does what the verb says; for a passive whom "by" names. Follows relative clauses, controlled infinitives, participles and coordination."""
    if is_passive(verb):
        return _agents(verb)
    return _subjects(verb, depth)


def _agents(verb: Token) -> list[Token]:
    """Whom "by" names; of what is ordered done, who orders it."""
    found = [
        p
        for c in verb.children
        if c.i > verb.i and (c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"))
        for p in c.children
        if p.dep_ == "pobj"
    ]
    ordered = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "order"
    return found or (subjects(verb.head) if ordered and verb.head.i < verb.i else [])


def _subjects(verb: Token, depth: int) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in {"nsubj", "csubj"} and c.pos_ != "VERB"] or _gathered(verb, "csubj")
    if own:
        last = _listed_before(own[-1]) or (own[-2:] if _are_joined(own) else own[-1:])
        return [_antecedent(_without_dateline(t, verb), verb) for t in last]
    if depth == 0 or any(c.dep_ == "csubj" for c in verb.children) or verb.dep_ not in _CLAUSES_WITHOUT_SUBJECT:
        return []
    if _is_left_open(verb):
        return []
    head = verb.head
    if verb.dep_ == "prep" or head.dep_ == "prep" or verb.dep_ == "pcomp":
        above = head.head if head.pos_ in {"ADP", "SCONJ"} else head
        if above.pos_ == "ADJ" and above.lower_ in words("sets", "guilty"):
            above = above.head  # "is guilty of breaking it"
        if verb.dep_ == "pcomp" and head.lower_ in {"for", "of"} and above.pos_ == "VERB" and (whom := _blamed(above)):
            return whom  # "arrested two men for bombing it"
        if verb.dep_ == "pcomp" and above.lemma_ in words("sets", "intentions"):
            return _who_intends(above, depth)
        return subjects(above, depth - 1) if above.pos_ in {"VERB", "AUX"} else owners(above)
    if verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl"} and _tells_of_pact(verb):
        return []
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and any(o.right_edge.i == verb.i - 1 for o in objects(head)):
        return []  # "struck a convoy nearing the port": by the parser alone, those who struck neared it
    if verb.dep_ == "advcl" and (saying := _said_besides(verb)) is not None:
        return subjects(saying, depth - 1)
    if verb.dep_ == "acl":
        if head.lemma_ in words("sets", "intentions"):
            return _who_intends(head, depth)
        if verb.tag_ == "VBG" and head.dep_ == "dobj" and head.lemma_.lower() in words("parties", "documents"):
            return after(head, "by") or subjects(
                head.head, depth - 1
            )  # "passed a motion criticising him": the house criticised
        return [head] if verb.tag_ == "VBG" else owners(head)
    if head.pos_ in {"ADJ", "NOUN"} and head.head.pos_ in {"AUX", "VERB"}:  # "is ready to", "was the first to"
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return []
    if verb.dep_ == "ccomp" and verb.i < head.i and verb.tag_ in {"VBZ", "VBD", "VBP"}:
        return []  # "The army shells villages, Lena Frey said": whoever said it did not do it
    if verb.dep_ == "conj":
        if len([c for c in head.children if c.dep_ == "nsubj"]) > 1:
            return []  # the parser has run two clauses into one
        before = verb.nbor(-1)
        if before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and opens_a_clause(before):
            return [before]
        if (swallowed := _swallowed_subject(head, verb)) is not None:
            return [swallowed]
        found = _passive_subject(head) or subjects(head, depth - 1)
        return found if _may_do(found, verb) else _of_the_saying(head, verb) or found
    courtesy = head.lemma_ in words("sets", "reaching") and verb.lemma_ in words("sets", "courtesies")
    if (
        verb.dep_ in {"xcomp", "ccomp"}
        and not courtesy
        and (control(head) == "REQUEST" or head.lemma_.lower() in words("sets", "controlled_by_object"))
    ):
        return objects(head)
    if (
        verb.dep_ == "advcl"
        and head.lemma_ in words("sets", "saying")
        and (said := [c for c in head.lefts if c.dep_ == "ccomp"])
    ):
        return subjects(said[-1], depth - 1)  # "Troops raided houses, residents said, arresting dozens"
    if is_passive(head):
        apart = verb.dep_ == "advcl" and verb.tag_ == "VBG" and _is_behind_comma(verb)
        if apart and head.dep_ == "relcl" and (main := _verb_above(head)) is not None:
            return subjects(main, depth - 1)  # "hit the boats that had been moored there, sinking two"
        aside = apart and head.dep_ == "advcl"
        return (
            subjects(head.head, depth - 1) if aside else _passive_subject(head)
        )  # "ruled, after it was held, banning"
    return subjects(head, depth - 1)


_ONE, _MANY = frozenset({"was", "has", "is", "'s", "does"}), frozenset({"were", "have", "are", "do"})


def _may_do(who: list[Token], verb: Token) -> bool:
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


def _of_the_saying(clause: Token, verb: Token) -> list[Token]:
    """Who says a clause, where the coordinated verb is the saying's: "said the fleet left and charged the fleet with theft"."""
    for _ in range(_DEPTH):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
            found = subjects(clause.head)
            return found if _may_do(found, verb) else []
        if clause.dep_ != "conj":
            break
        clause = clause.head
    return []


_MOST_LISTED = 30


def _listed_before(subject: Token) -> list[Token]:
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


def _are_joined(nouns: list[Token]) -> bool:
    """Whether the last of several subjects of one verb is joined to the one before it: "In May, Chad, Mali, and Niger met"."""
    if len(nouns) < _TWO or any(t.pos_ not in {"NOUN", "PROPN"} for t in nouns[-_TWO:]):
        return False
    return nouns[-1].doc[nouns[-1].left_edge.i - 1].lower_ == "and"


_TWO = 2


_SINCE = frozenset({"after", "as", "before", "since", "until", "when", "while"})


def _swallowed_subject(head: Token, verb: Token) -> Token | None:
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


def _is_left_open(verb: Token) -> bool:
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


def _verb_above(clause: Token) -> Token | None:
    """The verb of the clause that a relative clause stands in."""
    at = clause.head
    for _ in range(_DEPTH):
        if at.pos_ in {"VERB", "AUX"}:
            return at
        if at.head == at:
            break
        at = at.head
    return None


def _blamed(verb: Token) -> list[Token]:
    """Whom a verb is done to "for" a deed; of "voiced anger at Malta for closing the port" Malta."""
    found = objects(verb) or after(verb, "at")
    if any(t.lemma_.lower() in words("groups", "blamed") for t in found):
        found = [t for noun in found for place in ("to", "at", "of", "with", "against") for t in after(noun, place)]
    return found


def _gathered(verb: Token, role: str) -> list[Token]:
    """Who stands before a participle that the parser takes for the subject: "protesters rallying there were held"."""
    clauses = [c for c in verb.children if c.dep_ == role and c.tag_ == "VBG"]
    return [s for c in clauses for s in c.children if s.dep_ == "nsubj" and s.pos_ in {"NOUN", "PROPN"}]


def _tells_of_pact(verb: Token) -> bool:
    """Whether a participle tells what the agreement right before it says: "signed a memorandum calling for"."""
    before = verb.nbor(-1) if verb.i else verb
    return before.pos_ in {"NOUN", "PROPN"} and (
        before.lemma_.lower() in words("groups", "pacts") or before.lower_ == "mou"
    )


def _is_behind_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def _said_besides(verb: Token) -> Token | None:
    """The verb of saying of "said that they broke the pact, demanding an answer": who says the one demands the other."""
    above = verb.head
    spoken = verb.tag_ == "VBG" and verb.lemma_ in words("sets", "speaking") and _is_behind_comma(verb)
    said = spoken and above.dep_ == "ccomp" and above.i > above.head.i and above.head.lemma_ in words("sets", "speech")
    return above.head if said else None


def _who_intends(noun: Token, depth: int) -> list[Token]:
    """Whose plan or intention it is: "its plan to", "an agreement between Malta and Fiji to", "Malta has no plan to"."""
    if found := owners(noun) or after(noun, "between"):
        return found
    holds = noun.dep_ == "dobj" and noun.head.lemma_ in words("sets", "holding")
    return subjects(noun.head, depth - 1) if holds else []


def _passive_subject(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ == "nsubjpass"] or _gathered(verb, "csubjpass") or _freed_beside(verb)
    return [_antecedent(_without_dateline(t, verb), verb) for t in own[-1:]]


_LONGEST_PLACE = 3
_LONGEST_DATELINE = 40
"""Tokens of a dateline, and of the name of a place in it."""


def dateline_before(token: Token) -> int:
    """The index of the first token behind the dateline that the token's sentence opens with; of its first token where there is none."""
    start = token.sent.start
    opening = token.doc[start : start + _LONGEST_DATELINE].text
    found = dateline_of(opening, 0, len(opening))
    end = token.sent.start_char + found.span.end if found is not None else 0
    return start + sum(t.idx < end for t in token.doc[start : start + _LONGEST_DATELINE])


def _without_dateline(subject: Token, verb: Token) -> Token:
    """Such as "VALLETTA, Malta -- Police arrested": the parser takes the town for the subject."""
    if subject.i - subject.sent.start > _LONGEST_PLACE or (opened := dateline_before(subject)) <= subject.i:
        return subject
    behind = [
        t
        for t in subject.doc[opened : verb.i]
        if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "poss", "pobj", "amod", "npadvmod", "nmod"}
    ]
    if behind:
        return behind[0]
    return subject.doc[opened - 1]  # a mark, which means nobody


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb is done to: its object, the subject of a passive, the noun before a participle or a relative clause."""
    if is_passive(verb):
        verb = _passive_of(verb)
        found = _passive_subject(verb)
        return found or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
    found = [c for c in verb.children if c.dep_ == "dobj"]
    found = [_antecedent(c, verb) if c.tag_ in {"WDT", "WP"} else c for c in found]
    if not found:  # "began in Oslo on Monday a new round of talks"
        found = [
            c
            for c in verb.rights
            if c.dep_ == "npadvmod"
            and c.pos_ == "NOUN"
            and c.ent_type_ not in {"DATE", "TIME"}
            and any(d.dep_ == "det" for d in c.children)
        ][:1]
    if not found:
        found = [c for c in verb.children if c.dep_ in {"ccomp", "oprd"} and c.pos_ in {"NOUN", "PROPN"}][:1]
    if (
        not found
        and verb.dep_ == "relcl"
        and any(c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"} for c in verb.children)
        and not any(c.lower_ in {"when", "where"} for c in verb.lefts)
        and not any(d.tag_ == "WP$" for c in verb.children if c.dep_ == "nsubj" for d in c.lefts)  # "whose men fight"
    ):
        return [verb.head] if verb.head.pos_ in {"NOUN", "PROPN"} else []
    if (
        not found and verb.dep_ != "conj"
    ):  # "arrested and jailed two men": the parser may give the object to the last verb
        for other in (c for c in verb.rights if c.dep_ == "conj"):
            if other.pos_ == "VERB" and other.i - verb.i <= 2 and not is_passive(other):
                return [c for c in other.children if c.dep_ == "dobj"]
    return found


def _antecedent(token: Token, verb: Token) -> Token:
    if token.tag_ in {"WDT", "WP"} or (
        token.lower_ in {"that", "which", "who", "whom"} and token.pos_ in {"PRON", "DET", "SCONJ"}
    ):
        clause = verb
        for _ in range(3):
            if clause.dep_ == "relcl":
                return _nearest(_struck_there(clause.head, verb), clause)
            clause = clause.head
    return token


def _struck_there(noun: Token, verb: Token) -> Token:
    """Of "an attack on a village that killed two" the attack: what was struck did not kill."""
    killed = verb_frame(verb)
    preposition = noun.head
    if killed is None or killed.type != "ASSAULT" or preposition.dep_ != "prep" or noun.ent_type_ in {"PERSON", "ORG"}:
        return noun
    attack = preposition.head
    frame = noun_frame(attack) if attack.pos_ == "NOUN" else None
    return attack if frame is not None and frame.type == "ASSAULT" else noun


def _nearest(noun: Token, clause: Token) -> Token:
    """Of "Fiji and Malta, which supports it" the one meant: a verb in the singular speaks of the last."""
    words = [clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})]
    if any(w.tag_ == "VBZ" or w.lower_ == "was" for w in words):
        return max((t for t in with_conjuncts(noun) if t.i < clause.left_edge.i), key=lambda t: t.i, default=noun)
    return noun


def datives(verb: Token) -> list[Token]:
    """To whom it is given: "gave Malta a loan", "gave a loan to Malta", and "gave Malta aid", where the parser sees "Malta aid"."""
    found = [
        p
        for c in verb.children
        if c.dep_ == "dative"
        for p in ([c] if c.pos_ != "ADP" else c.children)
        if p.dep_ in {"dative", "pobj"}
    ]
    if found or verb.lemma_ not in words("sets", "giving"):
        return found
    beside = [c for o in objects(verb) for c in o.lefts if c.dep_ == "compound" and c.i - verb.i <= 4]
    return [
        c for c in beside if c.ent_type_ in {"GPE", "PERSON", "ORG"} or any(x.ent_type_ == "NORP" for x in c.lefts)
    ][:1]


_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def sayers(noun: Token) -> list[Token]:
    """Who says the clause that the noun is the subject of."""
    clause = noun.head
    for _ in range(_DEPTH):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
            return [s for s in subjects(clause.head) if s.pos_ in {"NOUN", "PROPN"}]
        if clause.dep_ not in {"conj", "xcomp", "advcl"}:
            break
        clause = clause.head
    return []


def speaker(pronoun: Token) -> list[Token]:
    """Who says the clause that the pronoun is the subject of: "Malta said it would pay" is about Malta."""
    if pronoun.lower_ not in _PRONOUNS or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    clause = pronoun.head
    for _ in range(4):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB" and clause.head.i < clause.i:
            said = [s for s in subjects(clause.head) if s.pos_ in {"NOUN", "PROPN"}]
            if pronoun.lower_ == "they":
                return said
            if pronoun.lower_ == "it" and _is_of_a_paper(clause.head):
                return []
            person = pronoun.lower_ != "it"
            alone = [s for s in said if len(with_conjuncts(s)) == 1 and s.tag_ not in {"NNS", "NNPS"}]
            if pronoun.lower_ in {"he", "she"}:
                return [s for s in alone if _is_human(s)]
            return [s for s in alone if person or s.ent_type_ != "PERSON"]
        if clause.dep_ not in {"conj", "ccomp", "xcomp", "advcl"}:
            return []
        clause = clause.head
    return []


def _is_human(noun: Token) -> bool:
    """Whether the noun is of one human being: a person's name, or a common noun that is none for a body."""
    if noun.ent_type_ in {"GPE", "ORG", "NORP"} or noun.lower_ in lexicon("organisations")["common"]:
        return False
    return noun.ent_type_ == "PERSON" or noun.pos_ == "NOUN"


def _is_of_a_paper(saying: Token) -> bool:
    """Whether "it" behind a participle of saying may be what was just told of: "condemned the plan, saying it would fail"."""
    told = saying.head if saying.tag_ == "VBG" and saying.dep_ in {"advcl", "acl"} else saying
    return told is not saying and any(t.lemma_.lower() in words("parties", "documents") for t in objects(told))
