"""One event in many reports, and events that only look alike."""

from dataclasses import replace

import pytest

from dateline.linking import link
from dateline.linking.deeds import deeds_of
from dateline.linking.event_reports import figures_of
from dateline.model import Correction, EventStatus, LinkedEvent, Record
from fictional import Told, days

PAD = (
    " Pilots and salvage insurers quarrelled over dredging the ferry channel at Eastmere, and the lighthouse keepers want "
    "the channel buoys moved before the ferry subsidies end."
)

OPERA = (
    " The opera season opened with a tenor, two sopranos and a rebuilt orchestra pit; the libretto was sung in verse, "
    "and the balcony applauded the scenery, the costumes and the conductor's encore."
)

QUARRY = (
    " The quarry's bankruptcy trustees audited marble invoices, a forged ledger and unpaid excavator leases, while "
    "creditors petitioned the magistrate for a receivership and the auction of granite."
)


def told(
    clause: str,
    when: str | None = "2031-05-01",
    day: int = 2,
    more: str = "",
    status: EventStatus = "happened",
    place: str | None = None,
) -> Told:
    made = Told(f"Kestria and Norlandia: {clause}.{more}", None, f"2031-05-{day:02}")
    made.actor("Kestria", "state").actor("Norlandia", "state")
    return made.event("ASSAULT", clause, ["Kestria"], ["Norlandia"], when, status, place)


def events(*some: Told) -> tuple[LinkedEvent, ...]:
    return link([t.reading() for t in some]).events


def test_reports_of_one_day_in_like_words_are_one_event() -> None:
    one = told("Kestrian boats shelled the Norlandian breakwater", place="Eastmere")
    two = told("boats shelled the breakwater for hours", "2031-04-30/2031-05-02", 3, status="possible")
    (event,) = events(one, two)
    assert event.days == days("2031-05-01")
    assert event.status == "happened"
    assert event.place == "Eastmere"
    assert event.origins == 2
    assert [m.article for m in event.reports] == [one.id, two.id]
    assert len(event.actors) == len(event.recipients) == 1


def test_copies_are_one_origin() -> None:
    clause = "boats shelled the breakwater"
    long = PAD * 3
    (event,) = events(told(clause, more=long), told(clause, more=long + " Again."))
    assert len(event.reports) == 2
    assert event.origins == 1


def test_other_days_words_types_or_parties_are_other_events() -> None:
    one = told("boats shelled the breakwater")
    assert len(events(one, told("boats shelled the breakwater again", "2031-05-09"))) == 2
    assert len(events(one, told("gunmen raided a granary inland"))) == 2
    assert len(events(one, told("no boats shelled the breakwater", status="denied"))) == 2
    other = Told("Sudmark: its boats shelled the breakwater.").actor("Sudmark", "state")
    other.event("ASSAULT", "its boats shelled the breakwater", ["Sudmark"], [], "2031-05-01")
    assert len(events(one, other)) == 2


def test_undated_reports_need_a_story_and_more_than_the_deed() -> None:
    clause = "boats shelled the granite breakwater"
    one, two = told(clause, None, 2, PAD), told(f"their {clause}", None, 3, PAD + " Later.")
    assert len(events(one, two)) == 1
    assert len(events(told(clause, None, 2, PAD * 2), told(f"their {clause}", None, 3, OPERA + QUARRY))) == 2
    other = told("boats shelled a ferry", None, 20, PAD + " Later.")
    assert len(events(one, other)) == 2


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("killed two herdsmen at the granary", "the killing of two herdsmen", True, id="noun and verb"),
        pytest.param(
            "gunmen attacked a granary near Velm", "gunmen killed two herdsmen at the granary", True, id="kin"
        ),
        pytest.param("gunmen raided the harbour office", "gunmen looted a granary inland", False, id="another deed"),
    ],
)
def test_one_deed_in_other_words(first: str, second: str, *, same: bool) -> None:
    record = [told_by_word(clause, k) for k, clause in enumerate((first, second))]
    assert (len(events(*record)) == 1) == same


