"""Source, cue and content of fictional sentences: `(source, cue, content...)`, an empty source for none."""

import pytest

from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import parse

Expected = list[tuple[str, ...]]

DIRECT: list[tuple[str, Expected]] = [
    ("“The bridge will open,” Varga said.", [("Varga", "said", "“The bridge will open,”")]),
    ("“The bridge will open,” said Varga.", [("Varga", "said", "“The bridge will open,”")]),
    ('Varga said: "The bridge will open soon."', [("Varga", "said:", '"The bridge will open soon."')]),
    ("Varga told the Courier, “The bridge will open.”", [("Varga", "told", "“The bridge will open.”")]),
    (
        "“The bridge,” Varga said, “will open in spring.”",
        [("Varga", "said", "“The bridge,”", "“will open in spring.”")],
    ),
    (
        "“We waited for months,” Varga said. “Nobody came to the bridge.”",
        [("Varga", "said", "“We waited for months,”", "“Nobody came to the bridge.”")],
    ),
    (
        "“We waited. Nobody came. It was cold,” Varga said.",
        [("Varga", "said", "“We waited. Nobody came. It was cold,”")],
    ),
    (
        "“We waited for months,” said Varga, who leads the northern delegation. “Nobody came.”",
        [("Varga", "said", "“We waited for months,”", "“Nobody came.”")],
    ),
    (
        "Varga said: “We waited for months.\n“Nobody came to the bridge in all that time.”\nThe rain went on.",
        [("Varga", "said:", "“We waited for months.", "“Nobody came to the bridge in all that time.”")],
    ),
    (
        "“We waited for months,” Varga said. “Who will pay for it?” asked Lindt.",
        [
            ("Varga", "said", "“We waited for months,”"),
            ("Lindt", "asked", "“Who will pay for it?”"),
        ],
    ),
    (
        "If the plan fails, he said, “nobody will try again.”",
        [("he", "said", "If the plan fails", "“nobody will try again.”")],
    ),
    (
        "“The plan is dead,” the ministry said in a statement.",
        [("the ministry", "said in a statement", "“The plan is dead,”")],
    ),
    (
        "“The plan is dead,” Varga said, adding that the army would leave.",
        [("Varga", "said", "“The plan is dead,”"), ("Varga", "adding", "that the army would leave")],
    ),
    (
        "The plan “will not work for us,” Varga said.",
        [("Varga", "said", "The plan “will not work for us,”")],
    ),
    (
        "Varga was quoted as saying that the bridge was safe.",
        [("Varga", "was quoted as saying", "that the bridge was safe")],
    ),
    (
        "The Courier quoted Varga as telling reporters that the bridge was safe.",
        [("Varga", "quoted … as telling", "that the bridge was safe")],
    ),
    (
        "The two towns agreed that the bridge will not close, the Courier quoted the council as saying on Friday.",
        [("the council", "quoted … as saying", "The two towns agreed that the bridge will not close")],
    ),
    (
        "“The talks are over,” the Al Noor channel quotes him as saying.",
        [("him", "quotes … as saying", "“The talks are over,”")],
    ),
    (
        "“The talks are over,” Varga was quoted as saying by the Courier.",
        [("Varga", "was quoted as saying", "“The talks are over,”")],
    ),
    (
        "“The talks are over,” Varga was quoted by the Courier as saying.",
        [("Varga", "was quoted by the Courier as saying", "“The talks are over,”")],
    ),
    (
        "The talks are over, Varga was quoted as saying.",
        [("Varga", "was quoted as saying", "The talks are over")],
    ),
]

