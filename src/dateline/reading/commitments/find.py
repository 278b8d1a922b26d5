"""From undertakings in the parse to commitments with anchors, parties, days, condition and status."""

from collections.abc import Iterable
from statistics import fmean

from spacy.tokens import Doc, Token

from dateline.model import (
    Anchor,
    Article,
    Attribution,
    Commitment,
    CommitmentStatus,
    TimeExpression,
    anchor,
    content_id,
)
from dateline.reading.actors import Cast
from dateline.reading.commitments.called_off import (
    is_of_called_off,
    is_strike_called_off,
    is_turned_down,
    may_be_no_more,
    overtaken,
)
from dateline.reading.commitments.clause import clause_tokens
from dateline.reading.commitments.compliance import find_compliance
from dateline.reading.commitments.condition import condition_of
from dateline.reading.commitments.due import Times, day_of
from dateline.reading.commitments.edges import closed
from dateline.reading.commitments.explicit import find_explicit
from dateline.reading.commitments.foretold import is_slogan
from dateline.reading.commitments.future import find_future
from dateline.reading.commitments.grammar import children, first, is_passive, names_a_day, own_subject
from dateline.reading.commitments.kept import gave_word
from dateline.reading.commitments.learned.choose import choose
from dateline.reading.commitments.learned.head import shipped
from dateline.reading.commitments.learned.signs import Sight
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.parties import Parties
from dateline.reading.commitments.repeats import without_repeats
from dateline.reading.commitments.reports import find_reports
from dateline.reading.commitments.resolutions import find_held
from dateline.reading.commitments.schedules import find_schedules
from dateline.reading.commitments.speech import Speech, Voices
from dateline.reading.commitments.under_way import find_under_way
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_averted
from dateline.reading.commitments.warned import find_warned
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.parse import Parsed, text_of

_PEOPLE = frozenset({"he", "she"})
_OPEN = frozenset({"it", "he", "she", "they", "which", "who", "this", "that", "his", "her", "its", "their"})


def find_commitments(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    view: View,
) -> tuple[Commitment, ...]:
    """The commitments of the article, in the order of the text. `view` is what the tagger's encoder saw of it."""
    doc = parsed.doc
    voices = Voices(doc, cast, attributions)
    when = Times(doc, times, day_of(article.published.interval))
    ruled = find_by_rules(article, doc, voices, when)
    found = _outside_conditions(choose(doc, ruled, Sight(doc, times, attributions), view, shipped()))
    runs = _runs(found)
    parties = Parties(cast, doc)
    made: dict[Anchor, Commitment] = {}
    deeds: dict[str, str] = {}
    for one, run in zip(found, runs, strict=True):
        speech = voices.at(one.action)
        told = voices.at(one.trigger)
        where = _quote(parsed, run)
        foretold = (speech.bystander or told.bystander) and not (one.told or gave_word(one.trigger))
        if foretold or told.nobody or where in made or _is_of_page(one, told):
            continue
        who = parties.of(one, told)
        if one.told and one.status == "agreed" and not who and not (_is_of_a_length(one) or _is_between(one)):
            continue  # that something was signed, by nobody who is named, is no undertaking of anybody
        condition = condition_of(one.trigger, one.action, one.ground or one.subject)
        if _is_told_again(one, who, made.values(), parties) or _is_left_again(one, who, made.values()):
            continue
        due = when.due(one.trigger, one.action, _outside(run, condition), told=one.told, moved=_is_put_off(one))
        if condition and due is not None and when.counts_from_condition(run):
            due = None  # "if they fail, the council will decide within two days"
        if (one.kind, one.status) == ("agreement", "ended"):
            due = None  # "withdrawing from the deal in 2018": of 145 labelled two have a day
        planned = one.kind == "schedule" and not one.told
        if planned and (when.is_far_for_a_past_plan(one.trigger, run, due) or when.is_long_past(one.trigger, due)):
            continue
        by_nobody = one.kind == "pledge" and one.subject is not None and one.subject.lower_ in _OPEN and not who
        told_of_one = one.trigger != one.action and one.subject is not None and one.subject.lower_ in _PEOPLE
        by_nobody = by_nobody and not told_of_one  # "she promised to": who she is, a reader may know
        torn = not who and run[0].dep_ in ("aux", "auxpass") and run[0].tag_ == "MD"
        if (by_nobody or torn) and due is None and not condition:
            continue  # nobody undertakes it that the text tells of, by no day
        bound = who or parties.likely(one, _leanings(one, cast, view))
        made[where] = Commitment(
            id=content_id("commitment", article.id, where.start, where.end),
            anchor=where,
            kind=one.kind,
            parties=bound,
            toward=parties.toward(one, bound),
            due=due,
            condition=_quote(parsed, closed(condition)) if condition else None,
            status="denied" if speech.denied else _status(one),
            attribution=speech.attribution,
        )
        deeds[made[where].id] = lemma(one.action)
    return without_repeats(tuple(made[a] for a in sorted(made)), deeds, parties.likeness)


