"""Who stands where about a verb: subject, object, agent, and whom a thing is given."""

from spacy.tokens import Token

from dateline.reading.events.lexical import control, noun_frame, state_words, verb_frame, words
from dateline.reading.events.misparsed import (
    are_joined,
    finite_above,
    freed_beside,
    gathered,
    housed_before,
    is_left_open,
    listed_before,
    listed_behind,
    may_do,
    named_right_before,
    paired_before,
    person_joined_before,
    person_listed_before,
    subject_behind_clause,
    swallowed_subject,
    verb_above,
)
from dateline.reading.events.nouns import after, names_before, opens_a_clause, owners, possessors, with_conjuncts
from dateline.reading.events.openings import without_dateline
from dateline.reading.events.relatives import antecedent

_CLAUSES_WITHOUT_SUBJECT = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "acl", "conj", "dep", "relcl", "prep"})

_DEPTH = 6
_ALLEGED = frozenset({"allegedly", "apparently", "perhaps", "possibly", "presumably", "probably", "supposedly"})


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, a bare participle after a noun included."""
    verb = _passive_of(verb)
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children):
        return True
    if verb.lemma_ == "find" and verb.dep_ == "conj" and any(c.lower_ == "guilty" for c in verb.rights):
        return is_passive(verb.head) and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    if bare and freed_beside(verb):
        return True
    return (
        bare and verb.dep_ in {"acl", "advcl", "relcl"} and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    )


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


def who_does(verb: Token) -> list[Token]:
    """The subjects with what is coordinated with them."""
    return [t for s in subjects(verb) for t in with_conjuncts(s)]


def _agents(verb: Token) -> list[Token]:
    """Whom "by" names; of what is ordered done, who orders it."""
    found = [
        p
        for c in verb.children
        if c.i > verb.i and (c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"))
        if c.nbor(-1).lower_ not in _ALLEGED  # "was shot, allegedly by the police"
        for p in c.children
        if p.dep_ == "pobj"
    ]
    found = found or _by_force_told(verb)
    if not found and verb.lemma_ in {"banish", "deport", "expel"}:
        return [t for t in after(verb, "from") if t.ent_type_ == "GPE"]  # who is expelled from a land, it expelled
    ordered = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "order"
    return found or (subjects(verb.head) if ordered and verb.head.i < verb.i else [])


def _by_force_told(verb: Token) -> list[Token]:
    """Whose the force is in which somebody suffered: "were hurt in an attack by rebels", "in a Maltese raid"."""
    suffered = verb_frame(verb)
    if suffered is None or suffered.type != "ASSAULT":
        return []
    blows = [noun for place in ("in", "during") for noun in after(verb, place)]
    told = [noun for noun in blows if (frame := noun_frame(noun)) is not None and frame.type == "ASSAULT"]
    for blow in told:
        if found := after(blow, "by") or [t for t in blow.lefts if t.text in state_words() and t.dep_ == "amod"]:
            return found
    return [] if blows else _by_deed_told(verb)


def _by_deed_told(verb: Token) -> list[Token]:
    """Who did what somebody suffered from: of "two were killed when rebels fired at a bus" the rebels; not where it is a pronoun."""
    for clause in verb.rights:
        beside = any(c.lower_ in {"when", "as"} and c.dep_ in {"advmod", "mark"} for c in clause.lefts)
        told = verb_frame(clause) if clause.dep_ == "advcl" and beside else None
        if told is not None and told.type == "ASSAULT" and not is_passive(clause):
            return [c for c in clause.lefts if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}]
    return []


def _subjects(verb: Token, depth: int) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in {"nsubj", "csubj"} and c.pos_ != "VERB"] or gathered(verb, "csubj")
    if own:
        last = listed_before(own[-1]) or (own[-2:] if are_joined(own) else own[-1:])
        last = [*person_listed_before(own[-1], verb), *person_joined_before(own[-1]), *last]
        last = housed_before(own[-1], verb) or paired_before(own[-1], verb) or last
        last = [*last, *listed_behind(own[-1], verb)]
        return [antecedent(without_dateline(t, verb), verb) for t in last]
    if (swallowed := subject_behind_clause(verb)) is not None:
        return [swallowed]
    if depth == 0 or any(c.dep_ == "csubj" for c in verb.children) or verb.dep_ not in _CLAUSES_WITHOUT_SUBJECT:
        return []
    if is_left_open(verb):
        return []
    if verb.dep_ == "advcl" and (named := named_right_before(verb)) is not None:
        return [named]
    head = verb.head
    if verb.dep_ == "prep" or head.dep_ == "prep" or verb.dep_ == "pcomp":
        above = head.head if head.pos_ in {"ADP", "SCONJ"} else head
        if above.pos_ == "ADJ" and above.lower_ in words("sets", "guilty"):
            above = above.head  # "is guilty of breaking it"
        if verb.dep_ == "pcomp" and head.lower_ in {"for", "of"} and above.pos_ == "VERB" and (whom := _blamed(above)):
            return whom  # "arrested two men for bombing it"
        if above.lemma_ == "responsibility" and above.dep_ == "dobj" and above.head.lemma_ in words("sets", "owning"):
            return subjects(above.head, depth - 1)  # "claimed responsibility for shelling it"
        punished = after(above, "of") if above.pos_ == "NOUN" and head.lower_ == "for" and after(above, "by") else []
        if verb.dep_ == "pcomp" and punished:
            return punished  # "the suspension of nurses by the state for leaving"
        if verb.dep_ == "pcomp" and above.lemma_ in words("sets", "intentions"):
            return _who_intends(above, depth)
        if verb.dep_ == "pcomp" and head.lower_ == "despite" and _is_a_blame(above):
            return []  # "condemned Chad for its raids despite agreeing to a truce"
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
    if verb.dep_ == "ccomp" and verb.tag_ in {"VBZ", "VBD", "VBP"} and (verb.i < head.i or head.dep_ != "relcl"):
        return []  # "The army shells villages, Lena Frey said": whoever said it did not do it
    if verb.dep_ == "conj":
        if (blaming := _blaming_besides(verb)) is not None:
            return subjects(blaming, depth - 1)
        head = finite_above(verb)
        if len([c for c in head.children if c.dep_ == "nsubj"]) > 1:
            return []  # the parser has run two clauses into one
        before = verb.nbor(-1)
        while before.pos_ == "ADV" and before.i:
            before = before.nbor(-1)
        if before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and opens_a_clause(before):
            return [before]
        if (swallowed := swallowed_subject(head, verb)) is not None:
            return [swallowed]
        if (saying := _saying_joined(head, verb)) is not None:
            return subjects(saying, depth - 1)
        found = _passive_subject(head) or subjects(head, depth - 1)
        return found if may_do(found, verb) else _of_the_saying(head, verb) or found
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
        if apart and head.dep_ == "relcl" and (main := verb_above(head)) is not None:
            return subjects(main, depth - 1)  # "hit the boats that had been moored there, sinking two"
        aside = apart and head.dep_ == "advcl"
        return (
            subjects(head.head, depth - 1) if aside else _passive_subject(head)
        )  # "ruled, after it was held, banning"
    return subjects(head, depth - 1)


def _blaming_besides(verb: Token) -> Token | None:
    """The "condemning" of "a motion condemning Chad for breaking the truce and calling for talks": who blames also asks."""
    deed = verb.head
    above = deed.head.head
    joined = verb.tag_ == deed.tag_ == "VBG" and deed.dep_ == "pcomp" and deed.head.lower_ == "for"
    return above if joined and _is_a_blame(above) and control(verb) == "REQUEST" else None


def _is_a_blame(verb: Token) -> bool:
    frame = verb_frame(verb) if verb.pos_ == "VERB" else None
    return frame is not None and frame.type == "ACCUSE"


def _saying_joined(clause: Token, verb: Token) -> Token | None:
    """The verb of saying that another is joined to, where the parser joins it to what is said: "said Chad breaks the law and urged it to stop".

    By its tense, or because it is a verb of asking: who says the one asks the other.
    """
    said = clause.head
    if clause.dep_ != "ccomp" or said.pos_ != "VERB" or said.i > clause.i or said.tag_ != "VBD" or verb.tag_ != "VBD":
        return None
    if any(c.dep_ == "cc" and c.lower_ != "and" for c in clause.rights if c.i < verb.i):
        return None
    first = next((c for c in clause.lefts if c.dep_ in {"aux", "auxpass"}), clause)
    present = first.tag_ in {"VBZ", "VBP", "MD"} and first.lower_ not in {"would", "could", "might"}
    return said if present or control(verb) == "REQUEST" else None


def _of_the_saying(clause: Token, verb: Token) -> list[Token]:
    """Who says a clause, where the coordinated verb is the saying's: "said the fleet left and charged the fleet with theft"."""
    for _ in range(_DEPTH):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
            found = subjects(clause.head)
            return found if may_do(found, verb) else []
        if clause.dep_ != "conj":
            break
        clause = clause.head
    return []


