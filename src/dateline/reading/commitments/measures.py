"""Measures that somebody in power takes by an act, which hold from then on: sanctions, bans, curfews, aid, closures.

"Lifted sanctions on ports", "banned the airline from flying", "imposed a curfew", "announced a withdrawal from the base",
"approved the deployment of", "is considering tightening sanctions".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import CommitmentKind
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    is_passive,
    is_pluperfect,
    is_year,
    names_a_day,
    negation,
    subject_of,
)
from dateline.reading.commitments.orders import gives_judgement
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_ASIDE = frozenset({"relcl", "acl", "amod", "advcl", "csubj", "pcomp"})
"""Clauses that only tell of which measure or time the sentence speaks: "the ban that Norland imposed", "since it closed its border"."""

_THOUGH = frozenset({"though", "although", "while", "whereas"})

_DONE_TO = frozenset({"of", "on", "from", "to", "in", "with", "for", "against"})


def of_measure(verb: Token) -> Iterator[Undertaking]:
    """The measure that the verb takes or ends, or nothing."""
    if (
        (verb.dep_ in _ASIDE and not _is_beside(verb))
        or has_to(verb)
        or future_auxiliary(verb) is not None
        or is_passive(verb)
    ):
        return
    if verb.tag_ not in ("VBD", "VBN", "VBG", "VBZ", "VBP") or negation(verb) is not None or is_unreal(verb):
        return
    subject = subject_of(verb)
    if subject is not None and not is_agent(subject) and verb.dep_ == "conj" and verb.head.dep_ == "ccomp":
        subject = subject_of(verb.head.head)  # "said its patience was over and announced a withdrawal"
    if subject is None or not _has_power(subject):
        return
    weighed = _weighed(verb)
    if weighed is not None:
        yield Undertaking(
            trigger=verb, action=weighed, subject=subject, kind=_weighs(weighed, subject), status="proposed"
        )
        return
    if not _is_news(verb):
        return
    made = _made(verb, subject)
    if made is not None:
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind=made[0], status=made[1], told=True)


def _is_beside(clause: Token) -> bool:
    """Whether a clause tells something of its own: "even though the rebels have rejected offers"."""
    return clause.dep_ == "advcl" and any(m.lower_ in _THOUGH for m in children(clause, "mark"))


def _made(verb: Token, subject: Token) -> Made | None:
    """The kind and status of the measure that the verb takes by its object."""
    thing = first(verb, "dobj")
    if thing is None:
        doing = first(verb, "xcomp") if lemma(verb) == "announce" else None
        return ("pledge", "announced") if doing is not None and doing.tag_ == "VBG" else None
    known = (subject, *children(subject, "compound", "amod", "nmod", "poss"))
    named = any(t.ent_type_ for t in known) or is_one_of(subject, "subjects", "offices_of_state")
    given = _given(verb, thing) if named else None
    if given is not None:
        return given
    of_many: CommitmentKind = "agreement" if _are_many(subject) else "pledge"
    agreed: Made = (of_many, "agreed" if of_many == "agreement" else "announced")
    if is_one_of(verb, "contents", "forbids"):
        kept_from = any(c.lower_ == "from" and first(c, "pcomp", "pobj") for c in _led(verb, thing))
        return agreed if kept_from and lemma(verb) != "prevent" else None
    thing = _meant(thing)
    if is_one_of(thing, "measures", "regimes"):
        if is_one_of(verb, "measures", "lifts"):
            return of_many, "ended"
        # "has imposed sanctions", with no day, is mostly told as what had gone before: on four marked sets none of six was new
        background = lemma(thing) == "sanction" and not names_a_day(verb) and lemma(verb) not in ("announce", "unveil")
        return agreed if is_one_of(verb, "measures", "takes") and not background else None
    if is_one_of(verb, "measures", "tells") and (_is_deed(thing) or _is_own(thing)):
        return agreed
    if is_one_of(verb, "measures", "grants") and _is_granted(thing):
        return agreed
    if lemma(verb) == "sign" and is_one_of(thing, "measures", "laws") and not children(thing, "acl"):
        return agreed
    if lemma(verb) == "offer" and is_one_of(thing, "measures", "offered"):
        return "pledge", "announced"
    if _is_put_forward(verb, thing):
        return "pledge", "proposed"
    if is_one_of(verb, "reports", "extend") and is_one_of(thing, "measures", "terms") and names_a_day(verb):
        return agreed
    if lemma(verb) in ("freeze", "unfreeze", "unblock") and is_one_of(thing, "measures", "assets"):
        return agreed
    if is_one_of(thing, "measures", "kept_up") and is_one_of(verb, "measures", "halts"):
        return of_many, "postponed"
    return None


def _given(verb: Token, thing: Token) -> Made | None:
    """What is made of leave that is given to do something, of invitations, preparations, and offers that are turned down."""
    deed = next((c for c in children(thing, "acl", "relcl") if has_to(c)), None)
    behind = deed is not None or any(has_to(c) for c in children(verb, "xcomp", "advcl"))
    if lemma(verb) == "invite":
        called = is_agent(thing) or thing.pos_ == "PRON"
        return ("pledge", "announced") if behind and called and deed is None else None
    if is_one_of(thing, "measures", "leave") and is_one_of(verb, "measures", "gives"):
        return ("pledge", "announced") if behind else None
    if lemma(thing) == "preparation" and lemma(verb) in ("start", "begin", "make", "launch"):
        return ("pledge", "ongoing") if behind else None
    if is_one_of(verb, "unreal", "turns_down") and is_one_of(thing, "reports", "offers") and deed is not None:
        return "pledge", "denied"
    return None


def _meant(thing: Token) -> Token:
    """The "sanctions" of "a new round of sanctions", the "emergency" of "a state of emergency"."""
    if not (is_one_of(thing, "subjects", "counts") or lemma(thing) == "state"):
        return thing
    of = next((c for c in children(thing, "prep") if c.lower_ == "of"), None)
    return (first(of, "pobj") if of is not None else None) or thing


def _is_deed(thing: Token) -> bool:
    """Whether what is announced is a deed of the announcer's own that is still to be done or to go on, and the clause says of what."""
    if not is_one_of(thing, "measures", "deeds"):
        return False
    of_others = any(c.lower_ == "by" for c in children(thing, "prep"))
    says = any(c.lower_ in _DONE_TO for c in children(thing, "prep")) or children(thing, "compound", "amod")
    return bool(says) and not of_others


