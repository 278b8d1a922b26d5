"""What a page sets before a sentence is no part of it."""

import pytest

from dateline.model import Span
from dateline.views.stamps import after_stamp, is_caption, is_comment


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Page last updated at 07:02 GMT, Friday, 16 May 2031 The ferry sank.", "The ferry sank."),
        ("Page last updated at 07:02 GMT, Friday, 16 May 2031 08:02 UK The ferry sank.", "The ferry sank."),
        ("12 May 2031 Last updated at 20:01 GMT Help The ferry sank.", "The ferry sank."),
        ("EASTPORT | Fri May 2, 2031 7:50 pm EDT EASTPORT (Courier) - The ferry sank.", "The ferry sank."),
        ("2031 05 02 08:50 JST By Ada Holm and Karim Vaziri EASTPORT (Courier) - The ferry sank.", "The ferry sank."),
        ("EASTPORT -LRB- Courier -RRB- -- The ferry sank.", "The ferry sank."),
        ("Courier -RRB- - The ferry sank.", "The ferry sank."),
        ("The ferry sank at 09:30 GMT on 26 May 2031.", None),
        ("The pilots (all of them) - or so they say - are safe.", None),
        ("On 26 May 2031 at least two pilots drowned.", None),
        ("12 May 2031 20:01 GMT", None),
    ],
)
def test_lines_of_time_and_agency_are_left_out(line: str, rest: str | None) -> None:
    span = after_stamp(line, Span(0, len(line)))
    assert line[span.start : span.end] == (line if rest is None else rest)


@pytest.mark.parametrize(
    ("sentence", "caption"),
    [
        ("The ferry is seen leaving in this aerial photo taken on May 2.", True),
        ("A pilot waves from a boat, in an undated handout picture.", True),
        ("Ada Holm arrives in Eastport (file photo).", True),
        ("The ministry published a picture of the wreck on Monday.", False),
    ],
)
def test_captions(sentence: str, *, caption: bool) -> None:
    assert is_caption(sentence) == caption


@pytest.mark.parametrize(
    ("sentence", "comment"),
    [
        ("May 2, 2031 at 6:21 pm | No!", True),
        ("At 4:36 pm on 18 May 2031, ferryfan wrote: let them all sink.", True),
        ("The ferry sank on May 2, 2031 at 6:21 pm near Torsa.", False),
    ],
)
def test_comments(sentence: str, *, comment: bool) -> None:
    assert is_comment(sentence) == comment
