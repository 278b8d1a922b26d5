"""The head: what it weighs, how it is read, and what it may add to the rules' undertakings."""

import math
from importlib.resources import files

import numpy as np
import pytest

from dateline import read_text
from dateline.reading.attributions import Seen
from dateline.reading.commitments.learned.choose import candidates, choose
from dateline.reading.commitments.learned.head import ALWAYS, PLACES, WIDTH, Head, head_of, likelihood, shipped
from dateline.reading.commitments.learned.layers import ANSWERS, RARELY, SEEKING, UNDERTAKES, judge
from dateline.reading.commitments.learned.signs import Sight
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.parse import parse

LINES = """\
sign\talways=\t-2
sign\tlemma=hike\t3
state\tverb 3\t0.5
"""


def head(leaning: float) -> Head:
    """A head that gives every verb the same log odds."""
    return Head({ALWAYS: leaning}, np.zeros((WIDTH, len(PLACES)), dtype=np.float32))


def verbs_added(text: str, leaning: float, found: tuple[Undertaking, ...] = ()) -> list[str]:
    """The verbs that stand when the rules found nothing."""
    doc = parse(text).doc
    chosen = choose(doc, found, Sight(doc, (), ()), View(len(doc)), head(leaning))
    return [one.action.text for one in chosen]


def test_lines_are_read_as_weights() -> None:
    made = head_of(LINES)
    assert made.leaning(["lemma=hike"], 0.0) == pytest.approx(1)
    assert made.leaning(["lemma=hike"], 1.0) == pytest.approx(2)
    assert made.leaning(["lemma=unheard"], 0.0) == made.leaning([], 0.0) == pytest.approx(-2)
    assert made.directions[3, PLACES.index("verb")] == 0.5


@pytest.mark.parametrize(("odds", "likely"), [(0.0, 0.5), (-1e9, 0.0), (1e9, 1.0)])
def test_log_odds_are_a_likelihood(odds: float, likely: float) -> None:
    assert likelihood(odds) == pytest.approx(likely)


def test_what_the_head_is_sure_of_is_added_and_nothing_else() -> None:
    text = "The ministry hikes the fee for the port."
    assert verbs_added(text, 5.0) == ["hikes"]
    assert verbs_added(text, -5.0) == []


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The treaty was ditched by Norway in May.", "ditched", "Norway"),
        ("The news of dockers deciding to shut the harbours of the north until spring spread.", "deciding", "dockers"),
        ("The ministry hikes the fee for the port.", "hikes", "ministry"),
    ],
)
def test_who_does_what_is_added(text: str, verb: str, who: str) -> None:
    doc = parse(text).doc
    [one] = [one for one in choose(doc, (), Sight(doc, (), ()), View(len(doc)), head(5.0)) if one.action.text == verb]
    assert one.subject is not None
    assert one.subject.text == who


def test_what_the_rules_found_is_not_told_twice() -> None:
    doc = parse("The ministry hikes the fee for the port.").doc
    one = Undertaking(trigger=doc[2], action=doc[2], subject=doc[1], kind="schedule", status="announced")
    assert choose(doc, (one,), Sight(doc, (), ()), View(len(doc)), head(5.0)) == [one]


@pytest.mark.parametrize(
    "text",
    [
        "No ferry runs on Sunday.",
        "Sweden was going to sign the treaty.",
        "Norway ordered the rebels to leave.",
        "He doubted the claim that Sweden will sign.",
        "The snow melts.",
        "If you want a deal, stop the ships.",
        "The treaty was implemented only partially.",
        "The rebels are withdrawing from Norway.",
        "Norway withdrew its demand.",
        "Norway has imposed sanctions on the rebels.",
        "Norway is pushing for a truce.",
        "Norway will welcome the talks.",
        "Norway invited the rebels to talk.",
    ],
    ids=[
        "nobody",
        "was going to",
        "laid on others",
        "claimed",
        "just happens",
        "asked for",
        "in part",
        "retreat",
        "words taken back",
        "punished",
        "wants others to",
        "an attitude",
        "invited",
    ],
)
def test_what_the_rules_know_to_undertake_nothing_is_not_added(text: str) -> None:
    assert not {"runs", "sign", "leave", "ordered", "melts", "stop", "implemented", "withdrawing"} & set(
        verbs_added(text, 5.0)
    )


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norway will sign the treaty.", "sign"),
        ("The deadline is in May.", "is"),
        ("Operation Torsa ended in November.", "ended"),
        ("Norway could sign the treaty.", "sign"),
    ],
)
def test_what_the_rules_weighed_is_added_only_where_it_is_likelier_than_not(text: str, verb: str) -> None:
    assert verb not in verbs_added(text, -0.8)
    assert verb in verbs_added(text, 5.0)


def test_signs_tell_what_hangs_on_the_verb_and_what_it_hangs_on() -> None:
    doc = parse("The council said it will sign the treaty.").doc
    signs = next(c.signs for c in candidates(doc, Sight(doc, (), ())) if c.verb.text == "sign")
    assert {"lemma=sign", "aux=will", "object=treaty", "head=say", "subject is=it", "said=False False"} <= signs


