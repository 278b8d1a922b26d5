"""Which undertakings stand: those of the rules, and verbs that the rules passed over and the head is sure of."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind
from dateline.reading.commitments.called_off import is_of_called_off, is_turned_down, may_be_no_more
from dateline.reading.commitments.clause import clause_tokens
from dateline.reading.commitments.deeds import is_of_a_place
from dateline.reading.commitments.foretold import is_slogan
from dateline.reading.commitments.grammar import (
    children,
    first,
    is_agent,
    is_passive,
    is_pluperfect,
    is_year,
    names_a_day,
    negation,
    own_subject,
)
from dateline.reading.commitments.learned.head import Head, likelihood
from dateline.reading.commitments.learned.signs import Sight, subject_of
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.nouns import holder_of
from dateline.reading.commitments.threats import imposes_sanctions, relieves
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_averted, is_unreal
from dateline.reading.commitments.words import is_one_of

Floats = npt.NDArray[np.float32]

ADDED = 0.3
"""A verb that the rules passed over undertakes something from this likelihood on."""

SURE = 0.5
"""What the rules hold unreal, or know and passed over, undertakes something from this likelihood on."""

DOUBTED = 0.05
"""What the rules found does not stand where no verb of its clause reaches this likelihood."""

_HOPELESS = -4.0
"""Log odds by the layers alone below which a verb that the rules passed over is not looked at."""

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})

_AHEAD = frozenset({"will", "shall", "'ll", "’ll"})

_ALIKE, _INSIDE = 0.4, 3
"""Clauses tell one thing where they share so much of their words, or one holds the other and at least a third of it is the other's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb that may undertake something, the tokens of its clause and its signs."""

    verb: Token
    run: Sequence[Token]
    signs: frozenset[str]


def candidates(doc: Doc, sight: Sight) -> Iterator[Candidate]:
    """The verbs of the text that may undertake something, in its order."""
    for verb in _verbs(doc):
        run = clause_tokens(verb, verb)
        if run:
            yield Candidate(verb, run, sight.signs(verb, run))


def _verbs(doc: Doc) -> Iterator[Token]:
    for token in doc:
        own = token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")
        if (token.pos_ == "VERB" or own) and not token.is_punct and not token.is_space:
            yield token


def _likely(
    doc: Doc, sight: Sight, view: View, head: Head, ruled: Collection[int]
) -> dict[int, tuple[float, Candidate]]:
    """By their tokens, the candidates that are not hopeless, with their likelihoods; those of the rules in any case."""
    found = {}
    for verb in _verbs(doc):
        odds = float(view.judged[verb.i][0])
        if verb.i not in ruled and odds < _HOPELESS:
            continue
        run = clause_tokens(verb, verb)
        if run:
            one = Candidate(verb, run, sight.signs(verb, run))
            seen = sum(float(state[k]) for k, state in enumerate(states_of(one, view)))
            found[verb.i] = likelihood((head.leaning(one.signs, seen) + odds) / 2), one
    return found


def states_of(one: Candidate, view: View) -> tuple[Floats, ...]:
    """The view of the verb, of the word above it, of its subject, and the mean of its clause's: the order of PLACES."""
    subject, _ = subject_of(one.verb)
    rows = view.rows
    first, last = one.run[0].i, one.run[-1].i
    nothing = np.zeros(rows.shape[1], dtype=np.float32)
    return (
        rows[one.verb.i],
        rows[one.verb.head.i],
        nothing if subject is None else rows[subject.i],
        rows[first : last + 1].mean(axis=0),
    )


def choose(doc: Doc, found: Sequence[Undertaking], sight: Sight, view: View, head: Head) -> list[Undertaking]:
    """The rules' undertakings and the head's, in the order of the text."""
    judged = _likely(doc, sight, view, head, {t.i for one in found for t in (one.trigger, one.action)})
    kept = [replace(one, kind=_kind(one, view)) for one in found if not _is_doubted(one, judged)]
    taken = [clause_tokens(one.trigger, one.action) for one in kept]
    objects = {one.trigger.head.i for one in kept if one.trigger.dep_ == "dobj"}  # "repeated its offer to host"
    for p, one in sorted(judged.values(), key=lambda pair: (-pair[0], pair[1].verb.i)):
        if p < ADDED:
            break
        if (
            one.verb.i in objects
            or _is_out(one.verb)
            or (p < SURE and _is_weighed(one.verb))
            or _is_history(one.verb, view)
            or any(_is_alike(one.run, run) for run in taken)
        ):
            continue
        taken.append(list(one.run))
        kind, status = view.kind(one.verb.i), view.status(one.verb.i)
        kept.append(
            Undertaking(trigger=one.verb, action=one.verb, subject=_who_does(one.verb), kind=kind, status=status)
        )
    kept = [replace(one, kind="pledge") if one.kind == "threat" and relieves(one.action) else one for one in kept]
    return sorted(kept, key=lambda one: (one.action.i, one.trigger.i))


