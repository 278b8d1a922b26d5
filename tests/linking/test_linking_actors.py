"""Who is who over articles: several spellings of one, and namesakes apart."""

from collections.abc import Sequence

from dateline.linking import link
from dateline.model import Correction, LinkedActor, Reading, Record
from fictional import Told

FERRY = (
    "The harbour council of Eastmere debated the dredging of the ferry channel with the pilots' guild, the salvage "
    "insurers and the lighthouse keepers. The dredging tender, the channel buoys and the ferry subsidies stay disputed."
)
OPERA = (
    " The opera season opened with a tenor, two sopranos and a rebuilt orchestra pit; the libretto was sung in verse, "
    "and the balcony applauded the scenery, the costumes and the conductor's encore."
)
QUARRY = (
    " The quarry's bankruptcy trustees audited marble invoices, a forged ledger and unpaid excavator leases, while "
    "creditors petitioned the magistrate for a receivership and the auction of granite."
)
ORCHARD = (
    " Frost ruined the apricot orchards; growers sprinkled blossoms, lit paraffin heaters and counted the pollination "
    "losses of beekeepers, nurseries and the jam cannery."
)


def linked(*told: Told, corrections: Sequence[Correction] = ()) -> Record:
    return link([t.reading() for t in told], (), corrections)


def who(record: Record, name: str) -> list[LinkedActor]:
    return [a for a in record.actors if name in a.names]


def test_spellings_of_a_full_name_are_one_actor_and_why_says_so() -> None:
    one = Told("Minister Mohammed Tariq al-Dulaymi spoke. Dulaymi left.").actor(
        "Mohammed Tariq al-Dulaymi", side="Kestria", roles=["Minister"], names=["Dulaymi"]
    )
    other = Told("Later Muhammad Tareq Al-Dulaimi came back.").actor("Muhammad Tareq Al-Dulaimi", side="Kestria")
    record = linked(one, other)
    (actor,) = record.actors
    assert actor.names == ("Dulaymi", "Mohammed Tariq al-Dulaymi", "Muhammad Tareq Al-Dulaimi")
    assert actor.articles == tuple(sorted((one.id, other.id)))
    assert len(actor.members) == 2
    assert actor.side == "Kestria"
    assert actor.roles == ("Minister",)
    assert actor.why == ("“Mohammed Tariq al-Dulaymi” is spelled alike: “Muhammad Tareq Al-Dulaimi”",)


def test_a_middle_name_left_out_is_one_actor_but_not_where_two_fit() -> None:
    short = Told("Samir al-Hakimi spoke.").actor("Samir al-Hakimi")
    long = Told("Samir Jawad al-Hakimi spoke.").actor("Samir Jawad al-Hakimi")
    other = Told("Samir Yunus al-Hakimi spoke.").actor("Samir Yunus al-Hakimi")
    assert len(linked(short, long).actors) == 1
    assert len(linked(short, long, other).actors) == 3


def test_a_last_name_left_out_is_one_actor_where_side_and_role_say_so() -> None:
    """A father's or a mother's name behind the others, which most papers leave out."""

    def told(name: str, side: str | None, role: str) -> Told:
        return Told(f"{role} {name} spoke.").actor(name, side=side, roles=[role])

    short = told("Tesfa Bekalu", "Kestria", "Premier")
    assert len(linked(short, told("Tesfa Bekalu Worku", "Kestria", "Premier")).actors) == 1
    assert len(linked(short, told("Tesfa Bekalu Worku", None, "Premier")).actors) == 2
    assert len(linked(short, told("Tesfa Bekalu Worku", "Kestria", "sprinter")).actors) == 2
    two = told("Tesfa Bekalu Worku", "Kestria", "Premier"), told("Tesfa Bekalu Alemu", "Kestria", "Premier")
    assert len(linked(short, *two).actors) == 3


