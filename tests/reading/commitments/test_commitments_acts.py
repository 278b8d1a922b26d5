"""Acts by which somebody in power binds himself from then on, votes and orders, and words given that are told by a noun."""

import pytest

from dateline import read_text
from dateline.model import Reading

PUBLISHED = "2021-03-10"  # a Wednesday

Row = tuple[str, str, tuple[str, ...]]


def rows(reading: Reading) -> list[Row]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [(c.kind, c.status, tuple(names[p] for p in c.parties)) for c in reading.commitments]


ACTS: dict[str, Row] = {
    # measures that hold from then on
    "Norway announced a complete withdrawal from the province on Sunday.": ("pledge", "announced", ("Norway",)),
    "Sweden announced its withdrawal from the capital.": ("pledge", "announced", ("Sweden",)),
    "Canada has announced new sanctions against Belarus.": ("pledge", "announced", ("Canada",)),
    "Canada announced a new round of sanctions on Belarus.": ("pledge", "announced", ("Canada",)),
    "Poland announced the closure of two border crossings.": ("pledge", "announced", ("Poland",)),
    "The European Union lifted sanctions on Cuban ports on Friday.": ("agreement", "ended", ("European Union",)),
    "Jordan lifted the ban on poultry imports.": ("pledge", "ended", ("Jordan",)),
    "Turkey banned the airline from flying over its territory.": ("pledge", "announced", ("Turkey",)),
    "Nigeria imposed a curfew in the northern city of Kano.": ("pledge", "announced", ("Nigeria",)),
    "The Senate approved the deployment of 400 soldiers to Mali.": ("agreement", "agreed", ("Senate",)),
    # what is weighed is proposed
    "Canada is considering sending troops to Haiti.": ("pledge", "proposed", ("Canada",)),
    "Britain is weighing new sanctions on the regime.": ("threat", "proposed", ("UK",)),
    # words that are told by a noun
    "NATO reaffirmed its commitment to enforcing the arms embargo.": ("pledge", "ongoing", ("NATO",)),
    "The minister underlined Iran's resolve to expand trade.": ("pledge", "announced", ("Iran",)),
    "Oman repeated its offer to host talks.": ("pledge", "ongoing", ("Oman",)),
    "Diplomats welcomed Qatar's proposal to hold a conference in Doha.": ("pledge", "proposed", ("Qatar",)),
    "Kenya welcomed Oman's offer to mediate.": ("pledge", "announced", ("Oman",)),
    "The European Union reiterated its commitment to a two-state solution.": ("pledge", "ongoing", ("European Union",)),
    "Turkey renewed its pledge to keep the strait open.": ("pledge", "ongoing", ("Turkey",)),
    # votes and orders
    "The Senate voted for a bill to cut aid to Egypt.": ("agreement", "agreed", ("Senate",)),
    "The House voted 243-174 to pass a bill to ban the sale of jets.": ("agreement", "agreed", ("House",)),
    "On Wednesday, the top UN court ordered Kenya to ease the blockade.": ("agreement", "announced", ("Kenya",)),
    # pacts that are being left, that still hold, whose observance is halted
    "Washington is pulling out of the treaty.": ("pledge", "announced", ("US",)),
    "Peru and Chile signed a border treaty in 1929 that remains in force.": ("agreement", "ongoing", ("Peru", "Chile")),
    "Moscow suspended its compliance with the treaty.": ("agreement", "postponed", ("Russia",)),
    "The Security Council extended the mission in Sudan by 90 days.": (
        "agreement",
        "agreed",
        ("Security Council",),
    ),
    "The Security Council is considering a draft resolution that calls for an arms embargo.": (
        "agreement",
        "proposed",
        ("Security Council",),
    ),
    # offers, proposals, laws
    "Mexico offered asylum to the ousted president.": ("pledge", "announced", ("Mexico",)),
    "Turkey proposed a no-fly zone over northern Syria.": ("pledge", "proposed", ("Turkey",)),
    "Russia put forward a proposal to place the weapons under international control.": (
        "pledge",
        "proposed",
        ("Russia",),
    ),
    "Ali Karim announced his candidacy for the presidency.": ("pledge", "announced", ("Ali Karim",)),
    "Barack Obama approved the sale of 36 jets to Qatar.": ("pledge", "announced", ("Barack Obama",)),
    "The rebels declared a unilateral ceasefire.": ("pledge", "announced", ("rebels",)),
    "Chad and Niger entered into an agreement on water.": ("agreement", "agreed", ("Chad", "Niger")),
    "The rebels withdrew an offer for the president to stay in the country.": ("pledge", "ended", ("rebels",)),
    "The spokesman said Iran is mulling plans to take the next step.": ("pledge", "proposed", ("Iran",)),
    "Kenya does not have any plans to leave the pact.": ("pledge", "announced", ("Kenya",)),
    "Iran declared its readiness for talks with Kuwait.": ("pledge", "announced", ("Iran",)),
    "Iran said its patience was over and announced a partial withdrawal from some parts of the plan.": (
        "pledge",
        "announced",
        ("Iran",),
    ),
    "The ceasefire remains in force.": ("agreement", "ongoing", ()),
    "Kenya and Uganda announced an agreement on water.": ("agreement", "agreed", ("Kenya", "Uganda")),
    "NATO announced its decision to extend its mission in Libya by 90 days.": ("agreement", "agreed", ("NATO",)),
    "Iran announced a partial withdrawal from some aspects of the pact.": ("agreement", "ended", ("Iran",)),
    "Kenya granted the airline permission to fly to Sudan.": ("pledge", "announced", ("Kenya",)),
    "Barack Obama invited them to open an office in Washington.": ("pledge", "announced", ("Barack Obama",)),
    "Tesco announced leaving its joint venture with China Resources.": ("pledge", "announced", ("Tesco",)),
    "Norway has started preparations to close its embassy.": ("pledge", "ongoing", ("Norway",)),
    "Under the pact, Kenya is permitted to keep 40 boats.": ("agreement", "agreed", ("Kenya",)),
    "The Taliban have rejected offers to hold direct talks with the government.": ("pledge", "denied", ("Taliban",)),
    "Kenya is discussing an arrangement that would allow Uganda to import oil.": ("agreement", "proposed", ("Kenya",)),
    "Critics spoke of Donald Trump's exit from the treaty.": ("agreement", "ended", ("Donald Trump",)),
    # days
    "Serbia set 12 May as the date of the election.": ("schedule", "announced", ("Serbia",)),
    "The talks could begin as early as Monday.": ("schedule", "announced", ()),
    "ECOWAS gave the junta seven days to hand back power or face force.": ("threat", "announced", ("ECOWAS",)),
    # fighting on
    "The rebels vowed to fight on until the capital falls.": ("threat", "announced", ("rebels",)),
}


