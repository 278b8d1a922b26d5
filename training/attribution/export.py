"""The trained tagger as two ONNX graphs with 8-bit weights: one reads a window, one reads again for each cue."""

from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.attribution.encoder import SIZES, Tagger

OPSET = 17


class _Read(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, signs: Tensor) -> tuple[Tensor, Tensor]:
        return self.tagger.read(pieces, signs, torch.ones_like(pieces, dtype=torch.bool))


class _Again(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, states: Tensor, relation: Tensor, rule: Tensor, marked: Tensor, real: Tensor) -> Tensor:
        return self.tagger.again(states, relation, rule, marked, real)


def export(tagger: Tagger, folder: Path) -> None:
    """Writes read.onnx and again.onnx. The embeddings of words stay with `read`."""
    tagger.eval()
    folder.mkdir(parents=True, exist_ok=True)
    length = 16
    pieces = torch.ones((1, length), dtype=torch.int64)
    sight = torch.zeros((1, length, len(SIZES)), dtype=torch.int64)
    _write(
        _Read(tagger),
        (pieces, sight),
        folder / "read.onnx",
        {"pieces": {0: "rows", 1: "length"}, "signs": {0: "rows", 1: "length"}},
        ["pieces", "signs"],
        ["states", "roles"],
    )
    states = torch.zeros((2, length, tagger.shape.width))
    number = torch.zeros((2, length), dtype=torch.int64)
    names = ["states", "relation", "rule", "marked", "real"]
    _write(
        _Again(tagger),
        (states, number, number, number, torch.ones((2, length), dtype=torch.bool)),
        folder / "again.onnx",
        {name: {0: "cues", 1: "length"} for name in names},
        names,
        ["roles"],
    )


def _write(
    module: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    axes: dict[str, dict[int, str]],
    ins: list[str],
    outs: list[str],
) -> None:
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