PARAGRAPHS: list[tuple[str, Expected]] = [
    (
        'Varga asked for the names of the rebels.\n"You are not their lawyer."',
        [("Varga", "asked for", "the names of the rebels")],
    ),
    (
        '"The road will open," Varga said in a statement on Monday.\n"We have waited for years."\n"It is there."',
        [("Varga", "said in a statement", '"The road will open,"', '"We have waited for years."', '"It is there."')],
    ),
    (
        'Varga told reporters the road would open.\n"We have waited for it for many years."',
        [("Varga", "told", "the road would open", '"We have waited for it for many years."')],
    ),
    (
        '"The road will open," Varga said. Then she left the hall. It rained.\n"We have waited for it for many years."',
        [("Varga", "said", '"The road will open,"')],
    ),
    (
        'Varga said the road would open. Rain fell.\n"We have waited for it for many years."',
        [("Varga", "said", "the road would open")],
    ),
    (
        '"The road will open," Varga said, holding her “old map.”\n"We have waited for it for many years."',
        [("Varga", "said", '"The road will open,"')],
    ),
    (
        "“Nobody came here for years.\n“The money was there.\n“Now it is time,” said Varga.",
        [("Varga", "said", "“Nobody came here for years.", "“The money was there.", "“Now it is time,”")],
    ),
    (
        "Lindt said: “Nobody came here for years.\n“Now it is time,” said Varga.",
        [("Lindt", "said:", "“Nobody came here for years."), ("Varga", "said", "“Now it is time,”")],
    ),
    (
        "“A plan for the\n“Now it is time,” said Varga.",
        [("Varga", "said", "“Now it is time,”")],
    ),
    (
        "ANNA VARGA: We have waited for this road.\nJON LINDT: He said it was late?\nANNA VARGA: It was.",
        [
            ("ANNA VARGA", "", "We have waited for this road."),
            ("JON LINDT", "", "He said it was late?"),
            ("ANNA VARGA", "", "It was."),
        ],
    ),
    (
        "Q: Who will pay for the road?\nA: The council will pay for it.\nQ: When?\nA: In spring.\nVarga said it was time.",
        [
            ("", "", "Who will pay for the road?"),
            ("", "", "The council will pay for it."),
            ("", "", "When?"),
            ("", "", "In spring."),
            ("Varga", "said", "it was time"),
        ],
    ),
    ("Photo: Courier\nVideo: Herald\nPhoto: Courier", []),
    ("Road talks: what comes next\nThe talks failed.\nRoad talks: nothing came of them at all.", []),
    (
        "LINDT: Peace envoy Anna Varga said the talks were over.",
        [("Peace envoy Anna Varga", "said", "the talks were over")],
    ),
    ("PORT LINDT, May 5. /COURIER/. Varga said the talks were over.", [("Varga", "said", "the talks were over")]),
    ("PORT LINDT - Talks are over, Varga said.", [("Varga", "said", "Talks are over")]),
    ("PORT LINDT- Talks are over, Varga said.", [("Varga", "said", "Talks are over")]),
    ("Lindt, May 5 – “Talks are over,” the minister said.", [("the minister", "said", "“Talks are over,”")]),
    ("Lindt (Courier) -- The minister said talks were over.", [("The minister", "said", "talks were over")]),
    (
        "• Varga says talks are over\n• Talks go on, Lindt says",
        [("Varga", "says", "talks are over"), ("Lindt", "says", "Talks go on")],
    ),
    (
        "Varga tweeted: “Talks are over. https://example.org/a”",
        [("Varga", "tweeted:", "“Talks are over.")],
    ),
    (
        "Varga tweeted: “@northern_envoy talks are over for now.”",
        [("Varga", "tweeted:", "talks are over for now.”")],
    ),
    ("Varga said: “https://example.org/a”", []),
    ("“@northern_envoy talks are over,” Varga said.", [("Varga", "said", "talks are over,”")]),
    ("Varga said the road is open https://example.org/a – @courier", [("Varga", "said", "the road is open")]),
    ("“Talks are over” https://example.org/a\n— Northern Courier (@courier) May 5, 2031", []),
]

