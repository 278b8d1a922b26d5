"""Which mentions tell of one event, across articles, against MEANTIME and ECB+ beside the lemma baseline, in one run.

    python benchmarks/coreference.py [--quick] [--gold FOLDER]

Both sets (Minard et al. 2016; Cybulska and Vossen 2014) mark words that tell of events and which of them tell of the same one; they are
read from `../shared/gold`, and where one is absent the benchmark says so. MEANTIME's articles are dated, ECB+'s are not. A mention is ours
where an event's trigger covers it, of several the one that it covers most of; two mentions are one where their events are one in the
linked record. Dateline looks for the deeds of politics and conflict only, so two tables: over all marked mentions, those it does not
read standing alone; and over those it reads. Baselines: every mention alone, and one event for each head lemma of a topic (MEANTIME's four corpora, ECB+'s 43 topics given).
Figures: B-cubed (Bagga and Baldwin 1998), MUC (Vilain et al. 1995), and precision of the pairs that are held for one.
`--quick` takes every sixth topic of ECB+ and every fourth article of MEANTIME.
"""

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline import read_text
from dateline.linking import link
from dateline.model import Reading
from dateline.reading.parse import parse

GOLD = Path(__file__).parents[1] / "../shared/gold"
ECB = "stories/ecbplus/ECB+_LREC2014"
MEANTIME = "times/meantime/intra_cross-doc_annotation"

Groups = dict[str, str]
"""For each mention the name of its event."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Marked words: their place in the text, and the event they tell of."""

    id: str
    start: int
    end: int
    event: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article of a set, as text."""

    name: str
    topic: str
    text: str
    published: str | None
    mentions: tuple[Mention, ...]


def main() -> None:
    """Both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    tables(args.gold, quick=args.quick)


def tables(gold: Path, *, quick: bool) -> None:
    """Prints the tables of the sets that are there."""
    for name, folder, documents in (("MEANTIME", MEANTIME, meantime), ("ECB+", ECB, ecb)):
        if (gold / folder).exists():
            measure(name, list(documents(gold / folder, quick=quick)))
        else:
            print(f"skipped events of {name}: {gold / folder} is not there")


def measure(name: str, documents: Sequence[Document]) -> None:
    """The tables of one set."""
    mentions = {m.id: m for d in documents for m in d.mentions}
    chains: Groups = {m.id: m.event for m in mentions.values()}
    ours, lemmas = found(documents), by_lemma(documents)
    print(
        f"events of {name}: {len(mentions)} mentions of {len(set(chains.values()))} events in {len(documents)} articles"
    )
    print(
        f"  {'':38} {'B-cubed P':>9} {'R':>6} {'F1':>6}   {'MUC P':>6} {'R':>6} {'F1':>6}   {'pairs P':>7} {'held':>6}"
    )
    for what, of in (("all mentions", list(mentions)), (f"the {len(ours)} that Dateline reads", sorted(ours))):
        print(f"  {what}")
        gold = {id_: chains[id_] for id_ in of}
        for row, groups in (
            ("Dateline", {id_: ours.get(id_, id_) for id_ in of}),
            ("same lemma, topics given", {id_: lemmas[id_] for id_ in of}),
            ("each alone", {id_: id_ for id_ in of}),
        ):
            show(row, gold, groups)
    print()


def show(row: str, gold: Groups, groups: Groups) -> None:
    """One row."""
    cubed, muc = b_cubed(gold, groups), links(gold, groups)
    right, held = pairs(gold, groups)
    print(
        f"    {row:36} "
        + " ".join(f"{v:{w}.3f}" for v, w in zip(cubed, (9, 6, 6), strict=True))
        + "   "
        + " ".join(f"{v:6.3f}" for v in muc)
        + f"   {right / max(1, held):7.3f} {held:6}"
    )


def found(documents: Iterable[Document]) -> Groups:
    """The mentions that are read as events, each with the linked event."""
    read: dict[str, tuple[Document, Reading]] = {}
    for document in documents:
        reading = read_text(document.text, document.published)
        read[reading.article.id] = (document, reading)
    record = link([reading for _, reading in read.values()])
    linked = {(member.article, member.id): event.id for event in record.events for member in event.reports}
    made: Groups = {}
    for article, (document, reading) in read.items():
        for event in reading.events:
            told = mention_of(document.mentions, event.trigger.start, event.trigger.end)
            if told is not None:
                made.setdefault(told, linked[article, event.id])
    return made


def mention_of(mentions: Iterable[Mention], start: int, end: int) -> str | None:
    """The mention that the stretch covers most of; where several are in it, it still tells of one event."""
    covered = [(min(end, m.end) - max(start, m.start), -m.start, m.id) for m in mentions]
    most = max(covered, default=(0, 0, ""))
    return most[2] if most[0] > 0 else None