def _blamed(verb: Token) -> list[Token]:
    """Whom a verb is done to "for" a deed; of "voiced anger at Malta for closing the port" Malta."""
    found = objects(verb) or after(verb, "at")
    if any(t.lemma_.lower() in words("groups", "blamed") for t in found):
        found = [t for noun in found for place in ("to", "at", "of", "with", "against") for t in after(noun, place)]
    return found


def _tells_of_pact(verb: Token) -> bool:
    """Whether a participle tells what the agreement right before it says: "signed a memorandum calling for"."""
    before = verb.nbor(-1) if verb.i else verb
    return before.pos_ in {"NOUN", "PROPN"} and (
        before.lemma_.lower() in words("groups", "pacts") or before.lower_ == "mou"
    )


def _is_behind_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def _said_besides(verb: Token) -> Token | None:
    """The verb of saying of "said that they broke the pact, demanding an answer": who says the one demands the other.

    However deep in what is said the parser hangs the participle: "said it was good for Malta to know what they do, accusing them of".
    """
    if verb.tag_ != "VBG" or verb.lemma_ not in words("sets", "speaking") or not _is_behind_comma(verb):
        return None
    above = verb.head
    for _ in range(_DEPTH):
        if above.dep_ == "ccomp" and above.i > above.head.i and above.head.lemma_ in words("sets", "speech"):
            return above.head
        if above.dep_ not in {"acomp", "advcl", "ccomp", "conj", "xcomp"}:
            break
        above = above.head
    return None