SPLIT: list[tuple[str, Expected]] = [
    (
        "Varga said the truce had failed and urged both sides to talk.",
        [("Varga", "said", "the truce had failed"), ("Varga", "urged", "both sides to talk")],
    ),
    (
        "Varga said the talks would resume and warned that the army was ready.",
        [("Varga", "said", "the talks would resume"), ("Varga", "warned", "that the army was ready")],
    ),
    (
        "Varga has said the talks will go on and urged the rebels to come.",
        [("Varga", "has said", "the talks will go on"), ("Varga", "urged", "the rebels to come")],
    ),
    (
        "Varga said the road is open and called on the rebels to leave the town.",
        [("Varga", "said", "the road is open"), ("Varga", "called on", "the rebels to leave the town")],
    ),
    (
        "Varga said the minister met the rebels and urged them to leave.",
        [("Varga", "said", "the minister met the rebels and urged them to leave")],
    ),
    (
        "Varga said the council would meet and discuss the road.",
        [("Varga", "said", "the council would meet and discuss the road")],
    ),
]

CLAUSES: list[tuple[str, Expected]] = [
    (
        "Varga also said “the neighbours and the friends of the north” should be told about the plan.",
        [("Varga", "also said", "“the neighbours and the friends of the north” should be told about the plan")],
    ),
    ("Varga said “the talks are over” in a speech on Monday.", [("Varga", "said", "“the talks are over”")]),
    (
        "The council took steps which Varga said are reversible.",
        [("Varga", "said", "steps", "are reversible")],
    ),
    ("The council met a man who Varga said the rebels knew.", [("Varga", "said", "the rebels knew")]),
    (
        'Officials warned against a "creative" reading of the law and hinted that the talks would fail.',
        [
            ("Officials", "warned against", 'a "creative" reading of the law'),
            ("Officials", "hinted", "that the talks would fail"),
        ],
    ),
    ("Varga defended herself by saying that the road was open.", [("Varga", "saying", "that the road was open")]),
    ("Varga said the bridge was closed.", [("Varga", "said", "the bridge was closed")]),
    ("Varga said that the bridge was closed.", [("Varga", "said", "that the bridge was closed")]),
    ("The bridge was closed, Varga said.", [("Varga", "said", "The bridge was closed")]),
    ("The bridge was closed, said Varga.", [("Varga", "said", "The bridge was closed")]),
    (
        "Varga said on Monday that the bridge was closed and that nobody would cross it.",
        [("Varga", "said", "that the bridge was closed and that nobody would cross it")],
    ),
    (
        "Two diplomats who took part in the talks said the bridge was closed.",
        [("Two diplomats who took part in the talks", "said", "the bridge was closed")],
    ),
    (
        "Anna Varga, the deputy minister, has repeatedly said the bridge is safe.",
        [("Anna Varga, the deputy minister,", "has repeatedly said", "the bridge is safe")],
    ),
    (
        "Varga informed the western envoys that her country was ready.",
        [("Varga", "informed", "that her country was ready")],
    ),
    ("The ministry’s statement said the port was open.", [("The ministry’s statement", "said", "the port was open")]),
    ("Varga put the toll at more than 40.", [("Varga", "put", "the toll at more than 40")]),
    ("Varga put guards at 40 gates.", []),
    ("Varga asked whether the port was open.", [("Varga", "asked", "whether the port was open")]),
    ("Varga explained why the port was closed.", [("Varga", "explained", "why the port was closed")]),
    ("Many observers believe the visit was not planned.", [("Many observers", "believe", "the visit was not planned")]),
    (
        "Lindt said after meeting Varga that the training of the guards will be expanded.",
        [("Lindt", "said", "that the training of the guards will be expanded")],
    ),
    (
        "The northern army has on two occasions in the past month denied that its planes crossed the border.",
        [("The northern army", "denied", "that its planes crossed the border")],
    ),
    (
        "Varga will not run again, a source close to her told the Courier.",
        [("a source close to her", "told", "Varga will not run again")],
    ),
]

