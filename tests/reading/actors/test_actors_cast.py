"""Who is meant by a stretch of text: descriptions, documents, pairs, pronouns; and what the cast adds."""

import pytest

from casting import cast_of, span_of, who

DESCRIBED = [
    # text, words, nth, name of the actor, kind, side
    # a description is never of another side, and asks for its own office
    (
        "Foreign Minister Reza Tavan left Tehran. The French foreign minister said the talks failed.",
        "The French foreign minister",
        0,
        "French foreign minister",
        "unnamed",
        "France",
    ),
    (
        "Foreign Minister Reza Tavan left. The Iranian foreign minister said more.",
        "The Iranian foreign minister",
        0,
        "Reza Tavan",
        "person",
        "Iran",
    ),
    (
        "UN chief Carlo Benti met the Iranian foreign minister. The Iranian foreign minister agreed.",
        "The Iranian foreign minister",
        0,
        "Iranian foreign minister",
        "unnamed",
        "Iran",
    ),
    ("US Vice President Dana Holt spoke. The president was silent.", "The president", 0, "president", "unnamed", None),
    (
        "Iraqi Prime Minister Tariq al-Obaidi left. The minister will return.",
        "The minister",
        0,
        "minister",
        "unnamed",
        None,
    ),
    # an office with its state may go before its holder's name
    (
        "The US secretary of state landed. US Secretary of State Adam Holt said so.",
        "The US secretary",
        0,
        "Adam Holt",
        "person",
        "US",
    ),
    (
        "Secretary of State Adam Holt said so. The US secretary of state said more.",
        "The US secretary of state",
        0,
        "Adam Holt",
        "person",
        "US",
    ),
    ("The US secretary of state said so.", "The US secretary", 0, "US secretary of state", "unnamed", "US"),
    # an adjective that two states share says of neither
    (
        "North Korea fired. The Korean government protested.",
        "Korean government",
        0,
        "Korean government",
        "organisation",
        None,
    ),
    (
        "Kinshasa waited. The Congolese government agreed.",
        "Congolese government",
        0,
        "Congolese government",
        "organisation",
        None,
    ),
    # a group with a noun that says what it is
    ("Hezbollah waited. The Hezbollah movement agreed.", "The Hezbollah movement", 0, "Hezbollah", "group", None),
    (
        "Taliban militants attacked. The Taliban denied it.",
        "Taliban militants",
        0,
        "Taliban militants",
        "group",
        "Taliban",
    ),
    # relative possessors
    (
        "The council, whose members met in Doha, agreed.",
        "whose members",
        0,
        "council's members",
        "group",
        None,
    ),
    ("The museum closed. A company bought it.", "The museum", 0, "museum", "organisation", None),
    (
        "Iraqi Prime Minister Tariq al-Obaidi left. The PM will return.",
        "The PM",
        0,
        "Tariq al-Obaidi",
        "person",
        "Iraq",
    ),
    (
        "Expert Nabil Kassem agreed. According to the expert, it may fail.",
        "the expert",
        0,
        "Nabil Kassem",
        "person",
        None,
    ),
    (
        "A senior Iraqi official told reporters so.",
        "A senior Iraqi official",
        0,
        "senior Iraqi official",
        "unnamed",
        "Iraq",
    ),
    ("A Pentagon official said so.", "A Pentagon official", 0, "Pentagon official", "unnamed", "US"),
    (
        "Eight Iraqi and American officials confirmed it. The sources said more.",
        "The sources",
        0,
        "Eight Iraqi and American officials",
        "unnamed",
        None,
    ),
    (
        "An official source in the ministry spoke. The sources said more.",
        "The sources",
        0,
        "official source",
        "unnamed",
        None,
    ),
    ("Some observers believe it.", "Some observers", 0, "Some observers", "unnamed", None),
    (
        "A number of Iraqi armed factions ended the truce.",
        "A number of Iraqi armed factions",
        0,
        "Iraqi armed factions",
        "group",
        "Iraq",
    ),
    (
        "Several members of opposition groups said so.",
        "Several members of opposition groups",
        0,
        "Several members of opposition groups",
        "group",
        None,
    ),
    ("Syrian police closed the road.", "Syrian police", 0, "Syrian police", "group", "Syria"),
    ("US forces left the town.", "US forces", 0, "US forces", "group", "US"),
    ("The Iraqi government met the French envoy.", "The Iraqi government", 0, "Iraq", "state", "Iraq"),
    ("Iraq met the press. The American side left. The US agreed.", "The American side", 0, "US", "state", "US"),
    ("Norway signed. The government will pay.", "The government", 0, "Norway", "state", "Norway"),
    (
        "The interior ministry denied it. The ministry said more.",
        "The ministry",
        0,
        "interior ministry",
        "organisation",
        None,
    ),
    ("A White House statement praised it.", "A White House statement", 0, "White House", "organisation", "US"),
    (
        "The White House issued a text. A statement from the Kremlin said no.",
        "A statement from the Kremlin",
        0,
        "Kremlin",
        "organisation",
        "Russia",
    ),
    (
        "A White House statement praised it. The statement named nobody.",
        "The statement",
        0,
        "White House",
        "organisation",
        "US",
    ),
    (
        "The Oil Ministry announced a plan. The statement said it would cost little.",
        "The statement",
        0,
        "Oil Ministry",
        "organisation",
        None,
    ),
    ("The Kremlin said in a statement that it was sad.", "a statement", 0, "Kremlin", "organisation", "Russia"),
    ("A report was published.", "A report", 0, "report", "unnamed", None),
    (
        "Iran-backed armed groups attacked the base.",
        "Iran-backed armed groups",
        0,
        "Iran-backed armed groups",
        "group",
        None,
    ),
    (
        "Syrian army and opposition sources said so.",
        "Syrian army and opposition sources",
        0,
        "opposition sources",
        "unnamed",
        None,
    ),
    ("Omar Tellawi, who resigned, left.", "who", 0, "Omar Tellawi", "person", None),
    ("Officials in Baghdad said so.", "Officials", 0, "Officials", "unnamed", None),
    ("Lawmakers from Norway said so.", "Lawmakers", 0, "Lawmakers", "unnamed", "Norway"),
    (
        "Prime Minister Omar Tellawi left. A statement from his office gave no reason.",
        "his office",
        0,
        "Omar Tellawi's office",
        "organisation",
        None,
    ),
    (
        "Prime Minister Omar Tellawi left. Tellawi's office gave no reason.",
        "Tellawi's office",
        0,
        "Omar Tellawi's office",
        "organisation",
        None,
    ),
    (
        "The office of Minister Reza Tavan spoke.\n\nPrime Minister Omar Tellawi left. His office gave no reason.",
        "His office",
        0,
        "Omar Tellawi's office",
        "organisation",
        None,
    ),
    (
        "The office of Minister Reza Tavan spoke. Minister Omar Tellawi left.",
        "office",
        0,
        "Reza Tavan's office",
        "organisation",
        None,
    ),
    (
        "Norway president says talks go on\n\nPresident Dana Holt of Norway said on Monday that talks will go on.",
        "Norway president",
        0,
        "Dana Holt",
        "person",
        "Norway",
    ),
    (
        "An Iraqi official spoke. The Turkish official left.",
        "The Turkish official",
        0,
        "Turkish official",
        "unnamed",
        "Turkey",
    ),
    ("Minister Omar Tellawi left. His minister resigned.", "minister", 0, "Omar Tellawi's minister", "unnamed", None),
    ("He died in Norway.", "Norway", 0, "Norway", "state", "Norway"),
    (
        "The Reagan administration left. The Clinton administration came.",
        "The Clinton administration",
        0,
        "Clinton administration",
        "organisation",
        None,
    ),
    ("Norway waited. He died in Norway.", "Norway", 1, "Norway", "state", "Norway"),
    ("Drones hit Mosul.", "Mosul", 0, "Mosul", "unnamed", "Iraq"),
    ("Planes flew over Norway.", "Norway", 0, "Norway", "state", "Norway"),
    ("The ships of Norway sailed. Norwegian ships sailed.", "Norwegian", 0, "Norway", "state", "Norway"),
    (
        "Diplomat Omar Tellawi and diplomat Sami Nasr spoke. Another diplomat left.",
        "Another diplomat",
        0,
        "Another diplomat",
        "unnamed",
        None,
    ),
    ("Norwegian dockers walked out.", "Norwegian dockers", 0, "Norwegian dockers", "group", "Norway"),
    ("U.S. quaymen and pilots walked out.", "U.S. quaymen", 0, "U.S. quaymen", "group", "US"),
    ("Danish peatworkers walked out.", "Danish peatworkers", 0, "Danish peatworkers", "group", "Denmark"),
]


