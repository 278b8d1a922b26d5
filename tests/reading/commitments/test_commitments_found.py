"""One sentence, published on Wednesday, 10 March 2021, and the commitments that it tells: kind, status, days, parties, words."""

import pytest

from dateline import read_text
from dateline.model import Commitment, Reading

PUBLISHED = "2021-03-10"

Row = tuple[str, str, str | None, tuple[str, ...], str]

CASES: dict[str, list[Row]] = {
    # -- agreements
    "Norway agreed to withdraw its patrols from the strait by June 2022.": [
        (
            "agreement",
            "agreed",
            "../2022-06-30",
            ("Norway",),
            "Norway agreed to withdraw its patrols from the strait by June 2022",
        ),
    ],
    "Norway and Denmark agreed on a joint patrol of the strait.": [
        (
            "agreement",
            "agreed",
            None,
            ("Norway", "Denmark"),
            "Norway and Denmark agreed on a joint patrol of the strait",
        ),
    ],
    "Ministers agreed that the bridge would be closed in May.": [
        (
            "agreement",
            "agreed",
            "2021-05-01/2021-05-31",
            ("Ministers",),
            "Ministers agreed that the bridge would be closed in May",
        ),
    ],
    "Sweden reached a deal with Norway to share the catch.": [
        ("agreement", "agreed", None, ("Sweden", "Norway"), "Sweden reached a deal with Norway to share the catch"),
    ],
    "The council has decided to lift the ban.": [
        ("agreement", "agreed", None, ("council",), "The council has decided to lift the ban"),
    ],
    "It was decided to set up a joint committee.": [
        ("agreement", "agreed", None, (), "It was decided to set up a joint committee"),
    ],
    "Sweden and Norway met in Oslo. The officials agreed to share the water.": [
        ("agreement", "agreed", None, ("Sweden", "Norway"), "The officials agreed to share the water"),
    ],
    "They agreed on a plan to carry out the talks between Norway and Sweden.": [
        (
            "agreement",
            "agreed",
            None,
            ("Norway", "Sweden"),
            "They agreed on a plan to carry out the talks between Norway and Sweden",
        ),
    ],
    # -- pledges
    "The rebels vowed to keep the road open.": [
        ("pledge", "announced", None, ("rebels",), "The rebels vowed to keep the road open"),
    ],
    "The prime minister pledged that his government would rebuild the port by the end of 2023.": [
        (
            "pledge",
            "announced",
            "../2023-12-31",
            ("prime minister",),
            "The prime minister pledged that his government would rebuild the port by the end of 2023",
        ),
    ],
    "Denmark pledged 40 million euros for the harbour.": [
        ("pledge", "announced", None, ("Denmark",), "Denmark pledged 40 million euros for the harbour"),
    ],
    "Denmark committed to reopening the crossing.": [
        ("pledge", "announced", None, ("Denmark",), "Denmark committed to reopening the crossing"),
    ],
    "Canada remains committed to the treaty.": [
        ("pledge", "ongoing", None, ("Canada",), "Canada remains committed to the treaty"),
    ],
    "Canada is ready to host the talks.": [
        ("pledge", "announced", None, ("Canada",), "Canada is ready to host the talks"),
    ],
    "Norway offered to mediate.": [("pledge", "announced", None, ("Norway",), "Norway offered to mediate")],
    "The governor ordered the schools closed until April 20.": [
        (
            "pledge",
            "announced",
            "../2021-04-20",
            ("governor",),
            "The governor ordered the schools closed until April 20",
        ),
    ],
    "The minister ordered that the ballots be counted by hand.": [
        ("pledge", "announced", None, ("minister",), "The minister ordered that the ballots be counted by hand"),
    ],
    "The alliance ruled out sending troops to the island.": [
        ("pledge", "announced", None, ("alliance",), "The alliance ruled out sending troops to the island"),
    ],
    "The alliance ruled out the possibility of a blockade.": [
        ("pledge", "announced", None, ("alliance",), "The alliance ruled out the possibility of a blockade"),
    ],
    "Sweden has no plans to join the pact.": [
        ("pledge", "announced", None, ("Sweden",), "Sweden has no plans to join the pact"),
    ],
    "Sweden issued an order to stop the dredging.": [
        ("pledge", "announced", None, ("Sweden",), "Sweden issued an order to stop the dredging"),
    ],
    "Sweden has proposed legislation that would ban the nets.": [
        ("pledge", "proposed", None, ("Sweden",), "Sweden has proposed legislation that would ban the nets"),
    ],
    "The bill would raise the tax on fuel.": [("pledge", "proposed", None, (), "The bill would raise the tax on fuel")],
    "Norway will open the port after May 20.": [
        ("pledge", "announced", "2021-05-20/..", ("Norway",), "Norway will open the port after May 20"),
    ],
    "Norway will open the port within the next two weeks.": [
        (
            "pledge",
            "announced",
            "2021-03-10/2021-03-24",
            ("Norway",),
            "Norway will open the port within the next two weeks",
        ),
    ],
    "Norway said it would open the port.": [("pledge", "announced", None, ("Norway",), "it would open the port")],
    "Norway denied that it would open the port.": [("pledge", "denied", None, ("Norway",), "it would open the port")],
    "Norway will buy and store the grain.": [
        ("pledge", "announced", None, ("Norway",), "Norway will buy and store the grain"),
    ],
    '"We will rebuild the harbour," said Peter Holm, foreign minister of Denmark.': [
        ("pledge", "announced", None, ("Denmark",), "We will rebuild the harbour"),
    ],
    # -- schedules
    "The ministers are to meet on Friday.": [
        ("schedule", "announced", "2021-03-12/2021-03-12", ("ministers",), "The ministers are to meet on Friday"),
    ],
    "The talks are due on Monday.": [
        ("schedule", "announced", "2021-03-15/2021-03-15", (), "The talks are due on Monday"),
    ],
    "The talks are due to resume on Monday.": [
        ("schedule", "announced", "2021-03-15/2021-03-15", (), "The talks are due to resume on Monday"),
    ],
    "The summit is scheduled for May 4.": [
        ("schedule", "announced", "2021-05-04/2021-05-04", (), "The summit is scheduled for May 4"),
    ],
    "The summit is expected to be held in Oslo in May.": [
        ("schedule", "announced", "2021-05-01/2021-05-31", (), "The summit is expected to be held in Oslo in May"),
    ],
    "The queen is expected to visit Oslo in May.": [
        ("schedule", "announced", "2021-05-01/2021-05-31", ("queen",), "The queen is expected to visit Oslo in May"),
    ],
    "The mission is expected to be in place by the end of the month.": [
        (
            "schedule",
            "announced",
            "../2021-03-31",
            ("mission",),
            "The mission is expected to be in place by the end of the month",
        ),
    ],
    "A second round of talks will be held between Norway and Sweden in April.": [
        (
            "schedule",
            "announced",
            "2021-04-01/2021-04-30",
            ("Norway", "Sweden"),
            "A second round of talks will be held between Norway and Sweden in April",
        ),
    ],
    "The talks will resume in Vienna on Thursday.": [
        ("schedule", "announced", "2021-03-11/2021-03-11", (), "The talks will resume in Vienna on Thursday"),
    ],
    "The experts will inspect the dam in April, the company said.": [
        ("schedule", "announced", "2021-04-01/2021-04-30", ("experts",), "The experts will inspect the dam in April"),
    ],
    "Ships will not be unloaded until May 20.": [
        ("schedule", "announced", "2021-05-20/..", (), "Ships will not be unloaded until May 20"),
    ],
    "The vote will take place in May.": [
        ("schedule", "announced", "2021-05-01/2021-05-31", (), "The vote will take place in May"),
    ],
    "The vote will be on May 4.": [("schedule", "announced", "2021-05-04/2021-05-04", (), "The vote will be on May 4")],
    "The deadline is May 20.": [("schedule", "ongoing", "../2021-05-20", (), "The deadline is May 20")],
    "The mayor has two weeks to form a council.": [
        ("schedule", "ongoing", None, ("mayor",), "The mayor has two weeks to form a council"),
    ],
    "The mayor will have until May 20 to form a council.": [
        ("schedule", "announced", "../2021-05-20", ("mayor",), "The mayor will have until May 20 to form a council"),
    ],
    "The ministers meet in Oslo on Friday.": [
        ("schedule", "announced", "2021-03-12/2021-03-12", ("ministers",), "The ministers meet in Oslo on Friday"),
    ],
    "Elections to be held in May will be watched.": [
        ("schedule", "announced", "2021-05-01/2021-05-31", (), "Elections to be held in May will be watched"),
    ],
    # -- threats
    "The president threatened to close the border unless the tariffs are lifted.": [
        (
            "threat",
            "announced",
            None,
            ("president",),
            "The president threatened to close the border unless the tariffs are lifted",
        ),
    ],
    "If the tariffs are not lifted, Mexico will close the border.": [
        ("threat", "announced", None, ("Mexico",), "If the tariffs are not lifted, Mexico will close the border"),
    ],
    "Mexico will respond to the tariffs.": [
        ("threat", "announced", None, ("Mexico",), "Mexico will respond to the tariffs")
    ],
    "Mexico will retaliate.": [("threat", "announced", None, ("Mexico",), "Mexico will retaliate")],
    "Mexico warned that it would raise the tariffs.": [
        ("threat", "announced", None, ("Mexico",), "it would raise the tariffs"),
    ],
    "Mexico will take measures if the tariffs stay.": [
        ("threat", "announced", None, ("Mexico",), "Mexico will take measures if the tariffs stay"),
    ],
    '"We will never accept the map unless it is changed," said Peter Holm, foreign minister of Denmark.': [
        ("threat", "announced", None, ("Denmark",), "We will never accept the map unless it is changed"),
    ],
    "Sweden repeated its threat to leave the pact.": [
        ("threat", "announced", None, ("Sweden",), "Sweden repeated its threat to leave the pact"),
    ],
    # -- what became of earlier ones
    "Sweden signed the treaty with Norway on Monday.": [
        ("agreement", "agreed", None, ("Sweden", "Norway"), "Sweden signed the treaty with Norway on Monday"),
    ],
    "The treaty was signed by Sweden and Norway.": [
        ("agreement", "agreed", None, ("Sweden", "Norway"), "The treaty was signed by Sweden and Norway"),
    ],
    "The parliament approved the plan.": [
        ("agreement", "agreed", None, ("parliament",), "The parliament approved the plan"),
    ],
    "Sweden withdrew from the fisheries treaty in 2019.": [
        ("agreement", "ended", None, ("Sweden",), "Sweden withdrew from the fisheries treaty in 2019"),
    ],
    "Sweden pulled Norway out of the treaty.": [
        ("agreement", "ended", None, ("Sweden", "Norway"), "Sweden pulled Norway out of the treaty"),
    ],
    "Sweden announced its withdrawal from the fisheries treaty.": [
        ("agreement", "ended", None, ("Sweden",), "Sweden announced its withdrawal from the fisheries treaty"),
    ],
    "Sweden violated the ceasefire.": [("agreement", "violated", None, ("Sweden",), "Sweden violated the ceasefire")],
    "Sweden broke its promise.": [("pledge", "violated", None, ("Sweden",), "Sweden broke its promise")],
    "Sweden has failed to honour its commitments.": [
        ("agreement", "violated", None, ("Sweden",), "Sweden has failed to honour its commitments"),
    ],
    "Sweden kept its promise.": [("pledge", "fulfilled", None, ("Sweden",), "Sweden kept its promise")],
    "Sweden is complying with the treaty.": [
        ("agreement", "fulfilled", None, ("Sweden",), "Sweden is complying with the treaty"),
    ],
    "Sweden extended the truce until June 2021.": [
        ("agreement", "agreed", "../2021-06-30", ("Sweden",), "Sweden extended the truce until June 2021"),
    ],
    "The meeting was postponed until May 20.": [
        ("schedule", "postponed", "2021-05-20/2021-05-20", (), "The meeting was postponed until May 20"),
    ],
    "A truce between Sweden and Denmark took effect on Monday.": [
        (
            "agreement",
            "ongoing",
            None,
            ("Sweden", "Denmark"),
            "A truce between Sweden and Denmark took effect on Monday",
        ),
    ],
    "If a truce took effect on Monday, aid would come.": [],
    "A truce took effect in 2015.": [],
    "The truce between Sweden and Denmark collapsed on Friday.": [
        ("agreement", "ended", None, ("Sweden", "Denmark"), "The truce between Sweden and Denmark collapsed on Friday"),
    ],
    "If the truce collapses, aid will stop.": [],
    "No new talks are planned for May.": [],
    "Sweden suspended its participation in the pact.": [
        ("agreement", "postponed", None, ("Sweden",), "Sweden suspended its participation in the pact"),
    ],
    "Under the accord, Sweden must withdraw its troops by June 2021.": [
        ("agreement", "agreed", "../2021-06-30", ("Sweden",), "Sweden must withdraw its troops by June 2021"),
    ],
    "Sweden must withdraw its troops.": [],
    "The contract expires in June 2021.": [
        ("schedule", "announced", "2021-06-01/2021-06-30", (), "The contract expires in June 2021"),
    ],
    "The truce was extended by another 30 days on Friday.": [
        ("agreement", "agreed", None, (), "The truce was extended by another 30 days on Friday"),
    ],
    "Sweden has abandoned its plan to close the port.": [
        ("pledge", "ended", None, ("Sweden",), "Sweden has abandoned its plan to close the port"),
    ],
    "Sweden said it would call a referendum by June 2021.": [
        ("pledge", "announced", "../2021-06-30", ("Sweden",), "it would call a referendum by June 2021"),
    ],
    "Sweden cancelled the hearing.": [("schedule", "ended", None, ("Sweden",), "Sweden cancelled the hearing")],
    "The deadline was extended to May 20.": [
        ("agreement", "postponed", "../2021-05-20", (), "The deadline was extended to May 20"),
    ],
    "Japan has decided to postpone its election.": [
        ("schedule", "postponed", None, ("Japan",), "Japan has decided to postpone its election"),
    ],
    "Japan has decided to cancel the summit.": [
        ("schedule", "ended", None, ("Japan",), "Japan has decided to cancel the summit"),
    ],
    "Japan plans to host the summit in June 2022.": [
        ("schedule", "announced", "2022-06-01/2022-06-30", ("Japan",), "Japan plans to host the summit in June 2022"),
    ],
    "Sweden signed an order delaying the election until June.": [
        (
            "schedule",
            "postponed",
            "2021-06-01/2021-06-30",
            ("Sweden",),
            "Sweden signed an order delaying the election until June",
        ),
    ],
    "The pact, known as the NFTA, was signed on Monday by Sweden. Sweden left the NFTA.": [
        ("agreement", "agreed", None, ("Sweden",), "The pact, known as the NFTA, was signed on Monday by Sweden"),
        ("agreement", "ended", None, ("Sweden",), "Sweden left the NFTA"),
    ],
    # -- how the sentence may be built
    "Norway, the largest buyer of fish in the whole of the northern hemisphere and its neighbouring seas and coasts, will buy it.": [
        (
            "pledge",
            "announced",
            None,
            ("Norway",),
            "Norway, the largest buyer of fish in the whole of the northern hemisphere and its neighbouring seas and coasts, will buy it",
        ),
    ],
    "To save money, Norway will sell the fleet.": [
        ("pledge", "announced", None, ("Norway",), "Norway will sell the fleet"),
    ],
    "Norway on Friday will sell the fleet.": [
        ("pledge", "announced", "2021-03-12/2021-03-12", ("Norway",), "Norway on Friday will sell the fleet"),
    ],
    "Starting in May, Norway will sell the fleet.": [
        ("pledge", "announced", "2021-05-01/..", ("Norway",), "Starting in May, Norway will sell the fleet"),
    ],
    "Norway will sell the fleet no later than June 2022.": [
        ("pledge", "announced", "../2022-06-30", ("Norway",), "Norway will sell the fleet no later than June 2022"),
    ],
    "Norway will sell the fleet which sank in 2019.": [
        ("pledge", "announced", None, ("Norway",), "Norway will sell the fleet which sank in 2019"),
    ],
    "Norway will sell fish every Monday.": [
        ("pledge", "announced", None, ("Norway",), "Norway will sell fish every Monday"),
    ],
    "The minister, vowing to resign in May, left the hall.": [
        ("pledge", "announced", "2021-05-01/2021-05-31", ("minister",), "vowing to resign in May"),
    ],
    "Norway is planning to sell the fleet.": [
        ("pledge", "announced", None, ("Norway",), "Norway is planning to sell the fleet"),
    ],
    "The committee decided on selling the fleet.": [
        ("agreement", "agreed", None, ("committee",), "The committee decided on selling the fleet"),
    ],
    "The president gave a pledge to sell the fleet.": [
        ("pledge", "announced", None, ("president",), "The president gave a pledge to sell the fleet"),
    ],
    "The president signed a decree banning the nets.": [
        ("pledge", "announced", None, ("president",), "The president signed a decree banning the nets"),
    ],
    "The planned ferry will carry wheat.": [
        ("schedule", "announced", None, (), "The planned ferry will carry wheat"),
    ],
    "The man who vowed to leave has left.": [("pledge", "announced", None, ("man",), "The man who vowed to leave")],
    "Experts from Norway and Sweden will test the dam in May.": [
        (
            "schedule",
            "announced",
            "2021-05-01/2021-05-31",
            ("Norway", "Sweden"),
            "Experts from Norway and Sweden will test the dam in May",
        ),
    ],
    "The Swedish government said the country would sell its ferries in May.": [
        ("pledge", "announced", "2021-05-01/2021-05-31", ("Sweden",), "the country would sell its ferries in May"),
    ],
    "Norway said after meeting Sweden that the ferry would be sold in May.": [
        ("schedule", "announced", "2021-05-01/2021-05-31", ("Norway",), "the ferry would be sold in May"),
    ],
    '"I will sell it," he said.': [("pledge", "announced", None, (), "I will sell it")],
    "The king will sell the fleet, otherwise Sweden will retaliate.": [
        ("pledge", "announced", None, ("king",), "The king will sell the fleet"),
        ("threat", "announced", None, ("Sweden",), "otherwise Sweden will retaliate"),
    ],
    "Norway refused to honour the treaty.": [
        ("agreement", "violated", None, ("Norway",), "Norway refused to honour the treaty"),
    ],
    "Sweden walked out of the deal.": [("agreement", "ended", None, ("Sweden",), "Sweden walked out of the deal")],
    "The truce was broken by Sweden.": [
        ("agreement", "violated", None, ("Sweden",), "The truce was broken by Sweden"),
    ],
    "Norway promised Sweden a ship.": [("pledge", "announced", None, ("Norway",), "Norway promised Sweden a ship")],
    "The accord will include a timetable for the return of the ships, the Danish minister said.": [
        ("agreement", "announced", None, (), "The accord will include a timetable for the return of the ships"),
    ],
    "The draft calls for a ban on nets.": [("pledge", "proposed", None, (), "The draft calls for a ban on nets")],
    "Sweden ordered the closure of the harbour and the withdrawal of the ships.": [
        (
            "pledge",
            "announced",
            None,
            ("Sweden",),
            "Sweden ordered the closure of the harbour and the withdrawal of the ships",
        ),
    ],
    "The king ordered the withdrawal of the fleet.": [
        ("pledge", "announced", None, ("king",), "The king ordered the withdrawal of the fleet"),
    ],
    "Sweden postponed most of its races.": [
        ("schedule", "postponed", None, ("Sweden",), "Sweden postponed most of its races"),
    ],
    "Sweden left the NFTA (a fisheries treaty) in 2019.": [
        ("agreement", "ended", None, ("Sweden",), "Sweden left the NFTA (a fisheries treaty) in 2019"),
    ],
    "OSLO (AP) -- The king promised to rebuild the port.": [
        ("pledge", "announced", None, ("king",), "The king promised to rebuild the port"),
    ],
    "Norway will buy two ships: a ferry and a tug.": [
        ("pledge", "announced", None, ("Norway",), "Norway will buy two ships"),
    ],
    "The minister tried to reassure the public that Norway remained committed to the treaty.": [
        ("pledge", "ongoing", None, ("Norway",), "Norway remained committed to the treaty"),
    ],
    "The king vowed to tear up the treaty.": [
        ("threat", "announced", None, ("king",), "The king vowed to tear up the treaty"),
    ],
    "Ministers will be punished by May 2022.": [
        ("schedule", "announced", "../2022-05-31", (), "Ministers will be punished by May 2022"),
    ],
    "The vote was postponed until 2023.": [
        ("schedule", "postponed", "2023-01-01/2023-12-31", (), "The vote was postponed until 2023"),
    ],
    "The vote was postponed until December 2022.": [
        ("schedule", "postponed", "2022-12-01/2022-12-31", (), "The vote was postponed until December 2022"),
    ],
    "Ships will not be unloaded until June 2022.": [
        ("schedule", "announced", "2022-06-01/..", (), "Ships will not be unloaded until June 2022"),
    ],
    # -- several in one sentence
    "Norway and Sweden signed a pact. The plan would see dozens of ships leave by July 2022, with the rest departing by the end of 2023.": [
        ("agreement", "agreed", None, ("Norway", "Sweden"), "Norway and Sweden signed a pact"),
        ("agreement", "announced", "../2022-07-31", ("Norway", "Sweden"), "dozens of ships leave by July 2022"),
        ("agreement", "announced", "../2023-12-31", ("Norway", "Sweden"), "the rest departing by the end of 2023"),
    ],
    "Norway, which was set to host the summit in 2022, has cancelled the meeting.": [
        (
            "schedule",
            "ended",
            None,
            ("Norway",),
            "Norway, which was set to host the summit in 2022, has cancelled the meeting",
        ),
    ],
    # -- quoted so that it can be read alone: with who or what it is about, without who says so
    "A nine-week ferry truce, long resisted by the harbour unions, will begin on Friday night.": [
        (
            "schedule",
            "announced",
            "2021-03-12/2021-03-12",
            (),
            "A nine-week ferry truce, long resisted by the harbour unions, will begin on Friday night",
        ),
    ],
    "The fishing pact, to be signed in Bergen on May 29, covers three ports.": [
        (
            "schedule",
            "announced",
            "2021-05-29/2021-05-29",
            (),
            "The fishing pact, to be signed in Bergen on May 29",
        ),
    ],
    "The harbour commission, which is to meet in September, has been dissolved.": [
        (
            "schedule",
            "announced",
            "2021-09-01/2021-09-30",
            ("harbour commission",),
            "The harbour commission, which is to meet in September",
        ),
    ],
    "TROMSO, March 10 (Fjord News) – Norway will open the port by May, the ministry said.": [
        ("pledge", "announced", "../2021-05-31", ("Norway",), "Norway will open the port by May"),
    ],
    "“We will start the dredging in May,” Dam told the Gazette.": [
        ("pledge", "announced", "2021-05-01/2021-05-31", ("Dam",), "We will start the dredging in May"),
    ],
    "Sweden vowed “to withdraw all patrols” by June.": [
        ("pledge", "announced", "../2021-06-30", ("Sweden",), "Sweden vowed “to withdraw all patrols” by June"),
    ],
    "Sweden vowed to end what it called “the blockade”.": [
        ("pledge", "announced", None, ("Sweden",), "Sweden vowed to end what it called “the blockade”"),
    ],
    # -- things that have their day
    "Norway's transport minister Ole Dam said the first ferry would leave before the end of the year.": [
        (
            "schedule",
            "announced",
            "../2021-12-31",
            ("Norway",),
            "the first ferry would leave before the end of the year",
        ),
    ],
    "The tariff law takes effect only in September 2021.": [
        (
            "schedule",
            "announced",
            "2021-09-01/2021-09-30",
            (),
            "The tariff law takes effect only in September 2021",
        ),
    ],
    "The tariff law will enter into force on May 4.": [
        (
            "schedule",
            "announced",
            "2021-05-04/2021-05-04",
            (),
            "The tariff law will enter into force on May 4",
        ),
    ],
    "Norway's parliament said the rules of Sweden would come into force on May 4.": [
        (
            "schedule",
            "announced",
            "2021-05-04/2021-05-04",
            ("Sweden",),
            "the rules of Sweden would come into force on May 4",
        ),
    ],
    "Sweden is going to sign the treaty in May.": [
        ("pledge", "announced", "2021-05-01/2021-05-31", ("Sweden",), "Sweden is going to sign the treaty in May"),
    ],
    # -- what became of what was due
    "Denmark missed its own deadline, Norway said.": [
        ("schedule", "violated", None, ("Denmark",), "Denmark missed its own deadline"),
    ],
    "The deadline for the removal of both cranes passed on Tuesday.": [
        ("schedule", "violated", None, (), "The deadline for the removal of both cranes passed on Tuesday"),
    ],
    "The deadline passed on Tuesday.": [
        ("schedule", "ended", None, (), "The deadline passed on Tuesday"),
    ],
    "Denmark has done what it promised.": [
        ("pledge", "fulfilled", None, ("Denmark",), "Denmark has done what it promised"),
    ],
    "Denmark has not done what it agreed.": [
        ("agreement", "violated", None, ("Denmark",), "Denmark has not done what it agreed"),
    ],
    "The third truce, which was brokered by Denmark, is to be signed by Norway and Sweden in May.": [
        (
            "schedule",
            "announced",
            "2021-05-01/2021-05-31",
            ("Norway", "Sweden"),
            "The third truce, which was brokered by Denmark, is to be signed by Norway and Sweden in May",
        ),
    ],
    "Denmark brokered a truce between Norway and Sweden.": [
        ("agreement", "agreed", None, ("Norway", "Sweden"), "Denmark brokered a truce between Norway and Sweden"),
    ],
    # -- who speaks
    "Norway will open the port by May, according to minister Ole Dam.": [
        ("pledge", "announced", "../2021-05-31", ("Norway",), "Norway will open the port by May"),
    ],
    "Norway will open the port by May, the ministry said, when asked for its view of the talks.": [
        ("pledge", "announced", "../2021-05-31", ("Norway",), "Norway will open the port by May"),
    ],
    "Norway, a party to the 2015 fishing pact, will rejoin the 2012 water treaty.": [
        (
            "pledge",
            "announced",
            None,
            ("Norway",),
            "Norway, a party to the 2015 fishing pact, will rejoin the 2012 water treaty",
        ),
    ],
    '"I will raise the tax. There is wide support," said Ole Dam, finance minister of Denmark.': [
        ("pledge", "announced", None, ("Ole Dam",), "I will raise the tax"),
    ],
}