def test_what_neither_head_nor_layers_believe_does_not_stand() -> None:
    doc = parse("The ministry hikes the fee for the port.").doc
    one = Undertaking(trigger=doc[2], action=doc[2], subject=doc[1], kind="schedule", status="announced")
    assert choose(doc, (one,), Sight(doc, (), ()), View(len(doc)), head(-9.0)) == []


def test_head_and_layers_count_alike() -> None:
    doc = parse("The ministry hikes the fee for the port.").doc
    view = View(len(doc))
    view.judged[2, ANSWERS.index(UNDERTAKES)] = 5.0
    view.judged[2, ANSWERS.index("threat")] = view.judged[2, ANSWERS.index("denied")] = 1.0
    [one] = choose(doc, (), Sight(doc, (), ()), view, head(-5.0))
    assert (one.kind, one.status) == ("threat", "denied")
    assert choose(doc, (), Sight(doc, (), ()), view, head(-9.0)) == []


def seen(tokens: list[int], opens: list[int], states: list[list[float]]) -> Seen:
    """A window with these states; the first and the last row open and close it."""
    rows = np.array(states, dtype=np.float32)
    signs = np.zeros((len(rows), 7), dtype=np.int64)
    return Seen(np.array(tokens), np.array(opens), signs, np.zeros((len(rows), WIDTH), dtype=np.float32), rows)


def test_a_view_gives_a_word_s_state_the_mean_of_its_pieces_to_all_its_tokens() -> None:
    view = View(5, np.eye(2, dtype=np.float32))
    view.show(seen([0, 3], [1, 3], [[9, 9], [0, 2], [2, 2], [3, 4], [9, 9]]))
    assert view.rows.tolist() == [[1, 2], [1, 2], [1, 2], [3, 4], [0, 0]]


def test_the_layers_answer_each_piece_and_a_view_keeps_the_first_of_a_word() -> None:
    window = seen([0, 2], [1, 3], [[0] * WIDTH] * 5)
    answers = judge(window.embedded, window.signs)
    assert answers.shape == (5, len(ANSWERS) + 2 * SEEKING)
    assert np.isfinite(answers).all()
    view = View(3)
    view.show(window)
    assert view.judged.tolist() == answers[[1, 1, 3], : len(ANSWERS)].tolist()


def test_a_view_leans_to_whom_the_layers_pair_with_a_verb_among_what_they_saw_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of three words the first is a verb; the second and the third mean one actor, and a word of the next window another one."""
    rarely, seeks, found_by = ANSWERS.index(RARELY), len(ANSWERS), len(ANSWERS) + SEEKING
    answers = np.zeros((5, len(ANSWERS) + 2 * SEEKING), dtype=np.float32)
    answers[1, [rarely, seeks]] = -2, 1
    answers[[2, 3], found_by] = 3
    monkeypatch.setattr("dateline.reading.commitments.learned.view.judge", lambda embedded, _: answers[: len(embedded)])
    view = View(5)
    view.show(seen([0, 1, 2], [1, 2, 3], [[0] * WIDTH] * 5))
    view.show(seen([3], [1], [[0] * WIDTH] * 3))
    ids = {1: "a", 2: "a", 3: "b"}
    assert view.parties(0, ids.get) == {"a": pytest.approx(3 + math.log(2) - 2)}
    assert view.parties(4, ids.get) == {}


def test_hardly_any_text_has_no_candidates() -> None:
    for text in ("", "…", "\n\n", "\u0301"):
        doc = parse(text).doc
        assert list(candidates(doc, Sight(doc, (), ()))) == []


def test_shipped_weights_are_small_and_finite() -> None:
    weights = files("dateline.reading.commitments.learned") / "weights"
    text = (weights / "head.tsv").read_text("utf-8")
    assert len(text) < 2_000_000
    assert len((weights / "layers.onnx").read_bytes()) < 12_000_000
    assert all(math.isfinite(float(line.rsplit("\t", 1)[1])) for line in text.splitlines())
    assert shipped().weights


def test_reading_twice_is_reading_once() -> None:
    text = (
        "Norway is willing to open the port to the ferries. Its envoy ruled out a longer stay and set a date for May."
    )
    assert read_text(text, "2024-07-10").commitments == read_text(text, "2024-07-10").commitments


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ann Lind ordered the reimposition of sanctions against Norway.", ("threat", "fulfilled")),
        ("Malta is considering easing sanctions against Norway.", ("pledge", "proposed")),
        ("Malta has decided to re-impose sanctions against Norway.", ("threat", "announced")),
        ("Norway has fulfilled its obligations under the accord.", ("agreement", "fulfilled")),
        ("Envoy Ann Lind will sit down with officials in Norway.", ("schedule", "announced")),
        ("The rebels announced a delay in the second round of talks scheduled for Friday.", ("schedule", "postponed")),
        ("Oman repeated its offer to host talks.", ("pledge", "ongoing")),
        ("Suspended talks between Norway and Chad will resume on Friday.", ("schedule", "announced")),
    ],
)
def test_kinds(text: str, row: tuple[str, str]) -> None:
    told = [(c.kind, c.status) for c in read_text(text, "2024-07-10").commitments]
    assert told == [row]
