"""The learned tagger and what the rules add to it, on sentences of our own."""

from importlib.resources import files

import pytest

from dateline.model import Span
from dateline.reading.attributions.detect import detect
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.learned.tagger import tag, weights
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import Parsed, parse

Found = tuple[str, str, str]


def words_of(text: str, found: list[Detected]) -> list[Found]:
    """Source, cue and content as words, the parts of each joined by an ellipsis."""
    return [(_joined(text, one.source), _joined(text, one.cue), _joined(text, one.content)) for one in found]


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[s.start : s.end] for s in spans)


def tagged(parsed: Parsed) -> list[Detected]:
    """What the weights alone find, with the rules as a sign."""
    return tag(parsed, by_rules(open_page(parsed)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour minister said the quota would be cut in spring.",
            ("The harbour minister", "said", "the quota would be cut in spring"),
        ),
        (
            '"We will not sign under pressure," Ms Vik told reporters in Bergen on Friday.',
            ("Ms Vik", "told", '"We will not sign under pressure,"'),
        ),
        (
            "According to the fisheries union, the patrol boats left the port last week.",
            ("the fisheries union", "According to", "the patrol boats left the port last week"),
        ),
        (
            "Officials in Oslo believe that the talks can be saved.",
            ("Officials in Oslo", "believe", "that the talks can be saved"),
        ),
    ],
)
def test_clear_cases(text: str, expected: Found) -> None:
    assert words_of(text, tagged(parse(text))) == [expected]


def test_no_attribution_where_nobody_says_anything() -> None:
    assert tagged(parse("The ferry leaves the harbour at noon and returns in the evening.")) == []


@pytest.mark.parametrize("text", ["", "\n\n", "…", "\u0301", " " * 50])
def test_hardly_any_text_holds_nothing(text: str) -> None:
    assert detect(parse(text)) == []


def test_a_line_longer_than_a_window_is_read_to_its_end() -> None:
    text = "The herring swam past the islands. " * 60 + '"The season is over," Mr Dahl said.'
    [one] = [d for d in detect(parse(text)) if text[d.cue[0].start : d.cue[0].end] == "said"]
    assert words_of(text, [one]) == [("Mr Dahl", "said", '"The season is over,"')]


def test_many_cues_on_one_line_are_read_in_turns() -> None:
    text = " ".join(f"Mr Dahl said that boat {k} had left." for k in range(40))
    assert len(tagged(parse(text))) > 30


def test_reading_twice_is_reading_once() -> None:
    text = "The envoy said the truce held.\nShe added that nobody had been hurt, according to her staff."
    assert detect(parse(text)) == detect(parse(text))


def test_a_quotation_over_paragraphs_belongs_to_its_speaker() -> None:
    text = "“We have waited for a year.\n\n“We will not wait for another,” Ms Vik said."
    [one] = detect(parse(text))
    assert words_of(text, [one]) == [
        ("Ms Vik", "said", "“We have waited for a year. … “We will not wait for another,”")
    ]


def test_a_labelled_interview_has_no_cues() -> None:
    text = "ANNA VIK: We have waited for a whole year now.\nCOURIER: And what comes next for you?\nANNA VIK: We wait for the spring."
    made = detect(parse(text))
    assert [(text[d.source[0].start : d.source[0].end], d.cue) for d in made] == [
        ("ANNA VIK", ()),
        ("COURIER", ()),
        ("ANNA VIK", ()),
    ]


def test_weights_are_small() -> None:
    folder = files("dateline.reading.attributions.learned") / "weights"
    assert sum(len((folder / name).read_bytes()) for name in ("read.onnx", "again.onnx", "pieces.txt")) < 30_000_000
    assert weights().vocabulary.cut("said") != [weights().vocabulary.unknown]


def test_who_is_nearer_to_the_statement_is_its_source() -> None:
    text = "The coast guard will train new crews, Interior Minister Anna Vik said on Monday, according to state media."
    assert words_of(text, detect(parse(text))) == [
        ("Interior Minister Anna Vik", "said", "The coast guard will train new crews")
    ]