def _kind(one: Undertaking, view: View) -> CommitmentKind:
    """The kind of what the rules found, where the layers do not clearly know better; to punish is a threat in any case."""
    if one.kind == "threat" and imposes_sanctions(one.action):
        return "threat"
    return view.kind_over(one.action.i, one.kind)


def _who_does(verb: Token) -> Token | None:
    """Who does what the verb tells: "by the council" of a participle, whose pledge it is that somebody tells of, the noun right before one, else its subject."""
    pledge = first(verb, "dobj")
    if pledge is not None and is_one_of(pledge, "nouns", "pledge") and (holder := holder_of(pledge)) is not None:
        return holder  # "underlined Norland's commitment to the treaty"
    doer = first(verb, "agent") if verb.tag_ == "VBN" else None
    who = None if doer is None else first(doer, "pobj")
    if who is not None and is_agent(who):
        return who
    before = verb.nbor(-1) if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i > verb.sent.start else None
    if before is not None and before.pos_ != "PRON" and is_agent(before):
        return before  # "worries, with Norland deciding to leave": the parse hangs it on the worries
    return own_subject(verb) or subject_of(verb)[0]


def _is_doubted(one: Undertaking, judged: Mapping[int, tuple[float, Candidate]]) -> bool:
    """Whether neither the word that makes it an undertaking nor any verb of its clause looks like one."""
    tokens = {one.trigger, *clause_tokens(one.trigger, one.action)}
    likely = [judged[token.i][0] for token in tokens if token.i in judged]
    return bool(likely) and max(likely) < DOUBTED


def _is_out(verb: Token) -> bool:
    """Whether the rules know why the clause undertakes nothing: it is not real, came to nothing, or is done by nobody."""
    subject, _ = subject_of(verb)
    told = (subject, first(verb, "dobj") if verb.lemma_ in ("give", "make") else None)  # "made no promise to leave"
    nobody = any(
        t.left_edge.lower_ == "not" or any(c.dep_ == "det" and c.lower_ == "no" for c in t.children)
        for t in told
        if t is not None
    )
    no_more = is_of_called_off(verb) or may_be_no_more(verb, verb) or is_turned_down(verb) or is_averted(verb)
    unreal = is_slogan(verb) or is_pluperfect(verb) or _was_going_to(verb)
    asked = verb.tag_ == "VB" and subject is None and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")  # "stop it"
    return (
        asked
        or nobody
        or verb.dep_ == "amod"  # "suspended talks"
        or (verb.lemma_, verb.tag_) == ("have", "VBD")
        or verb.lemma_ == "welcome"
        or (verb.lemma_ in ("lobby", "press", "push") and any(c.lower_ == "for" for c in children(verb, "prep")))
        or (negation(verb) is not None and is_of_a_place(verb))
        or no_more
        or unreal
        or _is_laid_on_others(verb)
        or _is_claimed(verb)
        or _is_in_part(verb)
        or (verb.dep_ == "acl" and verb.tag_ == "VBN" and is_one_of(verb, "reports", "purposes"))
        or _votes_for_nothing(verb)
        or _has_punished(verb)
        or (verb.lemma_ == "expect" and any(is_one_of(c, "reports", "states") for c in children(verb, "xcomp")))
        or _may_yet_be_left(verb)
        or _is_retreat(verb)
        or _just_happens(verb, subject)
    )


def _is_weighed(verb: Token) -> bool:
    """Whether the rules weighed it: they hold it unreal, or know its form and passed it over."""
    return is_unreal(verb) or _is_known(verb)


def _is_known(verb: Token) -> bool:
    """Whether the rules know its form, so that it was weighed and passed over: "will sell", "is ready", "it ended", "announced a profit", "has already sold", a verb torn from its clause."""
    leading = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" else verb  # "will not sit down and allow"
    ahead = any(c.dep_ == "aux" and c.lemma_ in _AHEAD for one in (verb, leading) for c in one.children)
    over = is_one_of(verb, "reports", "over") and not any(c.dep_ == "dobj" for c in verb.children)
    sums = (t.ent_type_ == "MONEY" for c in verb.children if c.dep_ == "dobj" for t in c.subtree)
    told = verb.lemma_ == "announce" and any(sums)
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children) and any(
        c.lower_ == "already" for c in verb.children
    )
    return ahead or over or told or done or verb.lemma_ == "be" or verb.dep_ == "dep"


