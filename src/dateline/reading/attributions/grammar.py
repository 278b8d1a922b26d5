"""Who is the subject, and how far the verb's own words reach: questions to the dependency parse."""

from spacy.tokens import Token

from dateline.reading.attributions.words import cue_words, lemma

_HELPERS = frozenset(("aux", "auxpass", "neg", "advmod"))
_SUBJECTS = frozenset(("nsubj", "csubj"))
_OF_THE_OBJECT = frozenset(("of", "for", "despite", "from"))
"""After these the participle's actor is the verb's object: "criticized them for saying"."""


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is what it is done to."""
    return any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children)


def subject(verb: Token) -> Token | None:
    """The head of the noun phrase whose act the verb is, across conjunctions, infinitives and participles; None without one."""
    seen = 0
    while seen < 8:
        seen += 1
        agent = child(verb, "agent")
        if agent is not None:
            return child(agent, "pobj")
        if is_passive(verb):
            return None
        own = child(verb, *_SUBJECTS) or next(
            (s for c in verb.lefts if c.dep_ == "aux" for s in c.lefts if s.dep_ == "nsubj"), None
        )
        if own is not None:
            return None if own.dep_ == "csubj" else own
        head = verb.head
        shares = verb.dep_ in {"conj", "xcomp", "ccomp"} or (
            verb.dep_ in {"advcl", "dep"} and verb.tag_ in {"VBG", "VB"}
        )
        if shares and head.pos_ in {"VERB", "AUX"}:
            verb = _reporter(head) if is_reporting_participle(verb) or adds(verb) else head
        elif verb.dep_ == "xcomp" and head.pos_ == "ADJ":
            verb = head.head
        elif verb.dep_ == "pcomp":
            above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
            if above is None:
                return None
            thing = child(above, "dobj")
            if thing is not None and head.lower_ in _OF_THE_OBJECT:
                return thing
            verb = above
        elif verb.dep_ == "acl" and verb.tag_ == "VBG":
            above = _reported_by(verb)
            if above is None:
                return head
            verb = above
        else:
            return None
    return None


def _reported_by(participle: Token) -> Token | None:
    """The verb that a participle hung on a noun goes with: of "denounced reports of moves saying", denounced.

    None where the noun itself can speak ("a letter saying") or stands with no report.
    """
    words = cue_words()
    if lemma(participle) not in words.speech or participle.head.lemma_.lower() in words.document | words.study:
        return None
    above = next((a for a in participle.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return (
        above if above is not None and lemma(above) in words.speech | words.object and above.i < participle.i else None
    )


def adds(verb: Token) -> bool:
    """Whether the verb is the second of "said the talks failed and added that", which the model hangs on failed.

    So are others that report, where the clause between cannot go on with them: "said the talks will resume and urged
    the rebels to come" (another tense), "said the truce had failed and urged" (a truce urges nobody).
    """
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or child(verb, *_SUBJECTS) is not None:
        return False
    if verb.tag_ == "VBD" and lemma(verb) == "add":
        return child(verb, "ccomp") is not None
    if not _reports(verb):
        return False
    told = verb.head
    while told.dep_ == "conj" and told.head.i < told.i:
        told = told.head
    if told.dep_ != "ccomp" or told.i > verb.i or _reporter(told) == told:
        return False
    reporter = told.head
    together = _tense(reporter) == verb.tag_ or (reporter.tag_, verb.tag_) == ("VBN", "VBD")
    return together and not _may_share(told, verb)


def _reports(verb: Token) -> bool:
    """Whether the verb has a complement that makes a report of it."""
    words, word = cue_words(), lemma(verb)
    if word in words.clause | words.request and child(verb, "ccomp") is not None:
        return True
    if word in words.request | words.infinitive and child(verb, "xcomp") is not None:
        return True
    if word in words.speech & words.object and child(verb, "dobj") is not None:
        return True
    preps = [c.lower_ for c in verb.rights if c.dep_ == "prep"]
    laid = child(verb, "dobj") is not None and any(word in words.charge.get(p, ()) for p in preps)
    return laid or any(word in words.preposition.get(p, ()) for p in preps)


def _tense(verb: Token) -> str:
    """The tag of the verb's finite part."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    return first.tag_


def _may_share(told: Token, verb: Token) -> bool:
    """Whether the clause's subject may be the one who reports: in the same tense, and no thing."""
    if _tense(told) != verb.tag_:
        return False
    who = child(told, "nsubj", "nsubjpass", "expl")
    return who is None or not (who.dep_ == "expl" or is_thing(who))


def is_thing(noun: Token) -> bool:
    """Whether a common noun names what cannot speak, as far as its form shows: "the truce", "the talks"."""
    words = cue_words()
    word = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and not noun.ent_type_ and word in words.thing | words.meeting | words.occasion


def _reporter(verb: Token) -> Token:
    """The verb that a participle at the end of a report goes with: of "said the talks failed, adding", said and not failed."""
    words = cue_words()
    top = verb
    for _ in range(4):
        head = top.head
        if top.dep_ == "ccomp" and head.i < top.i and lemma(head) in words.speech:
            return head
        if top.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or head == top:
            break
        top = head
    return verb