@pytest.mark.parametrize(("text", "row"), ACTS.items(), ids=list(ACTS))
def test_what_an_act_undertakes(text: str, row: Row) -> None:
    assert rows(read_text(text, PUBLISHED)) == [row]


NOTHING = (
    "Norway announced a profit of 3 billion kroner.",
    "The police announced the arrest of two suspects.",
    "The crane lifted the ship off the rocks.",
    "Sanctions imposed by Norway have hurt ordinary people.",
    "Iran has suffered under the sanctions that the West imposed in 2012.",
    "The film was banned in Italy in 1976.",
    "The law bans companies from hiring children.",
    "The opposition demanded that the government lift the curfew.",
    "The government denied that it had imposed a curfew.",
    "Norway has not lifted the sanctions.",
    "He is known for his commitment to democracy.",
    "The charity praised her commitment to helping the poor.",
    "The talks could be difficult on Monday.",
    "Prices could rise next week.",
    "The Senate voted on Friday.",
    "Norway has already imposed a ban on the firm.",
    "If Britain's plan to end the war comes to fruition, its influence will grow.",
    "No wise man talks with a country that has reneged on all agreements.",
    "Iran and six powers signed the nuclear deal in July 2015.",
    "Guests were invited to open the gifts.",
    "The school granted him permission to leave early.",
    "The charity offered food to the homeless.",
    "The agency announced an increase in cases of cholera.",
    "His plan to escape failed.",
    "Rebels declared victory in Misrata.",
    "State television announced the death of the king.",
    "The court is considering the appeal.",
    "The customer ordered two coffees.",
    "Norway went home after a plan to build a wall.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_act(text: str) -> None:
    assert rows(read_text(text, PUBLISHED)) == []
