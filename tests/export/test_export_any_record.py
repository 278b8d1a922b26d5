"""No reading makes a question raise, and every row is plain data, whatever stands in the record."""

import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import views
from dateline.codec import dumps
from dateline.export import dossier
from dateline.linking import link
from dateline.model import Reading
from html_tree import Tree
from strategies import readings

ON = date(2031, 9, 1)


@given(st.lists(readings(), max_size=2))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_record_answers_every_question_and_makes_a_dossier(found: list[Reading]) -> None:
    record = link(found)
    rows = (
        *views.stories(record),
        *views.timeline(record, limit=3),
        *views.commitments(record, on=ON),
        *views.attributions(record),
        *views.positions(record),
        *views.conflicts(record),
        *views.actors(record),
        *views.quantities(record),
        *(row for article in record.readings for row in views.show(record, article, on=ON)),
    )
    for row in rows:
        json.loads(dumps(views.to_plain(row)).encode())
    if record.readings:
        page = dossier(record, on=ON)
        tree = Tree(page)
        assert page.encode()
        assert len(tree.ids) == len(set(tree.ids))
        assert {link.removeprefix("#") for link in tree.links if link.startswith("#")} <= set(tree.ids)
        assert tree.tags["script"] == 1
