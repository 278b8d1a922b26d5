"""To whom something was said."""

from spacy.tokens import Token

from dateline.reading.attributions.detected import Detected, tokens_of, whole_words
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.parse import Parsed


def addressee(parsed: Parsed, one: Detected, cue: Token | None) -> str | None:
    """The words that name the hearer: the object of "told", "to X" after "said", "in a letter to X"; None without one."""
    if cue is None or cue.pos_ not in {"VERB", "AUX"}:
        return None
    words = cue_words()
    word = lemma(cue)
    asked = word in words.request and any(
        c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i and any(g.tag_ == "TO" for g in c.lefts) for c in cue.children
    )
    if word in words.addressing or (asked and word not in {"expect", "want"}):
        hearer = _object(cue) or (_wanted(cue) if word in words.request else None)
        if hearer is not None and word in words.request - words.addressing and not _is_asked(cue, hearer):
            hearer = None
        if hearer is not None and (word in words.request or not _in_content(one, hearer)):
            return _phrase(parsed, one, hearer)
    if word not in words.speech:
        return None
    if spoken := _spoken_to(one, cue):
        return _phrase(parsed, one, spoken)
    for prep in cue.children:
        if prep.dep_ not in {"prep", "dative"} or _in_content(one, prep):
            continue
        noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if noun is None:
            continue
        if prep.lower_ == "to" and word not in words.preposition["to"] and not _in_content(one, noun):
            return _phrase(parsed, one, noun)
        if noun.lemma_.lower() in words.document | words.meeting:
            inner = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"to", "with"}), None)
            other = next(
                (c for c in cue.children if c.dep_ == "prep" and c.lower_ in {"with", "to"} and c.i > noun.i), None
            )
            link = inner or other
            person = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
            if person is not None and not _in_content(one, person):
                return _phrase(parsed, one, person)
    return None


def _is_asked(cue: Token, hearer: Token) -> bool:
    """Whether the object of "urged" hears it, and is not what is urged: "urged restraint", "demanded a vote"."""
    if hearer.pos_ in {"PROPN", "PRON"} or hearer.ent_type_ or hearer.i < cue.i:
        return True
    if hearer.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod"} for c in hearer.lefts):
        return False  # "urged support to quell the fighting"
    return hearer.tag_ == "NNS" or any(
        c.dep_ in {"xcomp", "ccomp", "advcl"} or (c.dep_ == "prep" and c.lower_ in {"against", "for"})
        for c in cue.rights
        if c.i > hearer.i
    )


def _object(cue: Token) -> Token | None:
    """The verb's object, or that of its preposition ("said it to them", "called on them")."""
    words, word = cue_words(), lemma(cue)
    for c in cue.rights:
        if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP":
            return c
        if c.pos_ == "ADP" and (
            c.lower_ == "to" or (c.lower_ in {"on", "upon"} and word in words.preposition[c.lower_])
        ):
            return next((p for p in c.children if p.dep_ == "pobj"), None)
    return None


def _wanted(cue: Token) -> Token | None:
    """The subject of the infinitive ("urged them to leave", where the model takes "them" for a subject)."""
    clauses = [c for c in cue.rights if c.dep_ in {"ccomp", "xcomp"} and any(g.tag_ == "TO" for g in c.lefts)]
    return next((c for clause in clauses for c in clause.children if c.dep_ == "nsubj"), None)


def _spoken_to(one: Detected, cue: Token) -> Token | None:
    """Who hears it in "Speaking to reporters, X said" and "Addressing the council, X said"."""
    for act in cue.children:
        if act.dep_ != "advcl" or act.tag_ != "VBG" or _in_content(one, act):
            continue
        if lemma(act) == "address":
            return next(
                (c for c in act.rights if c.dep_ == "dobj" and c.lemma_.lower() not in cue_words().meeting), None
            )
        if lemma(act) in {"speak", "talk", "write"}:
            to = next((c for c in act.rights if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "with"}), None)
            return None if to is None else next((c for c in to.children if c.dep_ == "pobj"), None)
    return None


def _is_told_of(verb: Token) -> bool:
    """Whether the verb takes both who hears it and, behind "of", what it is: "inform", "warn"."""
    return lemma(verb) in cue_words().charge["of"]


def _in_content(one: Detected, token: Token) -> bool:
    return any(s.start <= token.idx < s.end for s in one.content)


def _phrase(parsed: Parsed, one: Detected, head: Token) -> str:
    """The noun phrase without a relative clause, an apposition behind a comma, an adjunct of its own, or the source."""
    doc = parsed.doc
    last = head.i + 1
    for c in head.rights:
        if c.dep_ == "prep" and c.lower_ == "of" and head.dep_ in {"dobj", "dative"} and _is_told_of(head.head):
            break  # "informed the ministers | of the plan"
        if (c.dep_ == "prep" and c.lower_ == "of") or (
            c.dep_ in {"cc", "conj"} and not any(t.pos_ == "VERB" for t in c.subtree)
        ):
            last = c.right_edge.i + 1
        elif c.dep_ != "punct":
            break
    first = head.left_edge.i
    taken = {t.i for part in (*one.source, *one.cue) for t in tokens_of(parsed, part)}
    last = next((i for i in range(head.i + 1, last) if i in taken), last)
    while last - 1 > head.i and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return whole_words(parsed, first, last)
