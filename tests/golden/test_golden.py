"""The readings of the example pages, as they were last reviewed."""

from pathlib import Path

import pytest

from golden.make import FOLDER, golden
from pages_of_examples import EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_reading_is_the_one_reviewed(path: Path) -> None:
    assert golden(path) == (FOLDER / f"{path.name}.txt").read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert sorted(p.name for p in FOLDER.iterdir()) == [f"{p.name}.txt" for p in EXAMPLES]