def by_lemma(documents: Iterable[Document]) -> Groups:
    """The mentions by topic and the lemma of their head."""
    made: Groups = {}
    for document in documents:
        doc = parse(document.text).doc
        for mention in document.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            head = span.root.lemma_ if span is not None else document.text[mention.start : mention.end]
            made[mention.id] = f"{document.topic} {head.casefold()}"
    return made


# the figures


def b_cubed(gold: Groups, groups: Groups) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1."""
    real, made = sets(gold), sets(groups)
    both = Counter((gold[id_], groups[id_]) for id_ in gold)
    precision = sum(n * n / len(made[g]) for (_, g), n in both.items()) / max(1, len(gold))
    recall = sum(n * n / len(real[e]) for (e, _), n in both.items()) / max(1, len(gold))
    return precision, recall, f1(precision, recall)


def links(gold: Groups, groups: Groups) -> tuple[float, float, float]:
    """MUC: the share of the links of one side's sets that the other side's sets keep."""

    def kept(these: Groups, those: Groups) -> float:
        made = sets(these).values()
        links_ = sum(len(ids) - 1 for ids in made)
        return sum(len(ids) - len({those[id_] for id_ in ids}) for ids in made) / max(1, links_)

    precision, recall = kept(groups, gold), kept(gold, groups)
    return precision, recall, f1(precision, recall)


def pairs(gold: Groups, groups: Groups) -> tuple[int, int]:
    """How many pairs are held for one event, rightly and in all."""
    both = Counter((gold[id_], groups[id_]) for id_ in gold)
    held = Counter(groups.values())
    return sum(n * (n - 1) // 2 for n in both.values()), sum(n * (n - 1) // 2 for n in held.values())


def sets(groups: Groups) -> dict[str, list[str]]:
    """The mentions of each event."""
    made: dict[str, list[str]] = defaultdict(list)
    for id_, group in groups.items():
        made[group].append(id_)
    return made


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


# the sets, both in CAT's XML


def meantime(folder: Path, *, quick: bool) -> Iterator[Document]:
    """MEANTIME: mentions that refer to an event; the sentences that were annotated are the first ones."""
    for path in sorted(folder.glob("*/*.xml"))[:: 4 if quick else 1]:
        root = ET.parse(path).getroot()  # noqa: S314 -- a gold set, not a page
        day = next(
            (t.get("value") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None
        )
        day = day if re.fullmatch(r"\d{4}-\d\d-\d\d", day or "") else None
        yield document(path.stem, path.parent.name, root, day, "REFERS_TO", None)


def ecb(folder: Path, *, quick: bool) -> Iterator[Document]:
    """ECB+: the mentions of the sentences whose annotation was checked."""
    checked: dict[str, set[str]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            checked[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    topics = sorted((p for p in (folder / "ECB+").iterdir() if p.is_dir()), key=lambda p: int(p.name))
    for topic in topics[:: 6 if quick else 1]:
        for path in sorted(topic.glob("*.xml")):
            root = ET.parse(path).getroot()  # noqa: S314 -- a gold set, not a page
            yield document(path.stem, topic.name, root, None, "CROSS_DOC_COREF", checked[path.stem])


def words_of(root: ET.Element) -> tuple[str, dict[str | None, tuple[int, int, str | None]]]:
    """The tokens as a text with a sentence on each line, and for each its place and sentence."""
    text, last, place = "", None, {}
    for token in root.iter("token"):
        sentence = token.get("sentence")
        if last is not None:
            text += " " if sentence == last else "\n"
        last, word = sentence, (token.text or "").replace("\n", " ")
        place[token.get("t_id")] = (len(text), len(text) + len(word), sentence)
        text += word
    return text, place


def document(
    name: str, topic: str, root: ET.Element, published: str | None, relation: str, checked: set[str] | None
) -> Document:
    """The text, and the mentions of events with places in it."""
    text, place = words_of(root)
    marks = root.find("Markables")
    instances = (
        {m.get("m_id"): m.get("instance_id") for m in marks if m.get("instance_id")} if marks is not None else {}
    )
    event: dict[str | None, str] = {}
    for one in root.iter(relation):
        target = one.find("target")
        chain = one.get("note") or (instances.get(target.get("m_id")) if target is not None else None)
        event |= {source.get("m_id"): chain for source in one.findall("source") if chain}
    mentions = []
    for mark in marks if marks is not None else ():
        spans = [place[a.get("t_id")] for a in mark.findall("token_anchor")]
        id_ = f"{name} {mark.get('m_id')}"
        meant = (
            "ACTION" in mark.tag if checked is not None else mark.tag == "EVENT_MENTION" and mark.get("m_id") in event
        )
        if meant and spans and (checked is None or spans[0][2] in checked):
            mentions.append(Mention(id_, spans[0][0], spans[-1][1], event.get(mark.get("m_id"), id_)))
    return Document(name, topic, text, published, tuple(mentions))


if __name__ == "__main__":
    main()