PHRASES: list[tuple[str, Expected]] = [
    ("Varga called for an end to the siege.", [("Varga", "called for", "an end to the siege")]),
    ("Varga spoke of a new partnership with the south.", [("Varga", "spoke of", "a new partnership with the south")]),
    ("Varga urged the rebels to leave the town.", [("Varga", "urged", "the rebels to leave the town")]),
    (
        "The council called on both sides to show restraint.",
        [("The council", "called on", "both sides to show restraint")],
    ),
    ("Varga accused the rebels of breaking the truce.", [("Varga", "accused", "the rebels of breaking the truce")]),
    ("Varga described the offer as a trap.", [("Varga", "described", "the offer as a trap")]),
    ("Varga called the offer a trap.", [("Varga", "called", "the offer a trap")]),
    ("Varga vowed to rebuild the bridge.", [("Varga", "vowed", "to rebuild the bridge")]),
    ("Varga condemned the attack on the convoy.", [("Varga", "condemned", "the attack on the convoy")]),
    (
        "Varga reiterated her support for the plan in an interview on Monday.",
        [("Varga", "reiterated", "her support for the plan")],
    ),
    ("A new survey found broad support for the plan.", [("A new survey", "found", "broad support for the plan")]),
    ("The plan was criticized by Varga.", []),
    (
        "Varga called the plan “a mistake” but cautioned that talks would go on.",
        [("Varga", "called", "the plan “a mistake”"), ("Varga", "cautioned", "that talks would go on")],
    ),
    (
        "Lindt attacked the “foolish war” against Varenia, saying “The council has paid for the war.”",
        [("Lindt", "saying", "“The council has paid for the war.”")],
    ),
    (
        "The Courier reported that the road was open, citing two officials.",
        [("The Courier", "reported", "that the road was open")],
    ),
    ("Varga left the hall, citing security concerns.", [("Varga", "citing", "security concerns")]),
]

SOURCES: list[tuple[str, Expected]] = [
    ("Even the minister said the road was open.", [("the minister", "said", "the road was open")]),
    ("The two envoys both said the road was open.", [("The two envoys", "said", "the road was open")]),
    (
        "PORT LINDT (Courier) - Northern envoy Jon Berg on Monday said the road was open.",
        [("Northern envoy Jon Berg", "said", "the road was open")],
    ),
    (
        "“The road is open,” said Varga, who leads the talks, arriving in Lindt.",
        [("Varga", "said", "“The road is open,”")],
    ),
    (
        "Spokesperson of the Northern Foreign Ministry Anna Lindgren noted that the talks were over.",
        [("Spokesperson of the Northern Foreign Ministry Anna Lindgren", "noted", "that the talks were over")],
    ),
    ("On Thursday Varga said the talks were over.", [("Varga", "said", "the talks were over")]),
    ("The council on Monday urged the rebels to leave.", [("The council", "urged", "the rebels to leave")]),
    ("The May 5 statement said the road was open.", [("The May 5 statement", "said", "the road was open")]),
    ("According to Varga, the bridge is closed.", [("Varga", "According to", "the bridge is closed")]),
    (
        "The bridge is closed, according to two local officials.",
        [("two local officials", "according to", "The bridge is closed")],
    ),
    ("In the words of Lindt, “the bridge is a ruin.”", [("Lindt", "In the words of", "“the bridge is a ruin.”")]),
    (
        "The bridge is closed, Varga said on Tuesday, according to state media.",
        [("Varga", "said", "The bridge is closed")],
    ),
    ("PORT LINDT (Courier) - Varga said the bridge was closed.", [("Varga", "said", "the bridge was closed")]),
    ("Varga met the rebels and said the truce would hold.", [("Varga", "said", "the truce would hold")]),
    (
        "Varga left the talks, saying the offer was weak.",
        [("Varga", "saying", "the offer was weak")],
    ),
    ("Varga, who said the offer was weak, left.", [("who", "said", "the offer was weak")]),
    (
        "The council issued a statement denouncing the attack.",
        [("The council", "issued a statement denouncing", "the attack")],
    ),
    (
        "Varga denounced the plans for new patrols along the river saying “the north wants a war.”",
        [
            ("Varga", "denounced", "the plans for new patrols along the river"),
            ("Varga", "saying", "“the north wants a war.”"),
        ],
    ),
]