def test_a_slip_behind_a_name_does_not_part_the_other_forms_of_it() -> None:
    names = ("Tesfa Bekalu", "Tesfa Amare Bekalu", "Tesfa Bekalu Fighting")
    told = [Told(f"Premier {name} spoke.").actor(name, side="Kestria", roles=["Premier"]) for name in names]
    assert sorted(len(actor.members) for actor in linked(*told).actors) == [1, 2]


def test_namesakes_on_other_sides_with_other_roles_stay_apart() -> None:
    singer = Told("The singer Ada Holm of Norlandia." + OPERA).actor("Ada Holm", side="Norlandia", roles=["singer"])
    judge = Told("The judge Ada Holm of Sudmark." + QUARRY).actor("Ada Holm", side="Sudmark", roles=["judge"])
    again = Told("High judge Ada Holm, exiled.").actor("Ada Holm", side="Westbay", roles=["High judge"])
    unsided = Told("Ada Holm was there.").actor("Ada Holm")
    assert len(linked(singer, judge).actors) == 2
    assert len(linked(judge, again).actors) == 1
    assert len(linked(singer, unsided).actors) == 1
    assert len(linked(unsided).actors) == 1


def test_names_alike_on_other_sides_need_a_role_or_story_in_common() -> None:
    one = Told("Ada Holm of Norlandia." + OPERA).actor("Ada Holm", side="Norlandia", roles=["singer"])
    other = Told("Ada Hollm of Sudmark." + QUARRY).actor("Ada Hollm", side="Sudmark", roles=["judge"])
    same = Told("Singer Ada Hollm, Sudmark.").actor("Ada Hollm", side="Sudmark", roles=["singer"])
    assert len(linked(one, other).actors) == 2
    assert len(linked(one, same).actors) == 1


def test_a_group_and_its_namesake_of_another_side_are_two() -> None:
    one = Told("The Norlandian Harvest Guard marched.").actor("Norlandian Harvest Guard", "group", side="Norlandia")
    two = Told("The Sudmark Harvest Guard Brigades marched.").actor(
        "Sudmark Harvest Guard Brigades", "group", side="Sudmark"
    )
    bare = Told("The Harvest Guard marched.").actor("Harvest Guard", "group", side="Norlandia")
    record = linked(one, two, bare)
    assert [len(a.articles) for a in record.actors] == [1, 1, 1]  # common words: only equal names are one


def test_a_side_named_in_the_name_is_no_other_group() -> None:
    one = Told("The Norlandian Zephyrim marched.").actor("Norlandian Zephyrim", "group", side="Norlandia")
    bare = Told("Zephyrim marched.").actor("Zephyrim", "group", side="Norlandia")
    other = Told("The Sudmark Zephyrim Brigades marched.").actor("Sudmark Zephyrim Brigades", "group", side="Sudmark")
    record = linked(one, bare, other)
    assert len(record.actors) == 2
    assert who(record, "Zephyrim") == who(record, "Norlandian Zephyrim")
    assert "with its side named" in who(record, "Zephyrim")[0].why[0]


def test_a_ministry_is_one_with_its_own_sides_only() -> None:
    told = [
        Told(f"The Foreign Ministry of {side}, day {k}.").actor("Foreign Ministry", "organisation", side=side)
        for k, side in enumerate(("Norlandia", "Sudmark", "Norlandia"))
    ]
    unsided = Told("The Foreign Ministry spoke.").actor("Foreign Ministry", "organisation")
    record = linked(*told, unsided)
    assert sorted(len(a.articles) for a in record.actors) == [1, 1, 2]


def test_an_unsided_ministry_belongs_to_the_one_of_its_story() -> None:
    told = Told(f"{FERRY} The Foreign Ministry agreed.", "Ferry channel").actor(
        "Foreign Ministry", "organisation", side="Norlandia"
    )
    unsided = Told(f"{FERRY} So said the Foreign Ministry again.", "Ferry channel again").actor(
        "Foreign Ministry", "organisation"
    )
    record = linked(told, unsided)
    assert len(record.stories) == 1
    assert len(record.actors) == 1


