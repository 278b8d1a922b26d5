"""The language of the lexicon's forms: what cannot be read is refused when it is loaded."""

import pytest

from dateline import read_text
from dateline.reading.times.patterns import grammar


@pytest.mark.parametrize("form", ["(day", "day)", "name=", "NOSUCHCLASS", "day = day"])
def test_a_form_that_cannot_be_read_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r"form|bracket|follows|class"):
        grammar()._compile(form)


def test_a_form_reads_as_written() -> None:
    assert len(grammar().forms) > 50
    assert all(form.meaning for form in grammar().forms)


def test_the_end_of_a_half_has_no_days() -> None:
    found = read_text("Lind scored at the end of the half.", "2025-06-17")
    assert all("half" not in time.anchor.quote for time in found.times)
