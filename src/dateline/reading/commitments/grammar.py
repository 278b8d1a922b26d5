"""Questions about one verb of the dependency parse: whose it is, what stands around it, whether it is meant as real."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.words import is_one_of, lemma, words

_PERSONAL = frozenset({"i", "we", "he", "she", "they", "who"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "sha"})
CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "xcomp", "pcomp")
_DASHES = frozenset({"--", "–", "—"})
_CLIMB = 12
_NEAR_GOING = 3
_YEAR = 4
"""Digits of a year."""


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these relations, in the order of the text."""
    return [c for c in token.children if c.dep_ in deps]


def first(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def own_subject(verb: Token) -> Token | None:
    """The subject that stands at the verb itself; for a relative pronoun, what it stands for."""
    found = children(verb, *SUBJECTS) or [s for a in children(verb, "auxpass") for s in children(a, *SUBJECTS)]
    before = [t for t in found if t.i < verb.i]
    subject = before[-1] if before else (found[0] if found else None)  # a dateline may be taken for a first subject
    if subject is not None and subject.dep_ == "csubj" and subject.tag_ == "VBN":
        subject = (
            first(subject, "nsubj") or subject
        )  # "strikes planned for May will go ahead", the participle taken for a verb
    subject = _behind_dateline(subject, verb)
    if subject is None or subject.tag_ not in ("WDT", "WP"):
        return subject
    clause = verb
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    if clause.dep_ not in ("relcl", "acl"):
        return subject
    return _spoken_for(clause.head) if subject.lower_ == "which" else clause.head


def dated_noun(participle: Token) -> Token:
    """What is "scheduled for 4 May" in "the round of talks with the league, scheduled for 4 May": the talks, not the league."""
    noun = participle.head
    while is_agent(noun) and noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun if is_occasion(noun) else participle.head


def _spoken_for(noun: Token) -> Token:
    """The "league" of "Ana Brel, a spokeswoman for the league, which has agreed": who is apposed to a person is not meant by "which"."""
    office = next((c for c in children(noun, "appos") if is_one_of(c, "subjects", "single")), None)
    led = [t for p in children(office, "prep") for t in children(p, "pobj")] if office is not None else []
    return led[-1] if led else noun


def _behind_dateline(subject: Token | None, verb: Token) -> Token | None:
    """The subject, or its apposition behind a dash, where the parse took the dateline before the dash for the subject."""
    if subject is None or subject.i > verb.i or subject.pos_ != "PROPN":
        return subject
    dash = next((t.i for t in verb.doc[subject.i + 1 : verb.i] if is_dash(t)), None)
    if subject.is_upper and subject.nbor(1).text == ":":
        dash = subject.i + 1  # "LESK: The council has agreed"
    begins = subject.left_edge.i
    if dash is None or (begins > 0 and "\n" not in verb.doc[begins - 1].text):
        return subject
    behind = [t for t in verb.doc[dash + 1 : verb.i] if t.dep_ in ("appos", "conj") and t.head.i < dash]
    if behind and behind[0].dep_ == "conj":
        return behind[0]
    if not behind and subject.ent_type_ == "GPE":
        return None  # the place alone, of a dateline
    return behind[-1] if behind else subject


def is_dash(token: Token) -> bool:
    """Whether it is a dash, or a hyphen that stands apart as one."""
    return token.text in _DASHES or (token.text == "-" and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_))


def is_pluperfect(verb: Token) -> bool:
    """Whether the verb tells of what went before what is told: "had been scheduled"."""
    return any(lemma(a) == "have" and a.tag_ == "VBD" for a in children(verb, "aux"))


def has_just(verb: Token) -> bool:
    """Whether the verb tells what has come about by now: "has agreed"; in the passive too."""
    return verb.tag_ == "VBN" and any(lemma(a) == "have" and a.tag_ in ("VBZ", "VBP") for a in children(verb, "aux"))


