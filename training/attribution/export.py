"""The trained tagger as two ONNX graphs with 8-bit weights: one reads a window, one reads again for each cue."""

import re
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.attribution.encoder import SIZES, Tagger

from dateline.reading.attributions.learned.windows import WINDOW

OPSET = 17

_UNWANTED = re.compile(r"\[unused\d+\]|(?:##)?[^\u0000-\u024f\u2000-\u20cf]")


class _Read(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, signs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        embedded = self.tagger.embed(pieces)
        return *self.tagger.read(embedded, signs, None), embedded


class _Again(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, states: Tensor, relation: Tensor, rule: Tensor, marked: Tensor, real: Tensor) -> Tensor:
        return self.tagger.again(states, relation, rule, marked, real)


def pieces_to_keep(listed: Sequence[str], seen: set[int], most: int = 19_500) -> list[int]:
    """The numbers of the pieces that the package keeps, in order: single signs, then those seen in training, then BERT's commonest.

    Left out are unused numbers and other scripts than Latin. BERT's list goes from the commonest piece to the rarest; a word whose piece is
    left out is cut into smaller ones: 1.1 % more pieces on mixed news.
    """
    wanted = [i for i, piece in enumerate(listed) if piece and not _UNWANTED.match(piece)]
    single = [i for i in wanted if len(listed[i].removeprefix("##")) == 1 or listed[i][0] == "["]
    ranked = sorted(set(wanted).difference(single), key=lambda i: (i not in seen, i))
    return sorted([*single, *ranked][:most])


def export(tagger: Tagger, kept: Sequence[int], folder: Path) -> None:
    """Writes read.onnx and again.onnx; of the word pieces only the kept ones, numbered anew in
    their order, and of the positions those of one window.
    """
    tagger.eval()
    tagger.word = nn.Embedding.from_pretrained(tagger.word.weight[list(kept)])
    tagger.position = nn.Embedding.from_pretrained(tagger.position.weight[:WINDOW])
    folder.mkdir(parents=True, exist_ok=True)
    length = 16
    pieces = torch.ones((1, length), dtype=torch.int64)
    sight = torch.zeros((1, length, len(SIZES)), dtype=torch.int64)
    write(
        _Read(tagger),
        (pieces, sight),
        folder / "read.onnx",
        {"pieces": {0: "rows", 1: "length"}, "signs": {0: "rows", 1: "length"}},
        ["pieces", "signs"],
        ["states", "roles", "embedded"],
    )
    states = torch.zeros((2, length, tagger.shape.width))
    number = torch.zeros((2, length), dtype=torch.int64)
    names = ["states", "relation", "rule", "marked", "real"]
    write(
        _Again(tagger),
        (states, number, number, number, torch.ones((2, length), dtype=torch.bool)),
        folder / "again.onnx",
        {name: {0: "cues", 1: "length"} for name in names},
        names,
        ["roles"],
    )


def write(
    module: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    axes: dict[str, dict[int, str]],
    ins: list[str],
    outs: list[str],
) -> None:
    """Writes the module as a graph with 8-bit weights; `axes` names the dimensions of what goes in that may differ."""
    whole = path.with_suffix(".float.onnx")
    torch.onnx.export(
        module,
        given,
        str(whole),
        input_names=ins,
        output_names=outs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    # 7 bits of weights: with 8, processors without VNNI saturate and give other sums than those with it
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()
    made = onnx.load(str(path))
    made.doc_string = ""
    onnx.save(made, str(path))