NOUNS: list[tuple[str, Expected]] = [
    ("Nobody trusted Varga’s claim that the bridge was safe.", [("Varga’s", "claim", "that the bridge was safe")]),
    ("The ministry's call for an inquiry came late.", [("The ministry's", "call for", "an inquiry")]),
    ("Varga voiced concern that the truce would fail.", [("Varga", "voiced concern", "that the truce would fail")]),
    ("Varga is confident that the truce will hold.", [("Varga", "is confident", "that the truce will hold")]),
    (
        "The announcement by the ministry that the port would close came late.",
        [("the ministry", "announcement", "that the port would close")],
    ),
    ("The idea that the port would close is old.", []),
    ("It is clear that the port will close.", []),
]

TANGLES: list[tuple[str, Expected]] = [
    # words that the tokens cut, and broken marks
    ("The ex-minister said the port was closed.", [("The ex-minister", "said", "the port was closed")]),
    ("Think-tanks believe that the port is closed.", [("Think-tanks", "believe", "that the port is closed")]),
    # the cue may be a chain
    ("Varga was quick to note that the port was open.", [("Varga", "was quick to note", "that the port was open")]),
    ("Varga went on to say that the port was open.", [("Varga", "went on to say", "that the port was open")]),
    ("By saying that the port was open, Varga angered the rebels.", [("Varga", "saying", "that the port was open")]),
    # the content may lie on both sides
    ("The bridge, Varga said, is closed.", [("Varga", "said", "The bridge", "is closed")]),
    ("Some towns, according to Varga, have no water.", [("Varga", "according to", "Some towns", "have no water")]),
    (
        "The bridge is closed and “nobody will cross it,” Varga said.",
        [("Varga", "said", "The bridge is closed and “nobody will cross it,”")],
    ),
    (
        "The guardrail that failed, transport official Marin said on Friday, will be examined.",
        [("transport official Marin", "said", "The guardrail that failed", "will be examined")],
    ),
    (
        (
            "The north will take its time to prepare the conference to ensure that all segments take part, "
            "Minister Anna Varga said on Tuesday."
        ),
        [
            (
                "Minister Anna Varga",
                "said",
                "The north will take its time to prepare the conference to ensure that all segments take part",
            )
        ],
    ),
    # who speaks, where the model sees another
    (
        "The Courier quoted Varga as saying that the port was open.",
        [("Varga", "quoted … as saying", "that the port was open")],
    ),
    (
        "Varga said the talks had failed, adding that the port would close.",
        [("Varga", "said", "the talks had failed"), ("Varga", "adding", "that the port would close")],
    ),
    (
        "Varga said the talks had failed and added that the port would close.",
        [("Varga", "said", "the talks had failed"), ("Varga", "added", "that the port would close")],
    ),
    (
        "Varga said “the port is safe” and called the river “a trap.”",
        [("Varga", "said", "“the port is safe”"), ("Varga", "called", "the river “a trap.”")],
    ),
    (
        "Varga praised the guards, pointing to the calm in the port.",
        [("Varga", "praised", "the guards"), ("Varga", "pointing to", "the calm in the port")],
    ),
    (
        "Anna Varga, who voiced concern that the truce would fail, left.",
        [("who", "voiced concern", "that the truce would fail")],
    ),
    (
        "The envoy says in a statement that the president’s plan is dead.",
        [("The envoy", "says in a statement", "that the president’s plan is dead")],
    ),
    ("Varga and Lindt both say the port is closed.", [("Varga and Lindt", "say", "the port is closed")]),
    ("Even Varga said the port was closed.", [("Varga", "said", "the port was closed")]),
    # what is told of a day is not told for ever: adverbials of the saying are no content
    ("Varga welcomed the plan for a bridge on Monday.", [("Varga", "welcomed", "the plan for a bridge")]),
    ("Varga condemned the attack Monday.", [("Varga", "condemned", "the attack")]),
    ("It was announced that the port was closed.", [("", "was announced", "that the port was closed")]),
    ("Varga said that “we go home today.”", [("Varga", "said", "that “we go home today.”")]),
    (
        "Varga condemned the north for fresh attacks despite agreeing to a truce.",
        [("Varga", "condemned", "the north for fresh attacks"), ("the north", "agreeing to", "a truce")],
    ),
    (
        "Varga stressed that the siege must end, while repeating her support for the truce.",
        [
            ("Varga", "stressed", "that the siege must end"),
            ("Varga", "repeating", "her support for the truce"),
        ],
    ),
    # a source ends before what is told of it
    (
        "The town was under fire, according to state radio, which reported that houses were burning.",
        [("state radio", "according to", "The town was under fire"), ("which", "reported", "that houses were burning")],
    ),
    (
        "The port is closed, said a spokesman for the ministry, Oleg Marin, who also ran as a candidate.",
        [("a spokesman for the ministry, Oleg Marin", "said", "The port is closed")],
    ),
    (
        "According to Varga, 40 ships, most of them from the north, lie in the port.",
        [("Varga", "According to", "40 ships, most of them from the north, lie in the port")],
    ),
    # nouns
    (
        "A warning from the ministry that the port would close came late.",
        [("the ministry", "warning", "that the port would close")],
    ),
    (
        "Varga's call for both sides to leave the town came late.",
        [("Varga's", "call for", "both sides to leave the town")],
    ),
    # a heading in marks is no speech
    (
        "“We waited for months,” Varga said.\n‘The north is against the plan’\nIt rained.",
        [("Varga", "said", "“We waited for months,”")],
    ),
    # a report in other words, then its proof
    (
        "Varga said the plan was dead. “We tried everything we could.”",
        [("Varga", "said", "the plan was dead", "“We tried everything we could.”")],
    ),
    (
        "Varga called the plan a trap: “We have tried everything we could.”",
        [("Varga", "called", "the plan a trap: “We have tried everything we could.”")],
    ),
]

