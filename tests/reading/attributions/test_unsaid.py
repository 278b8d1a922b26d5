"""What is put as a report but tells of no words: `[source] <cue> {content}` marked in fictional sentences."""

import re

import pytest

from dateline.model import Span
from dateline.reading.attributions.detected import Detected, cue_token
from dateline.reading.attributions.unsaid import is_unsaid
from dateline.reading.parse import parse

CASES = [
    ("[Varga] <held> {a second round of talks between Lindt and Kesh}.", True),
    ("[Varga] <held talks on> {the harbour}.", True),
    ("[Varga] <holds> {that the harbour is Lindt's}.", False),
    ("[Varga] <agreed> {a truce with Lindt}.", True),
    ("[Varga] <said> {the truce holds}.", False),
    ("[Varga] <published> {a picture of the bridge}.", True),
    ("[Varga] <often says> {that the bridge is old}.", True),
    ("[Varga] <denied> {the report}.", False),
    ("[Varga], <asked about> {the bridge}, said: “It holds.”", True),
    ("[Varga] <asked about> {the bridge}.", False),
    ("A sailor, [who] <asked> {not to be named}, left.", True),
    ("[Varga] <asked> {to be heard by the council}.", False),
    ("[The blast] <claimed> {70 lives}.", True),
    ("[Varga] <claimed> {that the bridge holds}.", False),
    ("[Varga] <claimed> {asylum in Lindt}.", True),
    ("[Varga] <called> {an election}.", True),
    ("[Varga] <called> {the election a farce}.", False),
    ("[Varga] <denied> {the reporters access to the harbour}.", True),
    ("[Aid convoy] <denied> {entry to Lindt}.", True),
    ("{The harbour} <is planned>.", True),
    ("<Quoting> {Ada Varga}, the paper named the town.", True),
    ("<Citing> {officials}, the paper named the town.", True),
    ("[The council] <has not announced> {its choice of a harbour}.", True),
    ("[The council] <has not announced> {when the harbour will open}.", False),
    ("{The cost of the bridge} <was not disclosed in> [the report].", True),
    ("[Varga] <dodged the question of> {the bridge}.", True),
    ("[Varga] <avoided blaming> {the council for the fire}.", False),
    ("[The angry mood] <threatened> {to spark a new crisis}.", True),
    ("[This move] <underscored> {the cost of the strike}.", True),
    ("[The report] <underscored> {the cost of the strike}.", False),
    ("[The governor] <threatened> {to shut the harbour}.", False),
    ("[Varga] <is watching> {the harbour}.", True),
    ("[Varga] <declared> {open the new bridge}.", True),
    ("[The court] <dismissed> {the claim of the pilots}.", True),
    ("[Varga] <had taken measures against> {the tariffs of Lindt}.", True),
    ("[Both sides] <traded accusations over> {the harbour}.", True),
    ("[Nobody] <said> {the bridge was safe}.", True),
    ("[Varga] <said> {the same}.", True),
    ("[The council] <did not respond to> {a request for comment}.", True),
    ("[Norland] <recognised> {the new government of Malta}.", True),
    ("[The paper] <citing> {a statement from the ministry} named the town.", True),
    ("{Three bunkers} <were seen by> [Varga].", True),
    ("[Varga] <made no direct reference to> {the strike}.", True),
    ("[Varga] <announced> {(1830 UTC)}.", True),
    ("<Pressed to outline> {the plan}, [Varga] said it was early.", True),
    ("[No group] <has claimed> {responsibility for the fire}.", True),
    ("[The envoy] <delivered> {a letter}.", True),
    ("[The rebels] <called> {a truce}.", True),
    ("Varga was held on charges including <calling for> {a revolt}.", True),
    ("[Varga] warned the council, <calling for> {a vote}.", False),
    ("{The announcement} <was made> by [Varga].", True),
    ("{This order} <was recorded> by [the court].", True),
    ("[Varga] <sent a letter> {to the council}.", True),
    ("[Varga] <sent a letter> {saying that the council knew of it}.", False),
    ("{Varga} <is supported> by [Malta and Norway].", True),
    ("[Varga] <compiled> {a list of raids}.", True),
    ("[Varga] <presented> {the draft of a treaty}.", True),
    ("[Varga] <issued a statement on> {Norland}.", True),
    ("[The council] <has yet to respond to> {the offer}.", True),
    ("[The ministers] <failed to agree on> {a list of names}.", True),
    ("[Varga] <presented> {the draft as a treaty}.", False),
    ("[Varga] <recalled> {its envoy from Lindt}.", True),
    ("[Varga] <recalled> {the fall of Lindt}.", False),
    ("[The hospital] <admitted> {12 wounded people}.", True),
    ("[Varga] <admitted> {mistakes}.", False),
    ("[The unions] <called off> {the strike}.", True),
    ("[Varga] <declared> {a state of emergency}.", True),
    ("[Varga] <declared> {the strike unlawful}.", False),
    ("[Varga] <declared> {the end of the truce}.", False),
    ("[The strikes] <cast further doubt on> {the talks}.", True),
    ("[The insurgency] <has claimed> {nearly 700 lives}.", True),
    ("[The agreement] <says> {the harbour is Lindt's}.", False),
    ("[Varga] <has also faced criticism over> {his handling of the storm}.", True),
    ("[A judge] <relaunched> {the inquiry into the fire}.", True),
]


@pytest.mark.parametrize(("marked", "unsaid"), CASES, ids=[marked for marked, _ in CASES])
def test_unsaid(marked: str, unsaid: bool) -> None:
    spans: dict[str, tuple[Span, ...]] = {"[": (), "<": (), "{": ()}
    text, opened = "", 0
    for piece in re.split(r"([\[\]<>{}])", marked):
        if piece in spans:
            opened, mark = len(text), piece
        elif piece and piece in "]>}":
            spans[mark] = (*spans[mark], Span(opened, len(text)))
        else:
            text += piece
    one = Detected(source=spans["["], cue=spans["<"], content=spans["{"])
    parsed = parse(text)
    assert is_unsaid(parsed, one, cue_token(parsed, one), nobody=False, denied=False) == unsaid
