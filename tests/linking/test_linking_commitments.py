"""What was undertaken and what became of it, over articles and years."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.linking import link
from dateline.linking.commitments import without_dateline
from dateline.model import CommitmentStatus, Correction, Interval, LinkedCommitment
from fictional import Told, days

PAD = (
    " Pilots and salvage insurers quarrelled over dredging the ferry channel at Eastmere, and the lighthouse keepers want "
    "the channel buoys moved before the ferry subsidies end. "
)
QUARRY = (
    " The quarry's bankruptcy trustees audited marble invoices, a forged ledger and unpaid excavator leases, while "
    "creditors petitioned the magistrate for a receivership and the auction of granite."
)
OPERA = (
    " The opera season opened with a tenor, two sopranos and a rebuilt orchestra pit; the libretto was sung in verse, "
    "and the balcony applauded the scenery, the costumes and the conductor's encore."
)


def told(
    clause: str, day: int | None, due: str | None = None, status: CommitmentStatus = "announced", more: str = ""
) -> Told:
    made = Told(
        f"Kestria said:{PAD}{clause}.{more} ({day})", f"Ferry channel, {day}", f"2031-05-{day:02}" if day else None
    )
    made.actor("Kestria", "state", side="Kestria")
    return made.commitment(clause, ["Kestria"], due, status)


def linked(*some: Told, corrections: tuple[Correction, ...] = ()) -> tuple[LinkedCommitment, ...]:
    return link([t.reading() for t in some], (), corrections).commitments


def test_the_same_undertaking_has_one_history_in_the_order_of_publication() -> None:
    first = told("Kestria will reopen the ferry channel by August", 2, "2031-08-31")
    later = told("the ferry channel will now be reopened in October", 5, "2031-10-01/2031-10-31", "postponed")
    done = told("Kestria reopened the ferry channel", 9, None, "fulfilled")
    (commitment,) = linked(done, later, first)
    assert [s.status for s in commitment.history] == ["announced", "postponed", "fulfilled"]
    assert commitment.history[0].citation.anchor.quote == "Kestria will reopen the ferry channel by August"
    assert [s.day.start for s in commitment.history] == [date(2031, 5, 2), date(2031, 5, 5), date(2031, 5, 9)]
    assert commitment.status == "fulfilled"
    assert commitment.due == days("2031-10-01/2031-10-31")
    assert commitment.text == "the ferry channel will now be reopened in October"
    assert len(commitment.parties) == 1
    assert commitment.story is not None


def test_a_later_telling_of_the_promise_does_not_undo_what_was_done() -> None:
    done = told("Kestria reopened the ferry channel at last", 9, None, "fulfilled")
    again = told("Kestria had said it will reopen the ferry channel", 12)
    assert [c.status for c in linked(done, again)] == ["fulfilled"]
    undated = told("Kestria cancelled reopening the ferry channel", None, None, "ended")
    assert [c.status for c in linked(again, undated)] == ["announced"]


def test_deadlines_that_differ_in_one_article_are_two_undertakings() -> None:
    made = told(
        "hundreds of pilots leave the channel by September",
        2,
        "2031-09-30",
        more=" X: the last pilots leave the channel by December",
    )
    made.commitment("the last pilots leave the channel by December", ["Kestria"], "2031-12-31")
    assert len(linked(made)) == 2
    again = told("hundreds of pilots leave the channel by September, it said", 5, "2031-09-30")
    assert sorted(len(c.history) for c in linked(made, again)) == [1, 2]


def test_one_article_tells_what_was_done_and_what_will_be_apart() -> None:
    made = told("Kestria reopened the ferry channel", 2, None, "fulfilled", " X: Kestria reopens the ferry channel")
    made.commitment("Kestria reopens the ferry channel", ["Kestria"])
    assert len(linked(made)) == 2
    again = told("Kestria reopens the ferry channel", 2, None, "announced", " X: Kestria, reopens the ferry channel")
    again.commitment("Kestria, reopens the ferry channel", ["Kestria"])
    assert len(linked(again)) == 1


def test_other_words_parties_or_threats_are_other_undertakings() -> None:
    first = told("Kestria will reopen the ferry channel by August", 2, "2031-08-31")
    assert len(linked(first, told("Kestria will build a granary inland", 3))) == 2
    other = Told(f"Sudmark said:{PAD}it will reopen the ferry channel by August.", "Ferry channel", "2031-05-03")
    other.actor("Sudmark", "state").commitment("it will reopen the ferry channel by August", ["Sudmark"], "2031-08-31")
    assert len(linked(first, other)) == 2
    threat = told("Kestria will reopen the ferry channel by August or else", 4)
    threat = Told(threat.text, threat.headline, threat.published, actors=threat.actors)
    threat.commitment("Kestria will reopen the ferry channel by August or else", ["Kestria"], None, kind="threat")
    assert len(linked(first, threat)) == 2
    outside = Told(f"Sudmark said nothing; it will reopen the ferry channel by August.{OPERA}")
    outside.commitment("it will reopen the ferry channel by August")
    assert len(linked(first, outside)) == 2


def test_outside_a_story_the_words_must_be_more_alike() -> None:
    first = Told(f"Kestria will reopen the ferry channel by August.{QUARRY}", published="2031-05-02").actor(
        "Kestria", "state"
    )
    first.commitment("Kestria will reopen the ferry channel by August", ["Kestria"], "2031-08-31")
    same = Told(f"Kestria will reopen its ferry channel in August.{OPERA}", published="2031-05-03").actor(
        "Kestria", "state"
    )
    same.commitment("Kestria will reopen its ferry channel in August", ["Kestria"], "2031-08-01/2031-08-31")
    less = Told(f"Kestria may reopen some inland museum.{OPERA}!", published="2031-05-03").actor("Kestria", "state")
    less.commitment("Kestria may reopen some inland museum", ["Kestria"], "2031-08-01/2031-08-31")
    assert len(linked(first, same)) == 1
    assert len(linked(first, less)) == 2


def test_the_newest_condition_is_kept_with_its_article() -> None:
    first = Told("Kestria will pay for the channel if the pilots agree.", published="2031-05-02").actor(
        "Kestria", "state"
    )
    first.commitment("Kestria will pay for the channel", ["Kestria"], condition="if the pilots agree")
    (commitment,) = linked(first)
    assert commitment.condition is not None
    assert commitment.condition.article == first.id
    assert commitment.condition.anchor.quote == "if the pilots agree"


def test_soonest_due_first() -> None:
    some = [
        told("Kestria will build a granary inland", 2),
        told("Kestria will reopen the ferry channel by August", 3, "2031-08-31"),
        told("Kestria pays all salvage insurers in July", 4, "2031-07-31"),
    ]
    assert [c.due.end if c.due else None for c in linked(*some)] == [date(2031, 7, 31), date(2031, 8, 31), None]


def test_corrections() -> None:
    one, two = told("Kestria will reopen the channel", 2), told("Kestria will build a granary inland", 3)
    plain = linked(one, two)
    same = Correction(kind="same_commitment", targets=tuple(c.id for c in plain))
    assert len(linked(one, two, corrections=(same,))) == 1
    due = Correction(kind="due", targets=(one.commitments[0].id,), value="/2031-08-31")
    assert linked(one, corrections=(due,))[0].due is not None
    gone = Correction(kind="due", targets=(one.commitments[0].id,), value="unknown", day=date(2031, 6, 1))
    assert linked(one, corrections=(gone, due))[0].due is None
    hidden = Correction(kind="hide", targets=(plain[0].id,))
    assert linked(one, two, corrections=(hidden,)) == plain[1:]
    apart = Correction(kind="not_same_commitment", targets=(one.commitments[0].id, two.commitments[0].id))
    assert len(linked(one, two, corrections=(same, apart))) in (1, 2)


BOATS = "Kestria will withdraw its two guard boats from the Eastmere channel by March 31"


def boats(
    clause: str, published: str, due: str | None, status: CommitmentStatus = "announced", who: str = "Kestria"
) -> Told:
    made = Told(f"{who} said:{PAD}{clause}. ({published})", f"Ferry channel, {published}", published)
    made.actor(who, "state" if who == "Kestria" else "person", side="Kestria")
    return made.commitment(clause, [who], due, status)


def test_a_look_back_at_the_earlier_day_stands_before_the_delay_and_moves_nothing() -> None:
    first = boats(BOATS, "2031-01-05", "2031-03-31")
    delay = "Kestria has put off the withdrawal of its two guard boats until September 30"
    back = "The boats had been due to leave by March 31"
    second = Told(f"{delay}.{PAD}{back}.", "Ferry channel, again", "2031-03-01").actor(
        "Kestria", "state", side="Kestria"
    )
    second.commitment(delay, ["Kestria"], "2031-09-30", "postponed").commitment(back, [], "2031-03-31")
    later = boats("The guard boats had been expected to leave the channel by March 31", "2031-05-01", "2031-03-31")
    (commitment,) = linked(later, second, first)
    assert [(s.status, s.due and s.due.end and s.due.end.month) for s in commitment.history] == [
        ("announced", 3),
        ("announced", 3),
        ("postponed", 9),
        ("announced", 3),
    ]
    assert commitment.due == days("2031-09-30")
    assert commitment.status == "postponed"
    assert commitment.text == delay


def test_a_new_day_opens_what_was_missed_and_the_second_boat_is_part_of_both() -> None:
    delay = boats(
        "Kestria puts off withdrawing its two guard boats until September 30", "2031-03-01", "2031-09-30", "postponed"
    )
    missed = "The deadline for the withdrawal of both boats passed"
    rest = "the second boat would leave by the end of the year"
    last = Told(f"{missed}.{PAD}Kestria missed its own deadline, but {rest}.", "Ferry channel", "2031-10-02")
    last.actor("Kestria", "state", side="Kestria").commitment(missed, [], None, "violated")
    last.commitment("Kestria missed its own deadline", ["Kestria"], None, "violated")
    assert [c.status for c in linked(delay, last)] == ["violated"]
    last.commitment(rest, ["Kestria"], "2031-12-31")
    (commitment,) = linked(delay, last)
    assert [s.status for s in commitment.history] == ["postponed", "violated", "violated", "announced"]
    assert commitment.due == days("2031-12-31")
    assert commitment.state(date(2031, 11, 1)) == "open"


def test_the_first_boat_is_not_the_second_nor_both() -> None:
    one = boats("the first guard boat would leave the channel by March 31", "2031-01-05", "2031-03-31")
    two = boats("the second guard boat would leave the channel by March 31", "2031-01-06", "2031-03-31")
    both = boats("both guard boats would leave the channel by September 30", "2031-01-07", "2031-09-30")
    assert len(linked(one, two)) == 2
    assert len(linked(one, both)) == 2
    june = boats("the guard boats leave by March 31 under a treaty of last June", "2031-01-08", "2031-03-31")
    assert len(linked(one, june)) == 1  # the last June is no last boat


def test_the_very_same_day_joins_in_fewer_words_and_for_who_speaks_for_the_state() -> None:
    first = boats(
        f"Kestria agreed to end a two-year quarrel over the pilots' dues, and {BOATS.removeprefix('Kestria ')}",
        "2031-01-05",
        "2031-03-31",
    )
    spoken = boats(
        "We shall leave with our boats in spring, and expect no less of others",
        "2031-02-05",
        "2031-03-31",
        who="Ada Holm",
    )
    spoken.actor("Kestria", "state", side="Kestria", mention="channel")
    assert len(linked(first, spoken)) == 1
    other = boats("We shall sell the granary inland", "2031-02-05", "2031-03-31")
    assert len(linked(first, other)) == 2
    office = Told(f"The Fisheries Ministry:{PAD}the toll law takes effect in March.", "Ferry channel", "2031-01-05")
    office.actor("Fisheries Ministry", "organisation", side="Kestria")
    office.commitment("the toll law takes effect in March", ["Fisheries Ministry"], "2031-03-01/2031-03-31")
    state = boats("Kestria's new toll law would take effect on March 1", "2031-02-05", "2031-03-01")
    assert len(linked(office, state)) == 1


def test_the_two_sides_are_those_of_the_other_reports() -> None:
    def report(name: str, *parties: str) -> Told:
        quote = f"{name} have agreed to extend the pilots' contract until May 16, 2031"
        made = Told(f"{quote}.{PAD}", "Two sides agree", "2031-05-01")
        for party in parties:
            made.actor(party, "group" if party.islower() else "organisation")
        made.commitment(quote, list(parties), "2031-05-16", kind="agreement", status="agreed")
        return made

    named = report("The Quibble Guild and Vostrand Lines", "Quibble Guild", "Vostrand Lines")
    [made] = linked(named, report("The two sides", "two sides"))
    assert len(made.history) == 2
    assert len(made.parties) == 2
    [alone] = linked(report("The two sides", "two sides"))
    assert len(alone.parties) == 1
    rivals = report("Mossel Ferries and Tarn Docks", "Mossel Ferries", "Tarn Docks")
    assert len(linked(named, rivals)) == 2


def test_a_new_pact_is_not_the_old_one_that_was_prolonged() -> None:
    old = boats("Kestria agreed to extend the dredging pact with the pilots", "2031-05-01", None, "agreed")
    new = "Kestria reached agreement on a {}dredging pact with the pilots"
    assert len(linked(old, boats(new.format("new "), "2031-06-01", None, "agreed"))) == 2
    assert len(linked(old, boats(new.format(""), "2031-06-01", None, "agreed"))) == 1


def test_another_round_is_no_delay() -> None:
    first = boats("Kestria will hold a meeting of the pilots' board on May 14", "2031-04-11", "2031-05-14")
    again = "Kestria will hold a meeting of the pilots' board on June 2"
    assert len(linked(first, boats(again, "2031-05-01", "2031-06-02"))) == 1
    assert len(linked(first, boats(again.replace("June 2", "May 5, 2032"), "2032-02-01", "2032-05-05"))) == 2


def test_what_is_agreed_anew_half_a_year_later_is_another_round() -> None:
    truce = "Kestria agreed to a truce with the pilots of the ferry channel"
    first = boats(truce, "2031-01-05", None, "agreed")
    assert len(linked(first, boats(f"{truce} again", "2031-05-04", None, "agreed"))) == 1
    assert len(linked(first, boats(f"{truce} again", "2032-01-04", None, "agreed"))) == 2
    assert len(linked(first, boats("Kestria had agreed to a truce with the pilots", "2032-01-04", None, "agreed"))) == 1
    assert len(linked(first, boats(f"{truce} but broke it", "2032-01-04", None, "violated"))) == 1


def test_a_term_that_is_over_has_ended_and_a_day_that_is_past_is_overdue() -> None:
    days_of = "2031-05-12/2031-05-16"
    [strike] = linked(told("the pilots of Kestria will strike from May 12 to May 16", 2, days_of))
    [truce] = linked(told("Kestria agreed to extend the truce for five days", 2, days_of))
    [leaving] = linked(told("Kestria will withdraw its boats from May 12 to May 16", 2, days_of))
    [vague] = linked(told("Kestria will halt the dredging this month", 2, days_of))
    states = [one.state(date(2031, 5, 17)) for one in (strike, truce, leaving, vague)]
    assert states == ["ended", "ended", "overdue", "overdue"]
    assert strike.state(date(2031, 5, 16)) == "due"


def test_nobody_is_late_with_a_threat() -> None:
    [pledge] = linked(told("Kestria will withdraw its boats on May 16", 2, "2031-05-16/2031-05-16"))
    day = date(2031, 5, 17)
    assert pledge.state(day) == "overdue"
    assert replace(pledge, kind="threat").state(day) == "ended"


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("Kestria agreed to extend the dredging pact until May 16, 2031", "ended"),
        ("the dredging pact remains valid through May 16", "ended"),
        ("the dredging pact remains valid until 16 May", "ended"),
        ("the dredging pact was prolonged until the end of Oct. 2030", "ended"),
        ("the pilots suspended their walk-out until Friday", "ended"),
        ("Kestria extended the deadline for the dredging until May 16", "overdue"),
        ("Kestria agreed to extend the pier by May 16", "overdue"),
        ("Kestria will continue to push the toll law through parliament by May 16", "overdue"),
        ("Kestria put off the dredging until May 16", "overdue"),
    ],
)
def test_what_holds_until_a_day_has_then_ended(quote: str, state: str) -> None:
    [made] = linked(told(quote, 2, "2031-05-16"))
    assert made.state(date(2031, 5, 17)) == state


def test_who_undertakes_it_is_not_whom_it_is_for() -> None:
    both = told("Kestria and Ostria will share the ferry channel", 2)
    both.actor("Ostria", "state", side="Ostria")
    [one] = both.commitments
    kestria, ostria = (a.id for a in both.actors)
    both.commitments[:] = [replace(one, parties=(kestria, ostria), toward=(ostria,))]
    [commitment] = linked(both)
    assert (len(commitment.parties), commitment.toward) == (2, ())


def test_by_march_and_by_may_are_two_days() -> None:
    made = boats("the pilots leave the channel by July; X: pilots leave the channel by May", "2031-04-11", "2031-07-31")
    made.commitment("pilots leave the channel by May", ["Kestria"], "2031-05-31")
    made.commitments = [replace(c, due=Interval(None, c.due.end)) for c in made.commitments if c.due]
    assert len(linked(made)) == 2


def test_who_denies_does_not_speak_for_the_others() -> None:
    first = boats("Kestria agreed to raise the ferry toll", "2031-01-05", None, "agreed")
    denied, upheld = "Kestria had agreed to raise the ferry toll", "Kestria agreed indeed to raise the ferry toll"
    both = Told(f"{denied}.{PAD}{upheld}.", "Ferry channel, again", "2031-02-01").actor(
        "Kestria", "state", side="Kestria"
    )
    both.commitment(upheld, ["Kestria"], None, "agreed").commitment(denied, ["Kestria"], None, "denied")
    assert [c.status for c in linked(first, both)] == ["agreed"]
    alone = boats(denied, "2031-02-01", None, "denied")
    assert [c.status for c in linked(first, alone)] == ["denied"]
    done = boats("Kestria raised the ferry toll", "2031-01-06", None, "fulfilled")
    assert [c.status for c in linked(first, done, alone)] == ["fulfilled"]


def test_what_only_names_the_body_is_no_likeness() -> None:
    board = "joint pilots' board"
    one = Told(f"The {board} would meet in May.{PAD}", "Ferry channel", "2031-01-05").actor(board, "organisation")
    one.commitment(f"The {board} would meet", [board])
    two = Told(f"The {board} is to count ferries.{PAD}", "Ferry channel 2", "2031-01-06").actor(board, "organisation")
    two.commitment(f"The {board} is to count ferries", [board])
    assert len(linked(one, two)) == 2


def test_the_text_begins_behind_a_dateline() -> None:
    assert without_dateline("EASTMERE, May 2 (Tern Wire) – Kestria will pay") == "Kestria will pay"
    assert without_dateline("EASTMERE — Kestria will pay") == "Kestria will pay"
    assert without_dateline("Kestria – of all states – will pay") == "Kestria – of all states – will pay"
    assert without_dateline("EASTMERE (Tern Wire) – ") == "EASTMERE (Tern Wire) – "


def test_the_first_and_the_second_never_meet_through_what_names_neither() -> None:
    one = boats("the first guard boat would leave the channel by March 31", "2031-01-05", "2031-03-31")
    two = boats("the second guard boat would leave the channel by March 31", "2031-01-06", "2031-03-31")
    boat = boats("a guard boat would leave the channel by March 31", "2031-01-07", "2031-03-31")
    assert sorted(len(c.history) for c in linked(one, two, boat)) == [1, 2]


def test_an_outcome_long_after_another_day_is_not_that_days() -> None:
    first = boats("guard boats leave by March 31 with all their divers, pumps and cranes", "2031-01-05", "2031-03-31")
    soon = boats("the boats never left, to the anger of pilots, insurers and keepers", "2031-04-02", None, "violated")
    late = boats("the boats never left, to the anger of pilots, insurers and keepers", "2032-04-02", None, "violated")
    assert len(linked(first, soon)) == 1
    assert len(linked(first, late)) == 2
