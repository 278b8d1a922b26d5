"""From PolNeAR's training articles to the weights in the package.

    python -m training.attribution ../shared/gold/attribution/polnear

Wants the packages of training/attribution/requirements.txt beside Dateline's own. About 80 minutes on one core (EPYC, bfloat16).
"""

import argparse
import sys
import time
import zipfile
from importlib.resources import files
from pathlib import Path

import safetensors.torch
import torch
from training.attribution.examples import articles, example
from training.attribution.export import export
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

    vocabulary = vocabulary_of((WEIGHTS / "pieces.txt").read_text("utf-8"))
    examples = [
        example(text, gold, vocabulary) for _, text, gold in list(articles(given.folder / "train"))[: given.first]
    ]
    report(f"{len(examples)} articles, {sum(len(e.cues) for e in examples)} true and false cues")
    relations = known_relations(examples)
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as packed:
        encoder = safetensors.torch.load(packed.read("model.safetensors"))
    tagger = train(examples, vocabulary, encoder, relations, Plan(epochs=given.epochs), report)
    export(tagger, given.out)
    (given.out / "relations.txt").write_text("".join(f"{name}\n" for name in relations), "utf-8")
    report(f"weights in {given.out}")


if __name__ == "__main__":
    main()