def _leanings(one: Undertaking, cast: Cast, view: View) -> dict[str, float]:
    """The log odds of everyone told of around an undertaking that it is his, by the words that make it one."""
    by_word = [view.parties(token.i, cast.told_at) for token in dict.fromkeys((one.trigger, one.action))]
    ids = dict.fromkeys(id_ for found in by_word for id_ in found)
    return {id_: fmean(found[id_] for found in by_word if id_ in found) for id_ in ids}


def find_by_rules(article: Article, doc: Doc, voices: Voices, when: Times) -> list[Undertaking]:
    """The undertakings that the rules see, one for each thing undertaken, in the order of the text."""
    published = article.published.interval.end
    return _distinct(
        [
            *find_explicit(doc),
            *find_reports(doc),
            *find_compliance(doc),
            *find_held(doc),
            *find_schedules(doc, when, published),
            *find_future(doc, voices),
            *find_warned(doc, voices),
            *find_under_way(doc, voices, when, published),
        ]
    )


_FORMAL = frozenset({"in", "at", "after", "during"})
"""Prepositions that only tell where or when a deal was made."""

_TITLE = 5
"""Words of a line that may be a headline."""

_LONGEST = 200
"""Code points of a headline on either side of its verb."""

_HEADLINE = 14
"""Words of a headline at most."""

_MOST = 0.7
_SHORT = 3
"""Letters of words that are small in headlines too."""


def _is_of_page(one: Undertaking, speech: Speech) -> bool:
    """Whether it is a line of the page, not of the article: a headline, or what "you" agree to."""
    if one.subject is not None and one.subject.lower_ == "you" and not speech.reported:
        return True
    text, at = text_of(one.trigger.doc), one.trigger.idx
    start, end = text.rfind("\n", max(0, at - _LONGEST), at) + 1, text.find("\n", at, at + _LONGEST)
    if (start == 0 and at >= _LONGEST) or (end < 0 and len(text) - at > _LONGEST):
        return False
    line = text[start : end if end >= 0 else len(text)]
    open_end = not line.rstrip().endswith((".", "!", "?", "”", '"', ":", ")"))
    agrees = one.trigger.tag_ in ("VBZ", "VBP") and one.trigger != one.action
    if open_end and agrees and first(one.trigger, "aux") is None and len(line.split()) <= _HEADLINE:
        return True  # "Koreas agree to hold talks", the line of a link
    long = [w for w in line.split() if len(w) > _SHORT and w[0].isalpha()]
    titled = sum(w[0].isupper() for w in long) > _MOST * len(long)
    return len(long) >= _TITLE and titled and not line.rstrip().endswith((".", "!", "?", "”", '"'))


def _is_told_again(one: Undertaking, who: tuple[str, ...], made: Iterable[Commitment], parties: Parties) -> bool:
    """Whether it only takes up a deal that was told before.

    "The deal was signed" does where one of its parties is known, or nobody but people is told; "they signed a binding agreement", which
    does not say on what or with whom, where all of them are known to have agreed on something.
    """
    deal = own_subject(one.action) if is_passive(one.action) else first(one.action, "dobj")
    if deal is None or not one.told or one.status != "agreed":
        return False
    before = [c.parties for c in made if c.kind == "agreement"]
    signed = is_one_of(one.action, "reports", "make")
    signatories = signed and bool(who) and parties.are_people(who) and any(c.lower_ == "the" for c in deal.children)
    if before and signatories:
        return True  # "the agreement on a truce was signed by Brel": who signs, signs for others
    if [c.lower_ for c in deal.children] in (["the"], ["this"], ["that"]):
        aside = one.trigger.dep_ == "relcl"
        return any(not who or aside or set(who) & set(ids) or (signed and parties.are_people(who)) for ids in before)
    if who and all(parties.is_several_only(i) for i in who) and before and is_one_of(deal, "nouns", "agreement"):
        return not children(deal, "acl", "relcl", "compound", "prep")
    tells = any(
        c.lower_ not in _FORMAL for c in children(deal, "prep", "acl", "relcl", "compound", "nmod", "poss", "appos")
    )
    listed = is_one_of(deal, "nouns", "agreement") and not is_one_of(deal, "reports", "truces")
    return listed and not tells and bool(who) and any(parties.are_among(who, ids) for ids in before)