def _is_history(verb: Token, view: View) -> bool:
    """Whether it was agreed or came about in a year that has to be named: "signed the deal in July 2015"; or was never done."""
    status = view.status(verb.i)
    told = status == "agreed" or (verb.tag_ == "VBD" and status in ("announced", "ongoing"))
    if told and any(is_year(t) for t in verb.subtree):
        return True
    past = any(c.dep_ == "aux" and c.lower_ in ("did", "has", "have", "had") for c in verb.children)
    kept = status in ("violated", "fulfilled") and not is_one_of(verb, "verbs", "agree")
    return negation(verb) is not None and past and not kept


def _is_laid_on_others(verb: Token) -> bool:
    """Whether it is an order or what is ordered, of which the rules know whom it binds."""
    invites = verb.lemma_ == "invite" and verb.tag_ in ("VBD", "VBN", "VBZ")
    return (
        invites
        or is_one_of(verb, "verbs", "order")
        or (verb.dep_ in _CLAUSES and is_one_of(verb.head, "verbs", "order"))
    )


def _is_claimed(verb: Token) -> bool:
    """Whether it is the content of a noun: "the claim that they will sign", "a firm pledge that she will go"; of none, "no promise to go"."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return verb.dep_ == "acl" and (that or any(c.lower_ == "no" for c in children(verb.head, "det")))


def _has_punished(verb: Token) -> bool:
    """Whether somebody is told to have done what may have been a threat: "reinstated a series of sanctions on Monday" undertakes nothing."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.tag_ == "MD" for c in children(verb, "aux")) or negation(verb):
        return False
    return imposes_sanctions(verb)


def _votes_for_nothing(verb: Token) -> bool:
    """Whether no more is told than that a house voted, or that it turned something down."""
    if verb.lemma_ != "vote":
        return False
    to = children(verb, "xcomp", "ccomp", "advcl", "dobj", "prt")
    led = [p for c in children(verb, "prep") for p in children(c, "pobj", "pcomp")]
    aims = [*to, *(p for p in led if p.ent_type_ not in ("DATE", "TIME"))]
    return not aims or any(is_one_of(c, "unreal", "turns_down") for c in to)


def _is_in_part(verb: Token) -> bool:
    """Whether it is only done in part: "implemented only partially"."""
    return any(c.dep_ == "advmod" and is_one_of(c, "reports", "in_part") for c in verb.children)


def _may_yet_be_left(verb: Token) -> bool:
    """Whether it tells of a pact that may be left: "spoke of a possible withdrawal from the treaty"."""
    left = (t for t in verb.subtree if is_one_of(t, "reports", "left"))
    return any(is_one_of(c, "unreal", "open") for t in left for c in t.lefts)


def _is_retreat(verb: Token) -> bool:
    """Whether somebody leaves a place, or takes home some of his own or back his words, and no pact: "are withdrawing from Torsa", "withdraws two boats"."""
    places = (o for c in verb.children if c.lower_ in ("from", "out") for o in c.subtree if o.dep_ == "pobj")
    left = verb.tag_ == "VBG" and any(o.ent_type_ in ("GPE", "LOC", "FAC") for o in places)
    taken = (n for c in verb.children if c.dep_ == "dobj" for n in c.children)
    said = any(is_one_of(c, "reports", "said") for c in children(verb, "dobj"))  # "withdrew its demand"
    return left or (verb.lemma_ == "withdraw" and (said or any(n.dep_ == "nummod" for n in taken)))


def _just_happens(verb: Token, subject: Token | None) -> bool:
    """Whether it is told of a thing, and no day with it."""
    return subject is not None and not is_passive(verb) and not is_agent(subject) and not names_a_day(verb)


def _was_going_to(verb: Token) -> bool:
    """Whether it is what somebody "was going to" do."""
    going = verb.head if verb.dep_ == "xcomp" else verb
    return going.lower_ == "going" and any(c.lower_ in ("was", "were") for c in going.children)


def _is_alike(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two runs tell one thing, by their words: the measure by which a record counts as found."""
    if one[-1].i < other[0].i or other[-1].i < one[0].i:
        return False
    a, b = ({t.i for t in run if not t.is_punct and not t.is_space} for run in (one, other))
    short, long = sorted((a, b), key=len)
    return len(a & b) >= _ALIKE * len(a | b) or (bool(short) and short <= long and _INSIDE * len(short) >= len(long))