def _who_intends(noun: Token, depth: int) -> list[Token]:
    """Whose plan or intention it is: "its plan to", "an agreement between Malta and Fiji to", "Malta has no plan to"."""
    if found := [*possessors(noun), *names_before(noun)]:
        return found
    holds = noun.dep_ == "dobj" and noun.head.lemma_ in words("sets", "holding")
    return (subjects(noun.head, depth - 1) if holds else []) or owners(noun) or after(noun, "between")


def who_struck(blow: Token) -> list[Token]:
    """Who ordered or made an attack: of "ordered the strikes that killed him" whoever ordered them."""
    frame = noun_frame(blow) if blow.dep_ == "dobj" else None
    made = frame is not None and frame.type == "ASSAULT" and blow.head.lemma_ in words("sets", "striking")
    return subjects(blow.head) if made else []


def _passive_subject(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ == "nsubjpass"] or gathered(verb, "csubjpass") or freed_beside(verb)
    row = [*own[-1:], *(listed_behind(own[-1], verb) if own else [])]
    return [antecedent(without_dateline(t, verb), verb) for t in row]


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb is done to: its object, the subject of a passive, the noun before a participle or a relative clause."""
    if is_passive(verb):
        verb = _passive_of(verb)
        found = _passive_subject(verb)
        return found or ([_whole(verb.head)] if verb.dep_ in {"acl", "relcl"} else [])
    found = [c for c in verb.children if c.dep_ == "dobj"]
    found = [c for c in found if c == found[0] or not opens_a_clause(c)]  # "shelled a port, and guards there said"
    found = [antecedent(c, verb) if c.tag_ in {"WDT", "WP"} else c for c in found]
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


def _whole(noun: Token) -> Token:
    """All of whom a part is named beside: of "twelve miners including women held by rebels" the miners."""
    part = noun.dep_ == "pobj" and noun.head.lower_ == "including"
    whole = noun.head.head
    return whole if part and whole.pos_ in {"NOUN", "PROPN"} else noun


def counted_objects(verb: Token) -> list[Token]:
    """The numbers that stand for people done to: "police arrest three", where the parser takes some for an adverb."""
    aside = [c for c in verb.rights if c.dep_ == "npadvmod" and c.i == verb.i + 1 and c.ent_type_ == "CARDINAL"]
    return [t for t in (*objects(verb), *aside) if t.tag_ == "CD" and t.ent_type_ == "CARDINAL"]


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
    given = [
        o for o in objects(verb) if o.lemma_.lower() not in words("groups", "force")
    ]  # not "National Guard troops"
    beside = [c for o in given for c in o.lefts if c.dep_ == "compound" and c.i - verb.i <= 4]
    return [
        c for c in beside if c.ent_type_ in {"GPE", "PERSON", "ORG"} or any(x.ent_type_ == "NORP" for x in c.lefts)
    ][:1]
