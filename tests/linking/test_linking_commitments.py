"""What was undertaken and what became of it, over articles and years."""

from datetime import date

from dateline.linking import link
from dateline.model import CommitmentStatus, Correction, LinkedCommitment
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
