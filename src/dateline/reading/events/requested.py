"""What is asked of whom: "urged Malta to sign", "called for talks", "said Malta must pay"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, subjects
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after, owners, with_conjuncts
from dateline.reading.events.senses import is_person, is_plea_in_court, is_question
from dateline.reading.events.status import status
from dateline.reading.lexicon import lexicon


def _is_to_leave(noun: Token) -> bool:
    """Such as "the withdrawal of the army from the port", which the army is to do."""
    armed = words("groups", "force") | words("sets", "fighters")
    leaving = noun.lemma_.lower() in {"disengagement", "drawdown", "pullback", "pullout", "retreat", "withdrawal"}
    return leaving and any(t.pos_ == "PROPN" or t.lemma_.lower() in armed for t in after(noun, "of"))


def _asked_of(noun: Token) -> list[Token]:
    return [t for place in ("from", "by", "between") for t in after(noun, place)]


def _is_named(noun: Token) -> bool:
    """Whether it is somebody of whom a thing is demanded, and not the thing: "the lifting of UN sanctions"."""
    return noun.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"}


def _is_called_names(noun: Token) -> bool:
    """Whether what one is called follows: "called the minister 'slow'"."""
    k = noun.right_edge.i + 1
    return k < len(noun.doc) and (noun.doc[k].is_quote or noun.doc[k].pos_ in {"ADJ", "DET"})


def _is_visited(whom: list[Token], clause: Token | None) -> bool:
    """Whether the one person "called on" was visited: nothing was asked, or only a courtesy is told."""
    courtesy = clause is not None and clause.lemma_ in words("sets", "courtesies") | _TALK
    alone = len(whom) == 1 and whom[0].tag_ in {"NN", "NNP", "PRP"} and len(with_conjuncts(whom[0])) == 1
    human = alone and (is_person(whom[0]) or whom[0].lower_ in {"him", "her"} or not _is_body(whom[0]))
    return human and (clause is None or courtesy)


_TALK = frozenset({"brief", "discuss", "exchange", "greet", "review"})


def _is_body(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.lower_ in lexicon("organisations")["common"]


def _addressed(clause: Token) -> list[Token]:
    """Of whom the clause is asked; not of those "demanded to be freed", who would not do it."""
    freed = any(c.tag_ == "VB" and c.dep_ == "auxpass" for c in clause.children)
    return [c for c in clause.children if c.dep_ == "nsubj" or (c.dep_ == "nsubjpass" and not freed)]


def requested(verb: Token, below: list[Token], state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    """Such as "urged Malta to sign", "called for talks", "demanded an apology from Malta"."""
    behind = [b for b in below if b.i > verb.i or any(t.is_quote for t in verb.doc[b.i : verb.i])]
    clause = behind[0] if behind else None  # "rebels have, a group says two have been killed, demanded his fall"
    if clause is not None and is_passive(clause) and clause.lemma_ in {"identify", "name", "quote"}:
        return  # "asked not to be named"
    if is_plea_in_court(verb) or any(t.lemma_.lower() in {"anonymity", "comment"} for t in objects(verb)):
        return
    asked = [t for place in ("on", "upon") for t in after(verb, place) if t.ent_type_ not in {"DATE", "TIME"}]
    wanted = after(verb, "for")
    if verb.lemma_ == "call" and not asked and not wanted and not (verb.dep_ == "acl" and is_passive(verb)):
        if any(is_person(t) and not _is_called_names(t) for t in objects(verb)):  # "called the minister to thank him"
            yield Draft("CONSULT", verb, [verb], subjects(verb), [objects(verb)], state)
        return
    if verb.lemma_ == "call" and asked and any(c.dep_ == "agent" and c.i < asked[0].head.i for c in verb.rights):
        return  # "the strike was called by the union on false grounds"
    if verb.lemma_ == "call" and not asked and (objects(verb) or (is_passive(verb) and not wanted)):
        return  # "called the election for him"
    if verb.lemma_ == "call" and asked and not wanted and _is_visited(asked, clause):
        yield Draft("CONSULT", verb, [verb], subjects(verb), [asked], state)
        return  # "called on the minister at his office"
    if is_question(verb):
        return
    if verb.lemma_ == "press" and any((f := noun_frame(o)) is not None and f.type == "ASSAULT" for o in objects(verb)):
        return  # "pressing an offensive"
    if verb.lemma_ == "ask" and clause is not None and clause.i < verb.i:
        return  # "'Is the envoy aware of this?' he asked"
    passive = verb.dep_ == "conj" and is_passive(verb.head) and not objects(verb)
    if passive and clause is not None and not any(c.dep_ == "nsubj" for t in (verb, clause) for c in t.children):
        return  # "were held and pressed to leave": by whom is open
    if clause is None and (
        verb.lemma_ == "tell" or (verb.lemma_ in {"ask", "press", "push"} and not asked and not wanted)
    ):
        return
    against = [t for w in wanted for place in ("against", "on") for t in after(w, place)]
    if against and any(w.lemma_.lower() in words("groups", "sanctions") for w in wanted):
        yield Draft("ACCUSE", verb, [verb, *wanted[:1]], subjects(verb), [against], state)
        return
    recipients = [_addressed(clause)] if clause is not None else []
    recipients += [asked, after(verb, {"appeal": "to", "plead": "with"}.get(verb.lemma_, "upon"))]
    if verb.lemma_ in {"demand", "request"}:
        recipients += [after(verb, "from"), after(verb, "of")]
        recipients += [
            [*after(o, "from"), *filter(_is_named, after(o, "of")), *(t for t in owners(o) if noun_frame(t) is None)]
            for o in objects(verb)
        ]
    recipients.append(objects(verb))
    recipients += [after(w, "of") if _is_to_leave(w) else _asked_of(w) for w in wanted]
    if clause is not None:
        for each in clause.subtree:
            if each.pos_ == "VERB":
                taken.add(each.i)
    for wanted_noun in [*after(verb, "for"), *objects(verb)]:
        taken.update(t.i for t in wanted_noun.subtree if t.pos_ in {"NOUN", "VERB"})
    yield Draft(
        "REQUEST",
        verb,
        [
            verb,
            *(
                c
                for c in verb.children
                if c.i > verb.i
                and c.dep_ in {"prt", "prep"}
                and c.lower_ in {"for", "on", "upon", "to"}
                and c.i - verb.i < 5
                and all(t.ent_type_ not in {"DATE", "TIME"} for t in c.children)
            ),
        ],
        subjects(verb),
        [r for r in recipients if r],
        state,
    )


_READY = frozenset({"prepared", "ready", "willing"})


def obliged(verb: Token) -> Iterator[Draft]:
    """Such as "The union said Malta must pay": a request to Malta."""
    if not any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children):
        return
    head = verb.head
    stated = verb.dep_ == "acl" and head.dep_ == "pobj" and head.lemma_.lower() in words("parties", "documents")
    if stated and any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.lefts):
        head = head.head.head  # "said in a statement that the army must leave"
    if (
        (verb.dep_ != "ccomp" and head == verb.head)
        or head.lemma_
        not in {
            "say",
            "insist",
            "stress",
            "declare",
            "tell",
            "add",
            "state",
            "warn",
            "reiterate",
            "conclude",
            "announce",
        }
        or status(head) != "happened"
    ):
        return
    idle = verb.lemma_ == "be" and not any(c.lower_ in _READY for c in verb.children if c.dep_ == "acomp")
    if is_passive(verb) or idle:
        return  # "its borders must be respected" asks nobody named
    whom = [c for c in verb.children if c.dep_ == "nsubj"]
    if head.lemma_ == "tell" and objects(head) and any(t.lower_ in {"it", "they"} for t in whom):
        whom = objects(head)  # "told the council it should leave"
    if any(noun_frame(t) is not None for t in whom):
        return  # "the deal must survive" asks nobody named
    yield Draft(
        "REQUEST",
        verb,
        [*[c for c in verb.children if c.dep_ == "aux"][:1], verb],
        subjects(head),
        [whom],
        "happened",
        clause=head,
        obliged=True,
    )