@pytest.mark.parametrize(
    ("text", "words", "nth", "name", "kind", "side"), DESCRIBED, ids=[f"{w}: {n}" for _, w, _, n, _, _ in DESCRIBED]
)
def test_descriptions(text: str, words: str, nth: int, name: str, kind: str, side: str | None) -> None:
    """A description means somebody told of before, or is an actor of its own."""
    actor = who(text, words, nth)
    assert (actor.name, actor.kind, actor.side) == (name, kind, side)


PRONOUNS = [
    # text, pronoun, nth, who is meant (None: open)
    ("Minister Omar Tellawi said he would resign.", "he", 0, "Omar Tellawi"),
    ("Senator Julia Vossberg met Senator Peter Holloway. She thanked him.", "She", 0, "Julia Vossberg"),
    ("Senator Julia Vossberg met Senator Peter Holloway. She thanked him.", "him", 0, "Peter Holloway"),
    ("Iran said it would answer.", "it", 0, "Iran"),
    (
        "Mark Lane came. Paul Hart said no. Mark Lane met Paul Hart in Rome, or so he said.",
        "he",
        0,
        "Paul Hart",
    ),
    ("Hezbollah fired rockets. It vowed to go on.", "It", 0, "Hezbollah"),
    ("Norway agreed. It is raining.", "It", 0, None),
    ("Lawmakers walked out. They refused to vote.", "They", 0, "Lawmakers"),
    ("Paul Hart met Mark Lane. He was tired.", "He", 0, "Paul Hart"),
    ("Paul Hart was there, and Mark Lane was there. Nobody knew him.", "him", 0, None),
    ("Minister Omar Tellawi spoke. “He is a liar,” Sami Nasr said.", "He", 0, None),
    ("The BBC said the group was linked to the network, which itself denied it.", "itself", 0, None),
    ("Omar Tellawi hurt himself.", "himself", 0, "Omar Tellawi"),
    ("Yesterday it rained.", "it", 0, None),
    ("The statement made it possible.", "it", 0, None),
    ("A statement was read. He smiled.", "He", 0, None),
]