def is_by_a_day(action: Token) -> bool:
    """Whether it has a last day: "to leave by 4 May"."""
    return any(c.lower_ == "by" and names_a_day(c) for c in children(action, "prep"))


def is_predicate(noun: Token) -> bool:
    """Whether the noun right behind "is" or "was" says what somebody is, though the parse takes it for a later verb's subject."""
    k = noun.left_edge.i - 1
    while k > 0 and noun.doc[k].pos_ == "ADV":
        k -= 1
    k = k if k < 0 or noun.doc[k].lower_ != "once" else k - 1
    return k >= 0 and noun.i - k > 0 and noun.doc[k].lower_ in ("is", "was", "are", "were")


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, or the one that it shares with the verb that governs it."""
    for _ in range(_CLIMB):
        subject = own_subject(verb)
        if subject is not None:
            return subject
        head = verb.head
        if head == verb:
            return None
        if _goes_on_above(verb):
            head = head.head  # "agreed that it should be moved but will wait"
        if verb.dep_ in ("acl", "relcl"):
            return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if head.pos_ in ("NOUN", "PROPN", "PRON"):
            return None
        if verb.dep_ == "ccomp" and verb.i < head.i:
            return None  # who says it behind the clause is not who does it
        verb = head
    return None


def _goes_on_above(verb: Token) -> bool:
    """Whether "but will", ", and will" goes on with the verb above a clause that tells what was or should be, at which the parse hangs it."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or children(verb, "auxpass"):
        return False
    joint = next((c for c in children(clause, "cc") if c.i < verb.i), None)
    ahead = any(a.lower_ in FUTURE for a in children(verb, "aux"))
    if joint is None or not ahead:
        return False
    parted = joint.nbor(-1).text == ","
    return (joint.lower_ == "but" and first(clause, "nsubjpass") is not None) or (parted and clause.tag_ == "VBD")


def is_agent(subject: Token | None) -> bool:
    """Whether the subject is somebody who can undertake: a person, a state, a body, or a pronoun for one."""
    if subject is None:
        return False
    if subject.lower_ in _PERSONAL:
        return True
    if subject.pos_ == "PRON" or is_one_of(subject, "subjects", "occasions"):
        return False
    named_may = subject.lower_ == "may" and any(c.ent_type_ == "PERSON" for c in children(subject, "compound"))
    return named_may or subject.ent_type_ in _ACTORS or is_one_of(subject, "subjects", "agents")


def names_a_day(token: Token) -> bool:
    """Whether a date or hour stands under the token."""
    return any(is_of_a_day(t) for t in token.subtree)


_DAYS = words("days", "weekdays") | words("days", "months")


def is_of_a_day(token: Token) -> bool:
    """Whether the token belongs to a date or hour; a name of a day or month does where the model sees no name at all."""
    return token.ent_type_ in ("DATE", "TIME") or (
        token.ent_type_ == "" and token.tag_ == "NNP" and token.is_title and token.lower_ in _DAYS
    )