NOTHING = [
    "Norway will welcome the talks.",
    "Much depends on who will take over the port.",
    "Nobody knows what path Norway will take.",
    "The treaty will continue to teeter, Norway said.",
    "The people of Norway were preparing to cast their votes.",
    "Households were scheduled to be affected by the closure.",
    "A new minister would serve the interests of Sweden, Norway said.",
    "The mission was to protect the fishing fleet.",
    "It will cast more doubt on the minutes of the talks.",
    "The mediators must see that the accord is honoured.",
    "It shows the determination to keep the pact.",
    "Sweden was going to sign the treaty in May.",
    "Analysts said the storm would leave the coast by Friday.",
    "A ferry would leave by Friday.",
    "The deadline may have passed.",
    "Denmark must do what it promised.",
    "The negotiators agreed on many issues.",
    "We agree that the weather would provide relief.",
    "Canada is not ready to host the talks.",
    "The delegation is yet to answer.",
    "The price is expected to be high.",
    "Mexico will probably close the border.",
    "Mexico will no doubt close the border.",
    "Analysts said Mexico would close the border.",
    "Will Mexico close the border?",
    "The storm will destroy the harbour.",
    "The harbour will be destroyed by the storm.",
    "The minister said the plan would not be changed.",
    "The king would visit whenever the fleet came home.",
    "In the past, the king would visit the fleet.",
    "Norway urged Sweden to agree to open the port.",
    "Norway hopes that Sweden will open the port.",
    "If Norway agreed to open the port, trade would grow.",
    "It asked what the ministers would sign.",
    "The chances have risen that Norway will open the port.",
    "Norway would have opened the port.",
    "Norway could agree to open the port.",
    "Norway did not agree to open the port.",
    "The treaty was signed.",
    "This breaks no treaty.",
    "When a party breaks its promise, trade suffers.",
    "The law is intended to protect the coast.",
    "The talks will take time.",
    "The talks will take.",
    "The fisherman repaired his boat.",
    "Sweden agreed with him.",
    "The order to leave was heard.",
    "Norway wants to plan to open the port.",
    "Their plan, in theory, to sell the ferry was announced.",
    "The captain was ordered to leave.",
    "The president has a cat to feed.",
    "Norway will face a hard round, which will be held in May.",
    "Asked whether Norway would sell, she smiled.",
    "The fact that Norway will sell the fleet is known.",
    "Iceland failed to say that it would sell.",
    "Iceland called for elections to be held in May.",
    "The mayor has no time to form a council.",
    "The mayor has a daughter.",
    "The deadline is near.",
    "The deadline is not May 20.",
    "Ministers meet.",
    "Ministers met in Oslo on Friday.",
    "Norway failed to break the treaty.",
    "Norway exited.",
    "Sweden is to be hit by rain.",
    "Norway decided nothing.",
    "Sweden signed the paper.",
    "The king will be happy.",
    "The mayor will make a mistake.",
    "Sweden is ready for rain.",
    "The harbour is to grow.",
    "Sweden is set for rain.",
    "Sweden plans rain.",
    "The king said the other side will lose.",
    "Norway said Sweden will sell the fleet.",
    "The talks will be long.",
    "The ministers meet on May 4, 2020.",
    "Sweden did not say whether Norway would sell the fleet.",
    "Sweden did not say whether Norway agreed to sell the fleet.",
    "Sweden fears that Norway agreed to sell the fleet.",
    "The hope that Norway agreed to sell the fleet is gone.",
    "The deadline is believed to be May 20.",
    "Could the deadline be May 20?",
    "Norway rejected the deal.",
    "Norway will sell it, perhaps.",
    "Many fear that Norway will sell the fleet.",
    "Norway is sure that Sweden will sell the fleet.",
    "They asked if Norway will sell the fleet.",
    "They know what Norway will sell.",
    "The promise to leave was heard.",
    "The king was to have given a speech.",
    "The plant was set up in May.",
    "The king is more willing to sing.",
    "Signs hint that Sweden will join the pact.",
    "I will write to the mayor.",
    "You will be thanked by the mayor.",
    "This will be mended.",
    "Members of the council do not all agree to sell the fleet.",
    "The sun will begin.",
    "Norway will begin.",
    "A deal would be reached, the minister said.",
]


def days(commitment: Commitment) -> str | None:
    if commitment.due is None:
        return None
    return f"{commitment.due.start or '..'}/{commitment.due.end or '..'}"


def rows(reading: Reading) -> list[Row]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (c.kind, c.status, days(c), tuple(names[p] for p in c.parties), c.anchor.quote) for c in reading.commitments
    ]


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_what_a_sentence_undertakes(text: str, expected: list[Row]) -> None:
    assert rows(read_text(text, PUBLISHED)) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_undertaking(text: str) -> None:
    assert rows(read_text(text, PUBLISHED)) == []