@pytest.mark.parametrize(("text", "word", "nth", "name"), PRONOUNS, ids=[f"{t} ({w})" for t, w, _, _ in PRONOUNS])
def test_pronouns(text: str, word: str, nth: int, name: str | None) -> None:
    """A pronoun goes to whom the text settles, by number, gender, nearness and part in the sentence; else to nobody."""
    parsed, cast = cast_of(text)
    span = span_of(parsed, word, nth)
    id_ = cast.actor_at(span.start_char, span.end_char)
    assert (cast.named(id_).name if id_ is not None else None) == name


PAIRS = [
    ("Iraq and the United States will meet. Both countries want a deal.", "Both countries", {"Iraq", "US"}),
    ("Iraq and the United States will meet. The two sides want a deal.", "The two sides", {"Iraq", "US"}),
    ("Iran spoke first. Turkey answered. The two countries share a border.", "The two countries", {"Iran", "Turkey"}),
    (
        "Iran spoke. Turkey answered. Oman listened. The two countries share a border.",
        "The two countries",
        {"two countries"},
    ),
    (
        "President Omar Tellawi and President Sami Nasr met. The two leaders shook hands.",
        "The two leaders",
        {"Omar Tellawi", "Sami Nasr"},
    ),
    ("The two leaders shook hands.", "The two leaders", {"two leaders"}),
    ("Iraq and the US signed.", "Iraq and the US", {"Iraq", "US"}),
    ("Iraqi and Turkish officials met. Iraq and Turkey will trade.", "Iraq and Turkey", {"Iraq", "Turkey"}),
    ("Norway and Sweden met. They will trade.", "They", {"Norway", "Sweden"}),
    (
        "The US answered. Iran waited. Talks between US and Iranian officials began in spring. They agreed on a plan.",
        "They",
        {"US", "Iran"},
    ),
    ("Norway asked for help.", "Norway", {"Norway"}),
    (
        "The foreign ministers of Norway, Sweden and Oman objected.",
        "foreign ministers of Norway, Sweden and Oman",
        {"foreign minister of Norway", "foreign minister of Sweden", "foreign minister of Oman"},
    ),
    (
        "Senior Turkish and Iraqi officials objected.",
        "Senior Turkish and Iraqi officials",
        {"Senior Turkish officials", "Senior Iraqi officials"},
    ),
    ("Officials from Norway and Oman objected.", "Officials", {"Officials from Norway", "Officials from Oman"}),
    ("Iraq signed in Muscat, Oman. The two sides had met in Oman.", "The two sides", {"two sides"}),
    (
        "Foreign Ministers of Jordan, Egypt and Iraq met in Oslo. The Ministers agreed.",
        "The Ministers",
        {"Foreign Minister of Jordan", "Foreign Minister of Egypt", "Foreign Minister of Iraq"},
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), PAIRS, ids=[f"{w}: {sorted(n)}" for _, w, n in PAIRS])
def test_who_together(text: str, words: str, names: set[str]) -> None:
    """Joined names and "the two sides" give each actor; where it is not settled which two, the phrase is one actor."""
    parsed, cast = cast_of(text)
    assert {cast.named(id_).name for id_ in cast.actors_for(span_of(parsed, words))} == names