def _is_own(thing: Token) -> bool:
    """Whether it is what the announcer himself will do: "his resignation", "her candidacy"."""
    return is_one_of(thing, "measures", "own_deeds") and any(c.tag_ == "PRP$" for c in children(thing, "poss"))


def _is_put_forward(verb: Token, thing: Token) -> bool:
    """Whether something is "proposed", or a proposal "put forward"."""
    if thing.pos_ != "NOUN" or is_agent(thing):
        return False
    if lemma(verb) == "propose":
        return True
    paper = is_one_of(thing, "subjects", "proposals") or is_one_of(thing, "reports", "acts")
    forward = lemma(verb) != "put" or any(c.lower_ == "forward" for c in children(verb, "prt", "advmod"))
    says = children(thing, "acl", "relcl") or any(c.lower_ in ("for", "under") for c in children(thing, "prep"))
    return paper and forward and bool(says) and is_one_of(verb, "measures", "puts_forward")


def _is_granted(thing: Token) -> bool:
    """Whether a body that approves it gives leave or money: "$3 billion", "the deployment of troops", "the use of force"."""
    money = any(c.text in ("$", "€", "£") for c in thing.children) or thing.ent_type_ == "MONEY"
    return money or _is_deed(thing)


def _led(verb: Token, thing: Token) -> list[Token]:
    return [*children(verb, "prep"), *children(thing, "prep")]


def _weighed(verb: Token) -> Token | None:
    """What somebody "is considering" doing."""
    if not is_one_of(verb, "measures", "weighs") or verb.tag_ != "VBG":
        return None
    if not any(lemma(a) == "be" and a.tag_ in ("VBZ", "VBP", "VBD") for a in children(verb, "aux")):
        return None
    doing = next((c for c in children(verb, "xcomp", "ccomp", "pcomp") if c.tag_ == "VBG" and c.i > verb.i), None)
    if doing is not None:
        return doing
    thing = first(verb, "dobj")
    listed = (("measures", "regimes"), ("measures", "deeds"), ("subjects", "proposals"))
    if thing is not None and is_one_of(thing, "nouns", "pledge"):
        return next((c for c in children(thing, "acl", "relcl") if has_to(c)), None)  # "is mulling plans to leave"
    if thing is not None and lemma(verb) == "discuss":
        return thing if any(future_auxiliary(c) or has_to(c) for c in children(thing, "relcl", "acl")) else None
    known = thing is not None and (any(is_one_of(thing, *key) for key in listed) or lemma(thing) == "resolution")
    return thing if known else None


def _weighs(weighed: Token, subject: Token) -> CommitmentKind:
    """A threat where sanctions and the like are weighed, or made harder; an agreement where several weigh a paper."""
    deal = is_one_of(weighed, "nouns", "agreement") or lemma(weighed) == "arrangement"
    paper = is_one_of(weighed, "subjects", "proposals") or lemma(weighed) == "resolution"
    if deal or (paper and _are_many(subject)):
        return "agreement"
    softens = is_one_of(weighed, "measures", "lifts")
    harms = any(is_one_of(t, "threats", "deeds") for t in (weighed, *children(weighed, "dobj")))
    return "threat" if harms and not softens else "pledge"


def _has_power(subject: Token) -> bool:
    """Whether it is a state, a body, somebody who holds office, or a name for one; no court, which rules on others."""
    return is_agent(subject) and subject.lower_ != "who" and not gives_judgement(subject)


def _are_many(subject: Token) -> bool:
    """Whether several decide together: a council, a parliament, a union of states."""
    if subject.ent_type_ in ("GPE", "PERSON"):
        return False
    near = (subject, *children(subject, "compound"), *(t for p in children(subject, "prep") for t in p.children))
    named = {t.lower_ for t in near}
    return any(is_one_of(t, "subjects", "bodies") for t in near) or bool(
        named & {"eu", "un", "u.n.", "nato", "nations", "league", "community", "house"}
    )


def _is_news(verb: Token) -> bool:
    """Whether it is told as what has just come about: no year of long ago, no earlier past, no general present."""
    told = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    when = (c for one in told for c in children(one, "prep", "npadvmod"))
    if any(is_year(t) for c in when for t in c.subtree):
        return False
    if is_pluperfect(verb) or any(c.lower_ == "already" for c in children(verb, "advmod")):
        return False
    return verb.tag_ not in ("VBZ", "VBP") and (verb.tag_ != "VBG" or bool(children(verb, "aux")))