def is_year(token: Token) -> bool:
    """Whether the token is a year in digits."""
    return token.is_digit and len(token) == _YEAR


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: "will be held"; "were on Friday deferred", which the parse takes for an adjective, too."""
    parted = verb.dep_ == "acomp" and verb.tag_ in ("VBN", "VBD") and lemma(verb.head) == "be"
    return parted or first(verb, "auxpass", "nsubjpass") is not None


def negation(verb: Token) -> Token | None:
    """The word that negates the verb, if any."""
    found = first(verb, "neg")
    if found is not None:
        return found
    subject = first(verb, *SUBJECTS)
    between = verb.doc[subject.i + 1 : verb.i] if subject is not None and subject.i < verb.i else ()
    beside = (t for t in between if t.head in (verb, verb.head) or t.head.head == verb)
    return next((t for t in beside if t.lower_ in ("not", "n't", "n’t", "never")), None)


def future_auxiliary(verb: Token) -> Token | None:
    """Its "will", "shall" or "would"; for a conjunct without an auxiliary of its own, that of the first verb."""
    for aux in children(verb, "aux"):
        if aux.lower_ in FUTURE or lemma(aux) in ("will", "shall") or aux.lower_ in ("would", "'d", "’d"):
            return aux
    if verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN") and not children(verb, "aux", *SUBJECTS):
        return future_auxiliary(verb.head)
    return None


def going_to(verb: Token) -> Token | None:
    """The "going" of "is going to sign", in the present; else None."""
    going = verb.head
    if verb.dep_ != "xcomp" or going.lower_ != "going" or not has_to(verb) or verb.i - going.i > _NEAR_GOING:
        return None
    auxiliaries = children(going, "aux")
    present = any(lemma(a) == "be" and a.tag_ in ("VBP", "VBZ") for a in auxiliaries)
    return going if present and len(auxiliaries) == 1 else None


def takes_effect(verb: Token) -> bool:
    """Whether something "takes effect", "comes into force", "enters into operation"."""
    if lemma(verb) == "take":
        return any(lemma(c) == "effect" for c in children(verb, "dobj"))
    if lemma(verb) == "be":
        return any(c.lower_ == "effective" for c in children(verb, "acomp"))
    if lemma(verb) not in ("come", "enter", "go"):
        return False
    inner = (first(c, "pobj") for c in children(verb, "prep") if c.lower_ in ("into", "in"))
    return any(t is not None and is_one_of(t, "subjects", "force") for t in inner)


def is_would(aux: Token) -> bool:
    """Whether the auxiliary is "would", the future seen from the past, or a mere possibility."""
    return aux.lower_ in ("would", "'d", "’d")


def has_perfect(verb: Token) -> bool:
    """Whether "have" stands among its auxiliaries: "would have gone"."""
    return any(lemma(a) == "have" for a in children(verb, "aux"))


def infinitive(token: Token) -> Token | None:
    """The "to" infinitive that hangs on a verb, adjective or noun as its complement."""
    for child in token.children:
        if child.dep_ in ("xcomp", "acl", "advcl", "relcl", "ccomp") and child.i > token.i and has_to(child):
            return child
    return None


def has_to(verb: Token) -> bool:
    """Whether the verb is a "to" infinitive."""
    return any(a.lower_ == "to" and a.i < verb.i for a in children(verb, "aux"))


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of (a token, what governs it), upwards from the token, to the root."""
    for _ in range(_CLIMB):
        if token.head == token:
            return
        yield token, token.head
        token = token.head


def is_told(verb: Token) -> bool:
    """Whether the verb tells that something is undertaken: it is finite, or a participle of the sentence's subject."""
    if verb.tag_ == "VBG":
        purpose = lemma(verb) in ("intend", "plan", "resolve", "prepare")
        return (verb.dep_ in ("advcl", "conj", "xcomp", "acl") and not purpose) or any(
            lemma(a) == "be" for a in children(verb, "aux")
        )
    if verb.tag_ == "VB":
        return future_auxiliary(verb) is None and any(lemma(a) == "do" for a in children(verb, "aux"))
    return verb.dep_ != "amod" and not (verb.tag_ == "VBN" and verb.dep_ in ("pobj", "dobj"))  # "the agreed cuts"


def is_occasion(subject: Token | None) -> bool:
    """Whether the subject is a meeting, vote or the like; "strike action" is a strike."""
    if subject is None:
        return False
    of_one = lemma(subject) in ("action", "day", "process") and any(
        is_one_of(c, "subjects", "occasions") for c in children(subject, "compound")
    )
    return of_one or is_one_of(subject, "subjects", "occasions")


def lies_ahead(trigger: Token, *, would: bool = True) -> bool:
    """Whether the clause speaks of the days after it was written: "will", "is to", "is due"; with `would` also what was to come."""
    aux = future_auxiliary(trigger)
    if aux is not None:
        return would or not is_would(aux)
    present = [trigger, *(c for c in trigger.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBZ", "VBP") for t in present) and not any(t.tag_ == "VBD" for t in present)