def test_what_can_act() -> None:
    """Deeds and things are no actors, though actors stand in them."""
    parsed, cast = cast_of("Attacks by armed groups on US forces went on. The Kremlin and several diplomats objected.")
    assert not cast.can_act(span_of(parsed, "Attacks by armed groups on US forces"))
    assert cast.can_act(span_of(parsed, "armed groups"))
    assert cast.can_act(span_of(parsed, "The Kremlin"))
    assert cast.can_act(span_of(parsed, "several diplomats"))


def test_a_place_s_name_does_not_act() -> None:
    """A bank in the sea is no bank, though its last word is one for bodies."""
    parsed, cast = cast_of("The ship sank at the Skarv Bank. A storm hit the Skarv Bank.")
    assert not cast.can_act(span_of(parsed, "the Skarv Bank", 1))
    assert cast.actors() == ()


def test_a_mark_is_no_actor() -> None:
    """Where a stretch is led by a mark, the word beside it is asked for."""
    parsed, cast = cast_of("Rain - fell.")
    assert cast.named(cast.actor_for(span_of(parsed, "Rain -"))).name == "Rain"


def test_described_actors_are_there_once_asked_for() -> None:
    """Named actors are always listed; a described one is where a step has asked for it; asking for its kind is not asking for it."""
    parsed, cast = cast_of("Two diplomats met the Kremlin.")
    diplomats = span_of(parsed, "Two diplomats")
    assert cast.kind_at(diplomats.start_char, diplomats.end_char) == "unnamed"
    assert [a.name for a in cast.actors()] == ["Kremlin"]
    id_ = cast.actor_for(diplomats)
    assert [a.name for a in cast.actors()] == ["Two diplomats", "Kremlin"]
    assert cast.actor_at(diplomats.start_char, diplomats.end_char) == id_


def test_bodies_of_one_owner_are_one() -> None:
    """Whether the owner stands there with office and full name, by the last name or as a pronoun."""
    text = "Minister Omar Tellawi left. Minister Omar Tellawi's office spoke. Tellawi's office left. His office closed."
    parsed, cast = cast_of(text)
    words = ("Minister Omar Tellawi's office", "Tellawi's office left", "His office")
    spans = [span_of(parsed, some.removesuffix(" left"), int(some.endswith(" left"))) for some in words]
    assert len({cast.actor_for(span) for span in spans}) == 1


def test_a_dateline_is_no_party() -> None:
    """The model takes the town before the dash for the first of those who act."""
    text = "DUBAI (Reuters) - President Dana Holt and Minister Omar Tellawi on Thursday agreed on new talks."
    parsed, cast = cast_of(text)
    verb = next(token for token in parsed.doc if token.text == "agreed")
    subject = next(token for token in verb.children if token.dep_ == "nsubj")
    named = {cast.named(id_).name for id_ in cast.actors_for(parsed.doc[subject.left_edge.i : verb.i])}
    assert named == {"Dana Holt", "Omar Tellawi"}


def test_asking_for_what_nobody_is() -> None:
    """A stretch that means nobody has no id, and no kind; asked for by force it becomes an unnamed actor, the same each time."""
    parsed, cast = cast_of("The rain fell. Norway waited.")
    rain = span_of(parsed, "The rain")
    assert cast.actor_at(rain.start_char, rain.end_char) is None
    assert cast.kind_at(rain.start_char, rain.end_char) is None
    assert cast.kind_at(3, 3) is None
    id_ = cast.actor_for(rain)
    assert cast.named(id_).kind == "unnamed"
    assert cast.actor_for(rain) == id_
    with pytest.raises(KeyError):
        cast.named("actor-of-another-article")


def test_empty_texts_have_no_cast() -> None:
    """No text, no actors."""
    for text in ("", "  \n ", "..."):
        parsed, cast = cast_of(text)
        assert cast.actors() == ()
        assert cast.actor_at(0, 0) is None
        assert parsed.text == text
