"""Events with their parties, place, days, status and source."""

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Token

from dateline.model import Article, Attribution, Event, Interval, Place, TimeExpression, anchor, content_id
from dateline.reading.actors import Cast
from dateline.reading.events.antecedents import (
    each_of_those,
    is_said_by_officers,
    just_named,
    to_blame,
    without_mere_places,
    without_unsure,
)
from dateline.reading.events.arguments import objects
from dateline.reading.events.clause import clause_of
from dateline.reading.events.detect import detect
from dateline.reading.events.draft import FROM_FORCE, Draft
from dateline.reading.events.figures_of_speech import is_in_words, is_scare_quoted
from dateline.reading.events.lexical import words
from dateline.reading.events.misparsed import on_the_other_hand
from dateline.reading.events.mood import is_explained, is_only_if
from dateline.reading.events.nouns import after, with_conjuncts
from dateline.reading.events.parties import Parties
from dateline.reading.events.repeats import takes_up, without_repeats
from dateline.reading.events.scene import days_of, place_of
from dateline.reading.events.worth import DONE_TO_SOMEONE, SAID_OF_SOMEONE, is_visit, is_worth_telling
from dateline.reading.pacts import named_pacts
from dateline.reading.parse import Parsed

_MATERIAL = frozenset({"ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "AID", "RETREAT", "PROTEST", "SANCTION", "THREATEN"})
"""Types whose recipient may be a place or a thing."""

_GRANTS = frozenset({"accept", "approve", "grant", "heed"})
"""Who does not do this to what is asked turns it down."""

_LONGEST_TRIGGER = 60
"""Code points; where verb and noun stand further apart the verb alone is the trigger."""


def find_events(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Event, ...]:
    """The events of the article, in the order of the text."""
    known = cast.awake()
    parties = Parties(cast, named_pacts(parsed.doc))
    sources = _Sources(attributions)
    made: dict[tuple[int, int, str], Event] = {}
    last: Event | None = None
    again: dict[str, bool] = {}
    doers: set[tuple[str, str]] = set()
    promised: set[str] = set()
    towns = tuple(p for p in places if not parties.is_surname(p.name))
    days = {k for time in times for k in range(time.anchor.start, time.anchor.end)}
    for draft in sorted(detect(parsed.doc), key=lambda d: d.head.i):
        if any(token.idx in days for token in draft.trigger):
            continue  # "in March" is no march
        if (draft.type, draft.status) == ("CONCEDE", "denied") and draft.head.lemma_ in _GRANTS:
            draft.type, draft.status = "REJECT", "happened"  # "will not accept the request"
        if (
            _is_of_anybody(draft)
            or _is_held_impossible(draft)
            or (draft.type == "ASSAULT" and is_scare_quoted(draft.trigger))
        ):
            continue
        who = _who(draft, parties) if last is None or not _takes_up(draft, last, parties) else _both(last)
        who = _not_by_their_own(draft, who, doers)
        if {draft.type, draft.told} & _SHARED:
            who = (who[0], parties.without_own(who, draft.recipients))
        if draft.type == "COOPERATE" and _is_show_of_force(draft, who):
            draft.type = "MOBILIZE"
        if draft.type == "ASSAULT" and is_in_words(draft.trigger, by_speaker=parties.are_in_office(who[0])):
            draft.type = "ACCUSE"
        event = _event(article, parsed, _for_their_states(draft, who, parties), draft, times, towns, sources)
        if event is not None:
            doers |= {(event.type, id_) for id_ in event.actors} if event.status == "happened" else set()
            if last is not None and _is_of_the_meeting(event, last, parsed.text):
                event = replace(event, place=last.place)
            if (event.status == "planned" and _is_promise(draft)) or _is_readiness(draft):
                promised.add(event.id)
            made.setdefault((event.trigger.start, event.trigger.end, event.type), event)
            if (told_before := takes_up(draft)) is not None:
                again[event.id] = told_before
            last = event if event.type in _MET and event.actors and event.recipients else last
    cast.keep(known | {id_ for event in made.values() for id_ in (*event.actors, *event.recipients)})
    told = sorted(made.values(), key=lambda e: (e.anchor.start, e.trigger.start, e.id))
    kept = without_repeats(told, cast.named, again)
    return tuple(replace(e, status="happened", days=Interval()) if e.id in promised else e for e in kept)


def _is_readiness(draft: Draft) -> bool:
    """Such as "was ready to meet them on Monday"."""
    return (draft.head.lemma_, draft.type, draft.status) == ("be", "AGREE", "happened")


def _is_promise(draft: Draft) -> bool:
    """Whether what is still to come is promised or threatened, which is done with: "will send aid"; not what is only expected.

    Its day is that of what is promised, and so none of the promise.
    """
    head, above = draft.head, draft.head.head
    expected = head.dep_ in {"xcomp", "ccomp"} and {above.lemma_, above.lower_} & words("sets", "expecting")
    # "the ban will end after Malta sends aid"
    beside = any(t.dep_ == "advcl" and t.tag_ in {"VBP", "VBZ"} for t in (head, above))
    signed = draft.told == "SUPPORT" and any(t.lemma_.lower() in words("groups", "pacts") for t in draft.trigger)
    of_another = draft.type in {"AGREE", "THREATEN"} and draft.told not in {None, draft.type}
    return of_another and not (expected or beside or signed)


def _not_by_their_own(
    draft: Draft, who: tuple[tuple[str, ...], tuple[str, ...]], doers: set[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties without those of whom only a pronoun says that they suffered what they were told of as doing.

    Where police arrested marchers and "they were arrested on the bridge", the police were not.
    """
    told = [t for found in draft.recipients for t in found]
    if draft.type not in {"ASSAULT", "COERCE"} or not told or any(t.tag_ != "PRP" for t in told):
        return who
    return who[0], tuple(id_ for id_ in who[1] if (draft.type, id_) not in doers)


def _is_show_of_force(draft: Draft, who: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether one side alone holds a drill."""
    drills = any(t.lemma_.lower() in {"drill", "exercise", "manoeuvre", "maneuver", "wargame"} for t in draft.trigger)
    joint = any(c.lower_ in {"joint", "combined", "bilateral", "multinational"} for t in draft.trigger for c in t.lefts)
    return drills and not joint and len(who[0]) == 1 and not who[1] and not draft.nominal


def _for_their_states(
    draft: Draft, who: tuple[tuple[str, ...], tuple[str, ...]], parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What two office holders of different sides agree, their sides agree too; not where they agree to meet again."""
    if draft.type != "AGREE" or draft.told == "CONSULT" or len(who[0]) < _TWO or who[0] != who[1]:
        return who
    everyone = tuple(dict.fromkeys((*who[0], *parties.sides(who[0]))))
    return everyone, everyone


_TWO = 2
_SHARED = frozenset({"AGREE", "CONSULT", "COOPERATE", "SANCTION"})
"""What is done with another, whom one's own state is not."""


def _is_of_the_meeting(event: Event, met: Event, text: str) -> bool:
    """Whether the event belongs to the meeting just told of: the same people, the same paragraph, and no place or day of its own."""
    if event.place is not None or met.place is None or met.status != "happened" or event.type not in _SPOKEN:
        return False
    between = text[met.anchor.end : event.anchor.start]
    those, they = {*met.actors, *met.recipients}, {*event.actors, *event.recipients}
    same = they == those or (event.type == "AGREE" and they > those)  # with the states of those who agree
    return same and event.status == "happened" and "\n" not in between and event.days in (Interval(), met.days)


_SPOKEN = frozenset({"CONSULT", "AGREE", "REQUEST"})
"""What is done in a meeting by word of mouth."""

_MET = frozenset({"CONSULT", "AGREE"})
_NEAR = 1000
"""Code points: how far back a "they" may lead to those who met."""


def _takes_up(draft: Draft, last: Event, parties: Parties) -> bool:
    """Whether "they" agreed or talked who were last told of as meeting: where the cast leaves open who they are."""
    alone = len(draft.actors) == 1 and draft.actors[0].lower_ == "they" and draft.type in _MET
    return alone and 0 < draft.head.idx - last.anchor.end < _NEAR and not parties.of(draft.actors)


def _both(met: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    everyone = tuple(dict.fromkeys((*met.actors, *met.recipients)))
    return everyone, everyone


def _event(
    article: Article,
    parsed: Parsed,
    who: tuple[tuple[str, ...], tuple[str, ...]],
    draft: Draft,
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    sources: "_Sources",
) -> Event | None:
    actors, recipients = who
    if not is_worth_telling(draft, actors, recipients, placed=True):
        return None
    start, end = clause_of(draft)
    place, days = place_of(draft, start, end, places), days_of(draft, start, end, times)
    if not is_worth_telling(draft, actors, recipients, placed=place is not None or days != Interval()):
        return None
    first, last = min(t.idx for t in draft.trigger), max(t.idx + len(t) for t in draft.trigger)
    if last - first > _LONGEST_TRIGGER or not (start <= first and last <= end):
        first, last = draft.head.idx, draft.head.idx + len(draft.head)
    if (start, end) == (first, last) and not recipients and draft.type in SAID_OF_SOMEONE | {"ACCUSE", "REQUEST"}:
        return None  # "complaining", of whom and what no word of the clause tells
    trigger = anchor(parsed.text, first, last)
    source = sources.of(first, last)
    denied = source is not None and source.denial and draft.status == "happened" and not draft.nominal
    denied = denied and not is_explained(draft.head)
    accused = draft.type == "ACCUSE" and source is not None and source.source in recipients
    denied = denied and not accused  # "accuses the army of theft, which the army denies"
    denied = denied and draft.head.lemma_ not in {"deny", "dismiss", "refute"}  # the denial itself was made
    return Event(
        id=content_id("event", article.id, trigger.start, trigger.end, draft.type),
        type=draft.type,
        anchor=anchor(parsed.text, start, end),
        trigger=trigger,
        actors=actors,
        recipients=recipients,
        place=place,
        days=days,
        status="denied"
        if denied
        else "possible"
        if draft.status == "planned" and is_only_if(draft.head)
        else draft.status,
        attribution=source.id if source is not None else None,
    )


def _is_blamed_on(draft: Draft, nouns: list[Token]) -> bool:
    """Whether the nouns are those on whom something is blamed: of "blamed it on Maltese divers" they, not Malta."""
    return draft.head.lemma_ == "blame" and any(t.dep_ == "pobj" and t.head.lower_ == "on" for t in nouns)


def _is_held_impossible(draft: Draft) -> bool:
    """Whether somebody only holds that hostile deeds cannot be: "the ban cannot be extended to Malta"."""
    cannot = any(c.dep_ == "aux" and c.lower_ in {"ca", "can"} for c in draft.head.lefts)
    return draft.status == "denied" and draft.type in {*FROM_FORCE, "ACCUSE", "MOBILIZE", "THREATEN"} and cannot


def _is_of_anybody(draft: Draft) -> bool:
    """Whether the clause speaks of whoever might do it: "any party that shoots will be blamed"."""
    whom = [t for found in draft.recipients for t in found if t.dep_ in {"nsubj", "nsubjpass"}]
    around = [*draft.actors, *whom]
    if draft.actors and all(t.lower_ == "you" for t in draft.actors):
        return True  # "you shoot everybody and then you dig"
    return draft.status != "denied" and any(
        c.lower_ in {"any", "anybody", "anyone", "whoever"} for t in around for c in (t, *t.lefts)
    )


def _is_deed_denied(noun: Token, parties: Parties) -> bool:
    """Whether the noun is what somebody denies that it was done: "denied any interference by Malta" turns away nobody's words."""
    if noun.dep_ == "pobj" and noun.head.head.dep_ == "dobj":
        noun = noun.head.head
    words_of_another = (words("groups", "demands") | words("groups", "rights")) - {"interference", "intervention"}
    return noun.dep_ == "dobj" and not parties.is_party(noun) and noun.lemma_.lower() not in words_of_another


def _who(draft: Draft, parties: Parties) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients. In what two do with each other both stand on both sides, as in PLOVER's records."""
    before = draft.head.i if draft.head.dep_ in {"acl", "relcl"} else None
    doers = [t for noun in draft.actors for t in each_of_those(noun)]
    draft.actors = without_unsure([to_blame(t, draft.type) for t in doers], parties)
    draft.recipients = [without_unsure(found, parties) for found in draft.recipients]
    draft.recipients = [without_mere_places(found, draft.type) for found in draft.recipients]
    draft.recipients = [[t for t in found if not is_said_by_officers(t)] for found in draft.recipients]
    if draft.head.lemma_ == "deny":
        draft.recipients = [[t for t in found if not _is_deed_denied(t, parties)] for found in draft.recipients]
    if draft.head.lemma_ == "host":  # where the talks are, not who holds them
        draft.actors = [t for t in draft.actors if not parties.is_city(t)]
    if draft.type not in {"ASSAULT", "COERCE", "MOBILIZE"}:  # a plane that left to evacuate people promised nothing
        draft.actors = [t for t in draft.actors if t.lemma_.lower() not in words("sets", "vehicles")]
    actors = parties.of(draft.actors, depth=0 if draft.directly else 3, before=before)
    actors = tuple(a for a in actors if not parties.is_paper(a))
    if draft.nominal and draft.type == "PROTEST":
        actors = tuple(a for a in actors if not parties.is_state(a))  # "its biggest strike" is not the land's own
    if draft.nominal and draft.type == "ASSAULT" and not any(draft.recipients) and parties.are_people(actors):
        named = all(t.dep_ == "compound" for t in draft.actors)
        return ((), actors) if named else (actors, ())  # "the Frey killing"
    if draft.directly and not actors:
        return (), ()
    if draft.type == "PROTEST" and draft.head.lemma_ == "protest" and actors and all(map(parties.is_state, actors)):
        draft.type = "ACCUSE"  # states protest in words
    if draft.type == "ACCUSE" and draft.head.lemma_ == "protest":
        draft.recipients = [*draft.recipients, *(after(draft.head, place) for place in ("to", "with"))]
    recipients: tuple[str, ...] = ()
    if is_visit(draft):
        draft.recipients = [[t for t in found if not parties.is_town(t)] for found in draft.recipients]
    anyone = (draft.deed or draft.head).lemma_.lower() in words("checks", "human")
    draft.recipients = [[just_named(t) for t in found] for found in draft.recipients]
    named = draft.type == "ACCUSE" and draft.head.lemma_ in {
        "brand",
        "call",
        "condemn",
        "denounce",
        "describe",
        "label",
    }
    if anyone or named or draft.type in {"SUPPORT", "REJECT"}:  # a thing that "was detained" is none of those told of
        told = any(draft.recipients)
        draft.recipients = [[t for t in found if t.lower_ != "it"] for found in draft.recipients]
        if told and not any(draft.recipients) and draft.type == "SUPPORT" and not draft.nominal:
            return (), ()  # "supports it": what or whom, is open
    placed = draft.type in _MATERIAL or (draft.told in _MATERIAL and draft.type != "REJECT")
    for things in (
        (True,) if anyone else (False, True) if placed else (False,)
    ):  # those who act before places and things
        for nouns in draft.recipients:
            found = parties.of(
                nouns,
                material=things,
                anyone=anyone and things,
                physical=draft.type in {"ASSAULT", "COERCE"},
                inside=draft.inside,
                doers=draft.type not in DONE_TO_SOMEONE | {"AGREE"},
                before=before,
                depth=0
                if draft.obliged or draft.head.lemma_ == "stand" or _is_blamed_on(draft, nouns)
                else 1
                if draft.type in {"ACCUSE", "SUPPORT"}
                else 3,
            )
            if found and set(found) <= set(actors) and draft.type == "ACCUSE" and _is_by_name(nouns):
                return (), ()  # the parser has given a verb the subject of another
            if draft.type not in {"ACCUSE", "REJECT", "SUPPORT"}:
                found = tuple(r for r in found if not parties.is_paper(r))
            recipients = tuple(r for r in found if r not in actors and not (anyone and parties.is_state(r)))
            if recipients:
                break
        if recipients:
            break
    if len(actors) > 1 and any(_is_each_other(t) for found in draft.recipients for t in found):
        return actors, actors
    both = parties.of(draft.mutual)
    if (other := on_the_other_hand(draft.mutual)) is not None:
        those = parties.of([other])
        return tuple(i for i in both if i not in those), those
    if not actors and (len(both) > 1 or any(t.tag_ in {"NNS", "NNPS"} for t in draft.mutual)):
        return both, () if len(both) == 1 and _goes_on(draft.mutual[0]) else both
    if not actors and len(both) == 1 and draft.type == "CONSULT":
        actors = both  # of "talks between Malta and some tribes" one side at least
    fights = draft.head.lemma_ in words("mutual", "fights") and not (draft.nominal or objects(draft.head))
    if len(actors) > 1 and not recipients and fights:  # not "are fighting crime"
        return actors, actors
    both_failed = draft.type == "REJECT" and draft.told in words("mutual", "types")  # "Malta and Fiji failed to agree"
    both_failed = both_failed and draft.head.lemma_ == "fail"  # who both refuse may refuse a third
    if both_failed or (draft.type in words("mutual", "types") and (draft.type != "SUPPORT" or len(draft.trigger) > 1)):
        among = draft.told is None or draft.told in words("mutual", "types")
        signed = draft.type == "SUPPORT" and any(t.lemma_.lower() in words("groups", "pacts") for t in draft.trigger)
        alone = draft.head.lemma_.lower() in words("sets", "alone")  # two who pledge funds pledge them to others
        agreed = (
            (signed or draft.type == "AGREE")
            and among
            and not alone
            and (
                len([t for a in draft.actors for t in with_conjuncts(a)]) > 1 or all(_is_they(a) for a in draft.actors)
            )
        )
        agreed = agreed and not (draft.head.lemma_ == "be" and recipients)  # "are ready to meet the envoy"
        if draft.head.lemma_.lower() in words("mutual", "one_sided") or (is_visit(draft) and not draft.nominal):
            return actors, recipients  # the two who visit a town do not visit each other
        if len(actors) > 1 and (agreed or not (recipients or alone)):
            return actors, actors
        if len(actors) == 1 and not recipients and draft.type != "SUPPORT" and _of_two_nations(draft):
            return actors, actors
    return actors, recipients


def _goes_on(side: Token) -> bool:
    """Whether a list that the parser loses goes on behind the one side: "talks between heads of the union, the port and the town"."""
    end = side.right_edge
    counted = any(c.dep_ == "nummod" or c.lower_ in {"both", "two"} for c in side.lefts)
    return not counted and end.i + 1 < len(end.doc) and end.nbor().text == ","


def _is_by_name(nouns: list[Token]) -> bool:
    """Whether somebody is named, or named as the owner of a thing: "Malta's decision"."""
    return any(t.pos_ == "PROPN" or any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in t.lefts) for t in nouns)


def _is_they(token: Token) -> bool:
    return token.lower_ in {"they", "both", "we"}


def _is_each_other(token: Token) -> bool:
    return token.i > 0 and (token.nbor(-1).lower_, token.lower_) in {("each", "other"), ("one", "another")}


def _of_two_nations(draft: Draft) -> bool:
    """Whether the one subject stands for two sides: "Malian and Chadian negotiators"."""
    several = [a for a in draft.actors if a.tag_ in {"NNS", "NNPS"}]
    if draft.type == "CONSULT" and any(a.lemma_.lower() in words("mutual", "sides") for a in several):
        return True  # "the two sides have been negotiating"
    if draft.type == "CONSULT" and not draft.nominal and any(c.lower_ == "two" for a in several for c in a.lefts):
        return True  # "the two ministers met"
    nations = [c for a in several for c in (*a.lefts, *after(a, "of")) if c.ent_type_ in {"NORP", "GPE", "ORG"}]
    return any(c.dep_ == "conj" for n in nations for c in n.children)


class _Sources:
    """The attributions, found by the offset of a trigger."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._contents = sorted((c.start, c.end, k) for k, a in enumerate(attributions) for c in a.content)
        self._attributions = attributions

    def of(self, start: int, end: int) -> Attribution | None:
        """The attribution with the shortest content that holds the stretch."""
        k = bisect_right(self._contents, (start, 1 << 60, 0))
        holding = [(e - s, i) for s, e, i in self._contents[max(0, k - 12) : k] if s <= start and end <= e]
        return self._attributions[min(holding)[1]] if holding else None