def helpers_start(verb: Token) -> int:
    """The index of the first of the verb's auxiliaries, negations and adverbs that stand right before it."""
    start = verb.i
    while start > 0:
        before = verb.doc[start - 1]
        if before.head != verb or before.dep_ not in _HELPERS or before.tag_.startswith("W"):
            break
        start -= 1
    return start


def cue_range(verb: Token) -> tuple[int, int]:
    """The token range of a verb as a cue: what it is chained to ("went on to say"), auxiliaries, adverbs, particle."""
    doc = verb.doc
    start = helpers_start(verb)
    top = verb
    for _ in range(3):
        head = top.head
        chained = top.dep_ == "xcomp" or (
            top.dep_ == "advcl" and lemma(head) == "go" and child(head, "prt") is not None
        )
        if not chained or head.i >= start or head.pos_ not in {"VERB", "ADJ", "AUX"}:
            break
        between = doc[head.i + 1 : start]
        if len(between) > 2 or any(t.pos_ not in {"ADV", "ADP", "PART"} for t in between):
            break
        if head.pos_ == "ADJ":
            if head.head.pos_ != "AUX" or head.head.i >= head.i or head.i - head.head.i > 3:
                break
            head = head.head
        start, top = helpers_start(head), head
    end = verb.i + 1
    while end < len(doc) and doc[end].head == verb and doc[end].dep_ == "prt":
        end += 1
    return start, end


def cue_end(verb: Token, end: int) -> int:
    """`end` moved behind "in a statement" and a colon, which belong to the cue."""
    doc = verb.doc
    if end < len(doc) and doc[end].lower_ in {"in", "through", "via"} and doc[end].head == verb:
        noun = child(doc[end], "pobj")
        if noun is not None and noun.lemma_ in cue_words().medium and noun.i - end <= 3:
            end = noun.i + 1
    if end < len(doc) and doc[end].text == ":":
        end += 1
    return end


def is_reporting_participle(token: Token) -> bool:
    """Whether the token opens a participial clause that reports ("..., adding that")."""
    if token.tag_ != "VBG" or token.i == 0:
        return False
    word = lemma(token)
    words = cue_words()
    before = token.doc[token.i - 1]
    if before.lower_ == "while" and before.head == token and before.i and token.doc[before.i - 1].text == ",":
        return word in words.speech | words.object
    if before.text != ",":
        return token.dep_ == "acl" and _reported_by(token) is not None
    if any(
        c.dep_ == "prep" and c.i == token.i + 1 and word in words.preposition.get(c.lower_, ()) for c in token.rights
    ):
        return True
    if word in words.speech and any(c.dep_ in {"ccomp", "dobj"} and c.i > token.i for c in token.children):
        return True
    return word in words.naming | words.description | words.request | words.object


_AGAINST = frozenset(("although", "though", "whereas", "while"))


def sets_against(token: Token) -> bool:
    """Whether the word begins what somebody else says, against what one was said to say: "..., although the union said it is shut"."""
    told = token.head
    if token.lower_ not in _AGAINST or token.dep_ != "mark" or token.i == 0 or token.doc[token.i - 1].text != ",":
        return False
    own = told.dep_ == "advcl" and told.tag_ == "VBD" and child(told, "nsubj") is not None
    return own and lemma(told) in cue_words().speech and child(told, "ccomp") is not None


_NOT_DONE = {
    "of": frozenset(("short", "instead")),
    "from": frozenset(("refrain", "abstain", "stop", "keep", "prevent", "shy", "ban")),
}
"""Prepositions with what makes a deed of theirs one that was not done: "stopped short of", "refrained from"."""

_SUPPOSING = frozenset(("if", "unless", "until", "lest"))
_MODALS = frozenset(("could", "might", "may", "should", "must", "can", "'d"))


def is_supposed(verb: Token) -> bool:
    """Whether the verb tells of no report but of a condition, a possibility or a question ("if they say", "could argue")."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in cue_words().chance and verb.head.i < verb.i:
        return True
    if _is_not_done(verb):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.lower_ == "it" for c in verb.head.lefts):
        return True  # "it is safe to say"
    for c in verb.children:
        if c.dep_ == "mark" and c.lower_ in _SUPPOSING:
            return True
        if c.dep_ == "aux" and c.lower_ in _MODALS:
            return True
        if c.dep_ == "aux" and c.is_title and c.i == verb.sent.start:
            return True
    return False


def _is_not_done(verb: Token) -> bool:
    """Whether the verb tells what somebody left undone ("without saying", "stopped short of calling for")."""
    while verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ != "pcomp":
        return False
    prep = verb.head
    said = {prep.head.lemma_.lower(), *(c.lower_ for c in prep.children)}
    return prep.lower_ == "without" or bool(said & _NOT_DONE.get(prep.lower_, frozenset()))


def is_purpose(verb: Token) -> bool:
    """Whether the verb is an infinitive that tells what something is for ("met to discuss")."""
    top = verb
    while top.dep_ in {"xcomp", "conj"} and top.head.tag_ == "VB" and top.head.i < top.i:
        top = top.head
    return (
        top.tag_ == "VB" and top.dep_ in {"advcl", "acl", "relcl", "ccomp"} and any(c.tag_ == "TO" for c in top.lefts)
    )
