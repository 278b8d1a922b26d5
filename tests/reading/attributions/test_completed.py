"""What a tagger broke off, completed by the parse: `[source] <cue> {content}` marked in fictional sentences."""

import re

import pytest

from dateline.model import Span
from dateline.reading.attributions.completed import completed
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import open_page
from dateline.reading.parse import parse

_MARK = re.compile(r"[\[\]<>{}]")
_ROLES = {"[": "source", "<": "cue", "{": "content"}


def complete(marked: str, others: tuple[str, ...] = ()) -> str:
    """The sentence with the marks where they stand afterwards."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, opened = "", 0
    for piece in re.split(r"([\[\]<>{}])", marked):
        if not _MARK.fullmatch(piece):
            text += piece
        elif piece in _ROLES:
            opened = len(text)
        else:
            spans[_ROLES[{"]": "[", ">": "<", "}": "{"}[piece]]].append(Span(opened, len(text)))
    one = Detected(source=tuple(spans["source"]), cue=tuple(spans["cue"]), content=tuple(spans["content"]))
    made = completed(open_page(parse(text)), one, sorted(text.index(other) for other in others))
    edges = [(s.start, 1, o) for o, ss in zip("[<{", (made.source, made.cue, made.content), strict=True) for s in ss]
    edges += [(s.end, 0, o) for o, ss in zip("]>}", (made.source, made.cue, made.content), strict=True) for s in ss]
    for at, _, mark in sorted(edges, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Varga] <called on> {the council to keep its} promise.",
            "[Varga] <called on> {the council to keep its promise}.",
        ),
        (
            "[Varga] <said> {the bridge is closed because of} the storm.",
            "[Varga] <said> {the bridge is closed because of the storm}.",
        ),
        (
            "[Varga] <praised> {the plan, which} is paid for by the harbour.",
            "[Varga] <praised> {the plan, which is paid for by the harbour}.",
        ),
        (
            "[Varga] <said> {if the talks fail} the army will leave the town.",
            "[Varga] <said> {if the talks fail the army will leave the town}.",
        ),
        (
            "[Varga] <said> {that the closing of the harbour} is proof of bad faith.",
            "[Varga] <said> {that the closing of the harbour is proof of bad faith}.",
        ),
        ("{The bridge is closed,} [Varga] <said>.", "{The bridge is closed}, [Varga] <said>."),
        (
            "[Varga] <said> {the town was quiet after hundreds of shells and rockets} were fired on it.",
            "[Varga] <said> {the town was quiet after hundreds of shells and rockets were fired on it}.",
        ),
        (
            "[The court] <ordered> {the union to end the blockade and fined the union a million crowns}.",
            "[The court] <ordered> {the union to end the blockade} and fined the union a million crowns.",
        ),
        (
            "[Varga] <said> {the port would open on Friday, although the union said it is shut}.",
            "[Varga] <said> {the port would open on Friday}, although the union said it is shut.",
        ),
        (
            "{“This is the end,”} [Varga] <said in a statement about> {the strike}.",
            "{“This is the end,”} [Varga] <said in a statement about> the strike.",
        ),
        (
            "[Varga] <said> {the bridge was closed, but} Lindt knew of nothing.",
            "[Varga] <said> {the bridge was closed}, but Lindt knew of nothing.",
        ),
        ("{“The bridge is closed,”} [Varga] <said>.", "{“The bridge is closed,”} [Varga] <said>."),
        ("[Varga] <said on> Friday {the bridge was closed}.", "[Varga] <said> on Friday {the bridge was closed}."),
        (
            "[Varga] <announced last> night {a deal with Lindt}.",
            "[Varga] <announced> last night {a deal with Lindt}.",
        ),
        (
            "[Varga] <announced> {a truce with gangs such as the Lindt Clan and dissident} groups of old rebels.",
            "[Varga] <announced> {a truce with gangs such as the Lindt Clan and dissident groups of old rebels}.",
        ),
        (
            "{LINDT - The bridge is closed}, [Varga] <said>.",
            "LINDT - {The bridge is closed}, [Varga] <said>.",
        ),
        (
            "[Some polls in the] north <show> {that the truce is popular}.",
            "[Some polls in the north] <show> {that the truce is popular}.",
        ),
        (
            "<According to> [the harbour office late today], {the bridge is closed}.",
            "<According to> [the harbour office] late today, {the bridge is closed}.",
        ),
        (
            "<Noting> {that the bridge was closed}, the envoy asked for a ferry.",
            "<Noting> {that the bridge was closed}, [the envoy] asked for a ferry.",
        ),
        (
            "[Varga, whose old party] won the vote, <denied> {the charge}.",
            "[Varga], whose old party won the vote, <denied> {the charge}.",
        ),
        (
            "[The head of the town's] council <said> {the bridge was closed}.",
            "[The head of the town's council] <said> {the bridge was closed}.",
        ),
        (
            "<Asked> {whether the bridge was closed}, [Varga] said it was.",
            "<Asked> {whether the bridge was closed}, Varga said it was.",
        ),
        ("<It was said> {that the bridge was closed}.", "<It was said> {that the bridge was closed}."),
    ],
)
def test_what_breaks_off_is_completed(marked: str, expected: str) -> None:
    assert complete(marked) == expected


def test_no_phrase_is_followed_over_another_cue() -> None:
    marked = "[Varga] <said> {nobody knows the date of} the vote."
    assert complete(marked, ("vote",)) == marked
    assert complete(marked) == "[Varga] <said> {nobody knows the date of the vote}."


def test_of_two_sources_the_subject_stays() -> None:
    marked = "[The envoy] met the rebels and [Varga] <said> {that the bridge was closed}."
    assert complete(marked) == "The envoy met the rebels and [Varga] <said> {that the bridge was closed}."