def test_letters_of_a_state_are_its_name_inside_a_bodys_name() -> None:
    long = Told("The United States Quibble Alliance left.").actor(
        "United States Quibble Alliance", "organisation", side="US"
    )
    short = Told("The U.S. Quibble Alliance left.").actor("U.S. Quibble Alliance", "organisation", side="US")
    letters = Told("The USQA left.").actor("USQA", "organisation", side="US")
    other = Told("The UK Quibble Alliance left.").actor("UK Quibble Alliance", "organisation", side="UK")
    assert len(linked(long, short, letters, other).actors) == 2


def test_acronyms_are_one_with_the_name_where_side_or_article_says_so() -> None:
    long = Told("The Kestrian Fisheries Office warned.").actor(
        "Kestrian Fisheries Office", "organisation", side="Kestria"
    )
    short = Told("KFO warned.").actor("KFO", "organisation", side="Kestria")
    nowhere = Told("KFO sang.").actor("KFO", "organisation")
    both = Told("The Kestrian Fisheries Office (KFO) rose.").actor(
        "Kestrian Fisheries Office", "organisation", names=["KFO"]
    )
    assert len(linked(long, short).actors) == 1
    assert len(linked(long, nowhere).actors) == 2
    assert len(linked(both, nowhere).actors) == 1
    assert who(linked(both, nowhere), "KFO")[0].why


def test_transliterated_groups_are_one_unless_sides_differ() -> None:
    one = Told("Harakat al-Zuhur said.").actor("Harakat al-Zuhur", "group", side="Kestria")
    two = Told("Harakat az-Zuhour said.").actor("Harakat az-Zuhour", "group", side="Kestria")
    far = Told("Harakat al-Zohur said.").actor("Harakat al-Zohur", "group", side="Sudmark")
    assert len(linked(one, two).actors) == 1
    assert len(linked(one, far).actors) == 2


def test_every_letter_of_a_word_of_capitals_counts() -> None:
    one, two = Told("KESTRIA won.").actor("KESTRIA", "group"), Told("KESTRI lost.").actor("KESTRI", "group")
    assert len(linked(one, two).actors) == 2


def test_unlike_bodies_of_one_word_in_common_are_two() -> None:
    one = Told("Zephyrim Harvest rose.").actor("Zephyrim Harvest", "group")
    two = Told("Zephyrim League fell.").actor("Zephyrim League", "group")
    nothing = Told("The Of And sang.").actor("The Of And", "group")
    assert len(linked(one, two, nothing).actors) == 3


def test_numbers_tell_bodies_apart() -> None:
    one = Told("Zentran Division 7 moved.").actor("Zentran Division 7", "group")
    two = Told("Zentran Division 9 moved.").actor("Zentran Division 9", "group")
    assert len(linked(one, two).actors) == 2


def test_unnamed_sources_and_descriptions_are_never_one_over_articles() -> None:
    told = [
        Told(f"An official said so, residents fled; {k}.")
        .actor("An official", "unnamed", side="Kestria")
        .actor("residents", "group")
        for k in range(2)
    ]
    assert len(linked(*told).actors) == 4


def test_states_are_one_by_name() -> None:
    told = [Told(f"Kestria agreed; {k}.").actor("Kestria", "state", side="Kestria") for k in range(3)]
    (actor,) = linked(*told).actors
    assert len(actor.articles) == 3


def test_a_slip_in_the_kind_does_not_make_two_actors() -> None:
    told = [Told(f"Zephyr Daily asked; {k}.").actor("Zephyr Daily", "organisation") for k in range(2)]
    slip = Told("Zephyr Daily wrote.").actor("Zephyr Daily", "person")
    (actor,) = linked(*told, slip).actors
    assert actor.kind == "organisation"


def story(ending: str, headline: str) -> Told:
    return Told(f"{FERRY} {ending}", headline)