NONE: list[tuple[str, Expected]] = [
    ("The council passed an order according to which nobody shall cross the bridge.", []),
    ("The council stopped short of calling for an end to the siege or proposing a vote.", []),
    ("Varga left without saying that the road was open.", []),
    ("The minister refrained from accusing the rebels of breaking the truce.", []),
    ("Instead of condemning the attack, Varga left the hall.", []),
    ("According to Varga, is the bridge closed?", []),
    ("Which envoys say that the bridge is safe?", []),
    ("Varga criticized them.", []),
    ("It is worth mentioning that the port is closed.", []),
    ("The bill was referred to the council.", []),
    ("Varga said. “We go home today.”", []),
    ("The guards searched the ships. “Nobody goes in.”", []),
    ("The rebels took the town on Monday.", []),
    ("The queen is expected to visit the port.", []),
    ("The queen was invited to open the port.", []),
    ("The queen was pronounced dead.", []),
    ("It is safe to conclude that the truce failed.", []),
    ("The two ministers are likely to discuss the road.", []),
    ("If they say that the bridge is safe, nobody will listen.", []),
    ("They could argue that the bridge is safe.", []),
    ("Did Varga say that the bridge was safe?", []),
    ("We welcome comments that add to the debate.", []),
    ("You think the bridge is safe.", []),
    ("They met to discuss the bridge.", []),
    ("The army denied them access to the port.", []),
    ("", []),
    ("\n \n", []),
    ("“”", []),
    ("said", []),
    ("According to", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), DIRECT + PARAGRAPHS + SPLIT + CLAUSES + PHRASES + SOURCES + NOUNS + TANGLES + NONE
)
def test_detection(text: str, expected: Expected) -> None:
    made = [
        (
            " … ".join(text[s.start : s.end] for s in one.source),
            " … ".join(text[s.start : s.end] for s in one.cue),
            *(text[s.start : s.end] for s in one.content),
        )
        for one in by_rules(open_page(parse(text)))
    ]
    assert made == expected


def test_a_relative_clause_names_its_speaker() -> None:
    text = "The envoy of the north, who said the offer was weak, left."
    [one] = by_rules(open_page(parse(text)))
    assert one.speaker is not None
    assert text[one.speaker.start : one.speaker.end].startswith("The envoy of the north")