def _is_left_again(one: Undertaking, who: tuple[str, ...], made: Iterable[Commitment]) -> bool:
    """Whether it tells once more that somebody left a pact, by no name or by the name that was told before."""
    if not one.told or (one.kind, one.status) != ("agreement", "ended"):
        return False
    before = [
        c.anchor.quote for c in made if (c.kind, c.status) == (one.kind, one.status) and set(who) & set(c.parties)
    ]
    held = (t for thing in (*children(one.action, "dobj", "prep"), one.action) for t in thing.subtree)
    names = {t.text for t in held if t.i > one.action.i and t.pos_ == "PROPN" and not t.ent_type_}
    names |= {
        t.text for t in one.action.subtree if t.i > one.action.i and t.ent_type_ in ("LAW", "PRODUCT", "WORK_OF_ART")
    }
    return any(not names or any(n in quote for n in names) for quote in before)


def _is_between(one: Undertaking) -> bool:
    """Whether a deal "has been reached between the town and the union", who are told, though nobody knows them."""
    return any(c.lower_ == "between" for c in children(one.action, "prep"))


def _is_of_a_length(one: Undertaking) -> bool:
    """Whether a truce or pact "has been extended for four months": that it holds so long is told, though not by whom."""
    return is_one_of(one.action, "reports", "extend") and any(
        names_a_day(c)
        for c in children(one.action, "prep", "agent")
        if c.lower_ in ("for", "by", "until", "till", "to")
    )


def _status(one: Undertaking) -> CommitmentStatus:
    """The status, where the same sentence does not tell that the plan came to nothing."""
    gone = None if one.told else overtaken(one.trigger, one.action)
    return one.status if gone is None or (one.kind == "agreement" and gone != "violated") else gone


def _outside(run: list[Token], condition: list[Token]) -> list[Token]:
    """The run without a condition that it begins or ends with: by when that must be met is not by when it is due."""
    apart = {t.i for t in condition}
    kept = [t for t in run if t.i not in apart]
    return kept if kept and kept[-1].i - kept[0].i < len(kept) else run


def _outside_conditions(found: list[Undertaking]) -> list[Undertaking]:
    """Those that are not told as the condition of another: "if they are ready to pay, we are ready to talk"."""
    hung_on = {
        t.i: one.trigger.i
        for one in found
        for t in condition_of(one.trigger, one.action, one.ground or one.subject)
        if t.i not in (one.trigger.i, one.action.i)
    }
    return [one for one in found if hung_on.get(one.trigger.i, one.trigger.i) == one.trigger.i]


def _is_put_off(one: Undertaking) -> bool:
    return one.kind == "schedule" and one.status == "postponed"


def _distinct(found: Iterable[Undertaking]) -> list[Undertaking]:
    """One undertaking for each thing undertaken, in the order of the text; the first detector that found it wins."""
    taken: dict[int, Undertaking] = {}
    inner: set[int] = set()
    for one in found:
        plan = one.kind == "schedule" and not one.told
        if plan and one.subject is not None and any(c.lower_ == "no" for c in children(one.subject, "det")):
            continue  # "no talks are planned for May"
        if plan and (is_of_called_off(one.trigger) or may_be_no_more(one.trigger, one.action)):
            continue
        if not one.told and (
            is_averted(one.trigger)
            or is_strike_called_off(one.trigger, one.action)
            or is_turned_down(one.action)
            or is_slogan(one.action)
        ):
            continue
        if one.action.i in taken or (one.trigger.i in inner and one.trigger == one.action):
            continue
        taken[one.action.i] = one
        inner |= {one.action.i, one.trigger.i} if one.kind == "agreement" else {one.action.i}
    return sorted(taken.values(), key=lambda u: (u.action.i, u.trigger.i))


def _runs(found: list[Undertaking]) -> list[list[Token]]:
    """The tokens of each undertaking; those of another one that is a clause of its own are cut off."""
    heads = {one.trigger for one in found} | {one.action for one in found}
    actions: dict[Token, list[Token]] = {}
    for one in found:
        actions.setdefault(one.trigger, []).append(one.action)
    runs = []
    for one in found:
        apart = [
            h
            for h in heads
            if h not in (one.trigger, one.action) and h.dep_ in ("conj", "parataxis", "pcomp", "prep", "relcl")
        ]
        if one.told:  # "pulled out of the accord and reimposed sanctions": the second deed is told apart
            apart += [c for c in children(one.action, "conj") if c.tag_ == "VBD" and children(c, "dobj")]
        run = clause_tokens(one.trigger, one.action, apart)
        if one.action.dep_ == "conj" and one.action.head in actions.get(one.trigger, ()):
            run = [t for t in run if t.i >= one.action.left_edge.i]  # "and to meet again in May"
        runs.append(run)
    return runs


def _quote(parsed: Parsed, run: list[Token]) -> Anchor:
    return anchor(parsed.text, run[0].idx, run[-1].idx + len(run[-1]))