def test_a_bare_surname_is_the_only_one_of_its_story() -> None:
    full = story("Governor Lena Marchetti agreed.", "Ferry channel").actor("Lena Marchetti")
    bare = story("Marchetti declined again.", "Ferry channel").actor("Marchetti")
    elsewhere = Told("The poet Marchetti died.").actor("Marchetti")
    record = linked(full, bare, elsewhere)
    assert sorted(len(a.articles) for a in record.actors) == [1, 2]
    assert who(record, "Lena Marchetti")[0].why == ("“Marchetti” is the only one of this surname in the story",)


def test_a_bare_surname_that_fits_two_of_the_story_fits_none() -> None:
    full = story("Lena Marchetti agreed.", "Ferry channel").actor("Lena Marchetti")
    other = story("Hugo Marchetti did not.", "Ferry channel").actor("Hugo Marchetti")
    bare = story("Marchetti declined.", "Ferry channel").actor("Marchetti")
    bare_too = story("Then Marchetti left.", "Ferry channel").actor("Marchetti")
    record = linked(full, other, bare, bare_too)
    assert sorted(len(a.articles) for a in record.actors) == [1, 1, 2]


def test_a_bare_surname_outside_a_story_needs_side_and_role() -> None:
    full = Told("President Lena Marchetti of Kestria." + OPERA).actor(
        "Lena Marchetti", side="Kestria", roles=["President"]
    )
    bare = Told("President Marchetti slept." + QUARRY).actor("Marchetti", side="Kestria", roles=["President"])
    bare_too = Told("In Kestria, President Marchetti ate." + ORCHARD).actor(
        "Marchetti", side="Kestria", roles=["President"]
    )
    other = Told("The gardener Marchetti.").actor("Marchetti", side="Kestria", roles=["gardener"])
    assert sorted(len(a.articles) for a in linked(full, bare, other).actors) == [1, 2]
    assert sorted(len(a.articles) for a in linked(bare, bare_too, other).actors) == [1, 2]


def test_the_name_is_the_one_used_most_without_a_word_of_a_title() -> None:
    told = [
        Told(f"{name}; {k}.").actor(name)
        for k, name in enumerate(("Minister Ada Holm", "Ada Holm", "Minister Ada Holm"))
    ]
    (actor,) = linked(*told).actors
    assert actor.name == "Ada Holm"


def test_a_correction_joins_and_parts() -> None:
    one = Told("Ada Holm sang.").actor("Ada Holm")
    two = Told("The Nightingale sang.").actor("Nightingale")
    three = Told("Ada Holm judged.").actor("Ada Holm")
    plain = linked(one, two, three)
    assert sorted(len(a.articles) for a in plain.actors) == [1, 2]
    same = Correction(kind="same_actor", targets=tuple(a.id for a in plain.actors))
    assert [len(a.articles) for a in linked(one, two, three, corrections=[same]).actors] == [3]
    assert "a correction says so" in linked(one, two, three, corrections=[same]).actors[0].why
    apart = Correction(kind="not_same_actor", targets=(one.actors[0].id, three.actors[0].id))
    assert [len(a.articles) for a in linked(one, two, three, corrections=[apart]).actors] == [1, 1, 1]
    unknown = Correction(kind="same_actor", targets=("who-0", one.actors[0].id))
    assert linked(one, two, corrections=[unknown]) == linked(one, two)


def test_an_actor_can_be_hidden_by_any_of_its_ids() -> None:
    one, two = Told("Ada Holm sang.").actor("Ada Holm"), Told("Ada Holm judged.").actor("Ada Holm")
    for target in (linked(one, two).actors[0].id, one.actors[0].id, two.actors[0].id):
        assert linked(one, two, corrections=[Correction(kind="hide", targets=(target,))]).actors == ()


def test_common_surnames_do_not_slow_it_down_nor_join() -> None:
    readings: list[Reading] = [
        Told(f"{a}{b} Lund spoke.").actor(f"{a}{b} Lund").reading()
        for a in ("Bra", "Kro", "Mil", "Nev", "Pul", "Ste", "Tam", "Vix", "Zor", "Gwy")
        for b in ("dag", "fen", "gol", "hup", "kim", "lot", "mar")
    ]
    assert len(link(readings).actors) == 70