def told_by_word(clause: str, number: int, recipient: str | None = None, when: str | None = None) -> Told:
    """As `told`, but with the deed's word alone as the trigger."""
    made = Told(
        f"In Velm {clause}{f' ({recipient})' if recipient else ''}.{PAD}{' Later.' * number}", None, "2031-05-02"
    )
    if recipient:
        made.actor(recipient)
    made.event("ASSAULT", clause, [], [recipient] if recipient else [], when)
    word = next(w for w in clause.split() if w in DEEDS)
    made.events[-1] = replace(made.events[-1], trigger=made.at(word))
    return made


DEEDS = {"killed", "killing", "attacked", "raided", "looted", "arrested", "shelled"}


def test_what_was_done_to_two_people_is_two_events() -> None:
    clause = "officers arrested the ferry pilot on suspicion of smuggling"
    assert len(events(told_by_word(clause, 0, "Ada Holm"), told_by_word(clause, 1, "Karim Vaziri"))) == 2
    assert len(events(told_by_word(clause, 0, "Ada Holm"), told_by_word(clause, 1, "Ada Maria Holm"))) == 1


def test_a_bare_deed_is_not_held_for_any_one() -> None:
    one = told_by_word("boats shelled the granite breakwater at dawn", 0, when="2031-05-01")
    two = told_by_word("they shelled", 1)
    assert len(events(one, two)) == 2


@pytest.mark.parametrize(
    ("clause", "figures"),
    [
        ("killed 12 herdsmen and two guards", {"12", "2"}),
        ("Ada Holm , 44 , was shot", set()),
        ("a deal of 1,250 barges signed in 2031", {"1250"}),
        ("prices rose 4.5% after 3 days", {"3"}),
    ],
)
def test_figures(clause: str, figures: set[str]) -> None:
    assert figures_of(clause) == figures


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("killed", "killing of", True),
        ("opened fire", "gunned down", True),
        ("negotiated", "negotiations", True),
        ("assassinate", "assassination", True),
        ("protested", "protected", False),
        ("was", "were", False),
    ],
)
def test_deeds(first: str, second: str, *, same: bool) -> None:
    assert bool(deeds_of(first) & deeds_of(second)) == same


def test_a_chain_of_days_is_not_one_event() -> None:
    some = [
        told("boats shelled the breakwater", "2031-05-01/2031-05-02", 2),
        told("the boats shelled the breakwater", "2031-05-02/2031-05-03", 3),
        told("some boats shelled the breakwater", "2031-05-03/2031-05-04", 4),
    ]
    assert len(events(*some)) == 2


def record(*some: Told, corrections: tuple[Correction, ...] = ()) -> Record:
    return link([t.reading() for t in some], (), corrections)


def test_corrections_join_part_date_and_hide_events() -> None:
    one, two = told("boats shelled the breakwater"), told("boats shelled the breakwater again", "2031-05-09")
    plain = record(one, two)
    same = Correction(kind="same_event", targets=tuple(e.id for e in plain.events))
    (event,) = record(one, two, corrections=(same,)).events
    assert len(event.reports) == 2
    date = Correction(kind="days", targets=(two.events[0].id,), value="2031-05-01")
    (event,) = record(one, two, corrections=(date,)).events
    assert event.days == days("2031-05-01")
    apart = Correction(kind="not_same_event", targets=(one.events[0].id, two.events[0].id))
    assert len(record(one, two, corrections=(date, apart)).events) == 2
    hidden = Correction(kind="hide", targets=(one.events[0].id,))
    assert [e.reports[0].article for e in record(one, two, corrections=(hidden,)).events] == [two.id]
    hidden = Correction(kind="hide", targets=(plain.events[0].id,))
    assert record(one, two, corrections=(hidden,)).events == plain.events[1:]
