"""Copies, near copies, and an agency's text within a paper's own."""

from dateline.linking import CopyFinder, link
from dateline.linking.copies import find_origins, origin_of
from dateline.model import Reading
from fictional import Told

PROSE = (
    "harbour pilots counted ferries while the dredging barge waited near buoys that keepers painted green before dawn "
    "and insurers argued about salvage fees with every captain who had lost an anchor chain lantern or rudder in fog"
)
WORDS = PROSE.split()


def text(seed: int, length: int) -> str:
    """Made-up prose whose runs of words differ from seed to seed."""
    return " ".join(
        WORDS[(k * k * (seed + 3) + k * seed + k // 7) % len(WORDS)] + "abcdefgh"[(k * seed) % 8] for k in range(length)
    )


def readings(*texts: str) -> dict[str, Reading]:
    made = [Told(t, published=f"2031-05-{k + 1:02}").reading() for k, t in enumerate(texts)]
    return {r.article.id: r for r in made}


def test_a_stream_of_articles() -> None:
    finder = CopyFinder()
    first, near, other = (Told(t).reading().article for t in (text(1, 300), text(1, 290) + " so be it", text(2, 300)))
    assert finder.original(first) is None
    assert finder.original(first) == first.id
    assert finder.original(near) == first.id
    assert finder.original(other) is None


def test_short_articles_are_copies_only_where_most_runs_are_the_same() -> None:
    finder = CopyFinder()
    assert finder.original(Told(text(1, 40)).reading().article) is None
    assert finder.original(Told(text(1, 20) + " " + text(5, 20)).reading().article) is None
    assert finder.original(Told("Too short to tell.").reading().article) is None
    assert finder.original(Told("Too short to tell!").reading().article) is None
    assert finder.original(Told(text(1, 39) + " end").reading().article) == Told(text(1, 40)).id


def test_origins_hold_copies_and_excerpts_and_the_first_published_is_the_original() -> None:
    long, excerpt = text(1, 400), text(1, 150)
    known = readings(excerpt, long + " the end", long, text(2, 400))
    ids = list(known)
    origins, repeats = find_origins(known)
    assert [set(o.articles) for o in origins] == [set(ids[:3])]
    assert origins[0].articles == tuple(ids[:3])
    assert repeats == {ids[2]: ids[1]}
    assert origin_of(ids, origins) == {ids[0]: ids[0], ids[1]: ids[0], ids[2]: ids[0], ids[3]: ids[3]}


def test_a_record_says_what_a_near_copy_repeats() -> None:
    known = readings(text(1, 400), text(1, 400) + " the end")
    first, second = known
    record = link(list(known.values()))
    assert [r.article.duplicate_of for r in record.readings.values()].count(None) == 1
    assert record.readings[second].article.duplicate_of == first
    assert record.origins[0].articles == (first, second)


def test_many_copies_are_one_group() -> None:
    known = readings(*(text(1, 300) + " ending" * k for k in range(25)))
    origins, repeats = find_origins(known)
    assert len(origins[0].articles) == 25
    assert set(repeats.values()) == {next(iter(known))}
