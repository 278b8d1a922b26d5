"""Graphs of learned weights, run by onnxruntime on one thread, so that a text gives the same answer on every machine."""

import onnxruntime

_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime is not to make of the graphs: the fused norm takes a tenth of the whole time more than its two steps."""


def graph(weights: bytes) -> onnxruntime.InferenceSession:
    """The graph of a file's bytes, ready to run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
