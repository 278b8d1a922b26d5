"""Who stands behind an undertaking: the body of an office, a union for its people, who is quoted, who met, whose draft it is."""

import pytest

from dateline import read_text

PUBLISHED = "2021-03-10"  # a Wednesday

PARTIES: dict[str, list[set[str]]] = {
    # the body of an office, as the words beside the name tell it
    '"We will be working on that," the EU\'s fisheries chief, Ann Lind said. The EU met.': [{"Ann Lind", "EU"}],
    "The European Union met. Ann Lind, the European commissioner for fisheries, spoke. "
    '"We will help Norway," Lind said.': [{"European Union"}],
    "Ann Lind, the governor of Ohio, ordered the port closed by May.": [{"Ann Lind", "Ohio"}],
    "Ann Lind, former governor of Ohio, ordered the port closed by May.": [{"Ann Lind"}],
    'The European Union met. Ann Lind, the European representative, spoke. "We will help Norway," Lind said.': [
        {"Ann Lind"}
    ],
    # a people that has a union
    "The EU talked to Norway. The Europeans will keep their commitment to the pact.": [{"EU"}],
    "The European Union talked to Norway. The Europeans will keep their commitment to the pact.": [{"European Union"}],
    "Norway waited. The Europeans will keep their commitment to the pact.": [{"Europeans"}],
    # who is quoted, not who quotes
    '"We will open the strait on Monday," the Torsa Gazette quoted Ann Lind as saying.': [{"Ann Lind"}],
    # "he" of nobody else is who says so, also where the parse lost the verb's subject
    "TORSA – Just two days after more than 23 million voters handed a second term to incumbent moderate President "
    "Rolf Holm, Secretary of State Peter Lind said he’ll talk with his Danish counterpart Ove Brun.": [{"Peter Lind"}],
    # whose meeting it was, who gave his word, who announced that a state left
    "At a meeting of the Fisheries Council on Monday, it was decided to build two harbours by May.": [
        {"Fisheries Council"}
    ],
    "A ten-day truce promised by the Taliban will begin on Friday night, an official said.": [{"Taliban"}],
    "President Ann Lind announced the U.S. withdrawal from the fishing treaty.": [{"Ann Lind", "US"}],
    "Danish minister Ove Brun announced the U.S. withdrawal from the fishing treaty.": [{"US"}],
    # the other side of a deal, at whichever noun the parse hangs it
    "Torsa Holding GmbH signed a memorandum of understanding with Danish Salt Company to study salt.": [
        {"Torsa Holding GmbH", "Danish Salt Company"}
    ],
    "The coalition reached an agreement on talks with Denmark.": [{"coalition"}],
    "A memorandum of understanding was signed to widen trade between Norway and Chad.": [{"Norway", "Chad"}],
    # whoever says "we agreed" agreed with those who agreed before
    'Norway and Chad agreed to exchange all prisoners. "We agreed to return 6,000 bodies," Norway\'s minister Ola Berg said.': [
        {"Norway", "Chad"},
        {"Norway", "Chad"},
    ],
    "Torsa Holding GmbH reached an agreement with the Taliban's envoys to sell salt.": [
        {"Torsa Holding GmbH", "Taliban"}
    ],
    "A cut in arms between Denmark, Norway and the Taliban will begin on Friday.": [{"Denmark", "Norway", "Taliban"}],
    # the home of those whose office only a state gives
    'OSLO – Ann Lind, an adviser to the president, spoke of Norway. "We will open the strait," Lind said.': [
        {"Norway"}
    ],
    'OSLO – Government spokesman Ove Brun spoke of Norway. "We will open the strait," Brun said.': [{"Norway"}],
    'OSLO – Ann Lind, an adviser to the union, spoke of Norway. "We will open the strait," Lind said.': [{"Ann Lind"}],
    "TORSA - New Zealand has signed an agreement with Norway.": [{"New Zealand", "Norway"}],
    # whose draft and whose deadline
    "Norway's draft on herring is ready. The draft would call for a ban, diplomats said.": [{"Norway"}],
    "Norway wants to leave. The original deadline was extended to May 20.": [{"Norway"}],
}


@pytest.mark.parametrize(("text", "expected"), PARTIES.items(), ids=list(PARTIES))
def test_who_stands_behind_it(text: str, expected: list[set[str]]) -> None:
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [{names[p] for p in found.parties} for found in reading.commitments] == expected


def test_an_article_of_quotes_keeps_its_speaker_behind_words_that_are_known_to_be_hers() -> None:
    text = (
        'Following are quotes from President Ann Lind\'s speech on Wednesday: "There is a plan," Ann Lind said.\n'
        '"They want the harbour.\nWe will keep the harbour open.\nNobody wants more."'
    )
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    [found] = reading.commitments
    assert "Ann Lind" in {names[p] for p in found.parties}
