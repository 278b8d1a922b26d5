"""Law 2: every step of cleaning keeps a map of offsets: any anchor leads back to the bytes of its page."""

import re

from dateline.model import OffsetMap, Piece, merged
from pages_of_examples import EXAMPLES, page, readings

PAGES = {path.name: page(path) for path in EXAMPLES}


def test_every_anchor_of_the_examples_leads_back_to_the_bytes_of_its_page() -> None:
    followed = 0
    for reading in readings():
        content = PAGES[reading.article.page.source].content
        for each in reading.anchors():
            found = reading.article.offsets.bytes_of(each.start, each.end)
            assert found is not None, each
            first, last = found
            assert 0 <= first < last <= len(content)
            word = max(re.findall(r"[A-Za-z0-9]+", each.quote), key=len).encode()
            assert word in content[first:last], (each, content[first:last])
            followed += 1
    assert followed > 300


def test_a_piece_of_other_length_leads_back_as_a_whole() -> None:
    offsets = OffsetMap((Piece(0, 4, 10, 4), Piece(4, 1, 14, 5), Piece(5, 3, 19, 3)))
    assert offsets.bytes_of(1, 3) == (11, 13)
    assert offsets.bytes_of(4, 5) == (14, 19)
    assert offsets.bytes_of(3, 6) == (13, 20)
    assert offsets.bytes_of(8, 9) is None


def test_neighbours_that_are_byte_for_byte_are_one_piece() -> None:
    pieces = [Piece(0, 4, 10, 4), Piece(4, 2, 14, 2), Piece(6, 1, 16, 2), Piece(7, 1, 18, 1)]
    assert merged(pieces) == OffsetMap((Piece(0, 6, 10, 6), Piece(6, 1, 16, 2), Piece(7, 1, 18, 1)))