def test_common_nouns_name_one_organisation_in_a_story_and_none_beyond() -> None:
    board = "joint dredging board"
    one = story(f"The {board} met.", "Ferry channel").actor(board, "organisation")
    two = story(f"A {board} will meet.", "Ferry channel").actor(board, "organisation")
    far = Told(f"A {board} went to the theatre." + OPERA, "Opera").actor(board, "organisation")
    record = linked(one, two, far)
    assert sorted(len(a.articles) for a in record.actors) == [1, 2]
    assert f"“{board}” has the same name in the story" in record.actors[0].why
    named = story("The Joint Dredging Board itself.", "Ferry channel").actor("Joint Dredging Board", "organisation")
    assert [len(a.articles) for a in linked(one, two, named).actors] == [3]
    both = story(f"One {board}; another {board} too.", "Ferry channel").actor(board, "organisation")
    both.actor(board, "organisation", mention=f"{board} too")
    assert len(linked(one, both).actors) == 3
    crowd = [story(f"The pilots {k} left.", "Ferry channel").actor("pilots", "group") for k in ("all", "soon")]
    assert len(linked(*crowd).actors) == 2


def test_one_word_may_mean_any_body_whose_name_ends_in_it() -> None:
    told = [
        story(f"The ministry {did}.", "Ferry channel").actor("ministry", "organisation") for did in ("paid", "sued")
    ]
    assert len(linked(*told).actors) == 1
    full = story("The Harbour Ministry came.", "Ferry channel").actor(
        "Harbour Ministry", "organisation", side="Kestria"
    )
    assert len(linked(*told, full).actors) == 3
    sided = [
        story(f"The {side} side's ministry.", "Ferry channel").actor("ministry", "organisation", side=side)
        for side in ("Kestria", "Sudmark")
    ]
    assert len(linked(*sided).actors) == 2


def test_the_only_bearer_of_a_surname_on_a_side_is_meant_by_it() -> None:
    full = Told("Lena Marchetti of Kestria." + OPERA).actor("Lena Marchetti", side="Kestria", roles=["President"])
    bare = Told("Marchetti slept." + QUARRY).actor("Marchetti", side="Kestria")
    record = linked(full, bare)
    assert [a.name for a in record.actors] == ["Lena Marchetti"]
    assert record.actors[0].why == ("“Marchetti” is of the same side as the only one of this surname",)
    other = Told("Hugo Marchetti of Kestria." + ORCHARD).actor("Hugo Marchetti", side="Kestria")
    assert len(linked(full, bare, other).actors) == 3
    assert len(linked(full, Told("Marchetti ran." + QUARRY).actor("Marchetti", side="Sudmark")).actors) == 2
    assert len(linked(full, Told("Marchetti ran." + QUARRY).actor("Marchetti")).actors) == 2


def test_of_two_bearers_in_the_story_the_side_tells_which() -> None:
    lena = story("Lena Marchetti agreed.", "Ferry channel").actor("Lena Marchetti", side="Kestria")
    hugo = story("Hugo Marchetti did not.", "Ferry channel").actor("Hugo Marchetti", side="Sudmark")
    bare = story("Marchetti declined.", "Ferry channel").actor("Marchetti", side="Sudmark")
    record = linked(lena, hugo, bare)
    assert len(who(record, "Hugo Marchetti")[0].articles) == 2
    assert "surname and side" in who(record, "Hugo Marchetti")[0].why[0]


def test_a_title_glued_to_a_name_is_no_part_of_it() -> None:
    full = Told("Lena Marchetti of Kestria." + OPERA).actor("Lena Marchetti", side="Kestria")
    glued = Told("Presidents Lena Marchetti and others." + QUARRY).actor("Presidents Lena Marchetti", side="Kestria")
    bare = Told("Presidents Marchetti and others." + ORCHARD).actor("Presidents Marchetti", side="Kestria")
    (actor,) = linked(full, glued, bare).actors
    assert actor.name == "Lena Marchetti"
    assert len(actor.articles) == 3
