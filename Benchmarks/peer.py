#!/usr/bin/env python3
"""Times the encoder beside onnxruntime with the same weights, on the same texts, one thread each, in turn.

  peer.py FOLDER PROGRAM INTERVIEW.md [--sentences]

The texts are the interview's first 60 paragraphs, or their first 200 sentences. FOLDER holds
model.safetensors and tokenizer.json; PROGRAM is this package's `encode-timer` (see README.md).
Needs numpy, onnx, onnxruntime, safetensors and tokenizers from PyPI.

Beside the peer, what share of the core's products of integers the whole encoding reaches: the weights,
each once a token, beside a loop that does nothing but multiply and add.
"""
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file
from tokenizers import Tokenizer

folder, program, interview = sys.argv[1:4]
W = {k: v.astype(np.float32) for k, v in load_file(folder + "/model.safetensors").items() if v.dtype.kind == "f"}
layers = 1 + max(int(k.split(".")[2]) for k in W if k.startswith("encoder."))


def graph():
    """The transformer for one text: ids [n] -> hidden [n, 384]."""
    nodes, inits = [], []

    def init(name, array):
        inits.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(kind, inputs, **attributes):
        out = f"v{len(nodes)}"
        nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def norm(x, p):
        return op("LayerNormalization", [x, init(p + ".w", W[p + ".weight"]), init(p + ".b", W[p + ".bias"])], axis=-1, epsilon=1e-12)

    def linear(x, p):
        y = op("MatMul", [x, init(p + ".w", W[p + ".weight"].T)])
        return op("Add", [y, init(p + ".b", W[p + ".bias"])])

    e = "embeddings."
    words = op("Gather", [init("words", W[e + "word_embeddings.weight"]), "ids"])
    count = op("Shape", ["ids"])
    places = op("Slice", [init("places", W[e + "position_embeddings.weight"] + W[e + "token_type_embeddings.weight"][0]), init("zero", np.array([0])), count])
    x = norm(op("Add", [words, places]), e + "LayerNorm")
    heads = init("heads", np.array([-1, 12, 32]))
    flat = init("flat", np.array([-1, 384]))
    scale = init("scale", np.array(1 / np.sqrt(32), np.float32))
    root, half, one = (init(n, np.array(v, np.float32)) for n, v in (("root", np.sqrt(2)), ("half", 0.5), ("one", 1)))
    for i in range(layers):
        p = f"encoder.layer.{i}."
        q, k, v = (op("Reshape", [linear(x, p + "attention.self." + m), heads]) for m in ("query", "key", "value"))
        q = op("Transpose", [q], perm=[1, 0, 2])
        k = op("Transpose", [k], perm=[1, 2, 0])
        v = op("Transpose", [v], perm=[1, 0, 2])
        a = op("Softmax", [op("Mul", [op("MatMul", [q, k]), scale])], axis=-1)
        a = op("Reshape", [op("Transpose", [op("MatMul", [a, v])], perm=[1, 0, 2]), flat])
        x = norm(op("Add", [linear(a, p + "attention.output.dense"), x]), p + "attention.output.LayerNorm")
        h = linear(x, p + "intermediate.dense")
        g = op("Mul", [op("Mul", [h, half]), op("Add", [op("Erf", [op("Div", [h, root])]), one])])
        x = norm(op("Add", [linear(g, p + "output.dense"), x]), p + "output.LayerNorm")
    nodes.append(helper.make_node("Identity", [x], ["hidden"]))
    g = helper.make_graph(nodes, "encoder", [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
                          [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["n", 384])], inits)
    return helper.make_model(g, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


work = tempfile.mkdtemp()
onnx.save(graph(), work + "/fp32.onnx")
quantize_dynamic(work + "/fp32.onnx", work + "/int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
sessions = {n: onnxruntime.InferenceSession(f"{work}/{n}.onnx", options) for n in ("fp32", "int8")}

texts = [line.split(":** ")[-1].strip() for line in open(interview) if len(line) > 40][:60]
if sys.argv[4:] == ["--sentences"]:
    texts = [s for text in texts for s in re.split(r"(?<=[.?!]) ", text) if len(s) > 20][:200]
tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
tokenizer.no_padding()
tokenizer.no_truncation()
ids = [np.array([0] + tokenizer.encode("passage: " + " ".join(t.split()), add_special_tokens=False).ids[:254] + [2]) for t in texts]
tokens = sum(map(len, ids))
open(work + "/texts", "w").write("\n".join(" ".join(t.split()) for t in texts) + "\n")


weights = sum(v.size for k, v in W.items() if k.startswith("encoder.") and v.ndim == 2) + W["token_head.weight"].size
peaks = []


def ours():
    out = json.loads(subprocess.run([program, work + "/texts"], capture_output=True, text=True, check=True).stdout)
    peaks.append(out["peak"])
    return out["seconds"]


def theirs(name):
    began = time.perf_counter()
    for i in ids:
        sessions[name].run(None, {"ids": i})
    return time.perf_counter() - began


runs = {"ours": [], "fp32": [], "int8": []}
for round in range(8):
    for name in runs:
        seconds = ours() if name == "ours" else theirs(name)
        if round > 0:
            runs[name].append(seconds)
for name, seconds in runs.items():
    print(f"{name:5} {tokens / statistics.median(seconds):8.0f} tokens a second (median of {len(seconds)}, {len(ids)} texts, {tokens} tokens)")
peak = statistics.median(peaks)
if peak > 0:
    reached = tokens * weights / statistics.median(runs["ours"])
    print(f"ours: {reached / 1e9:.0f} of {peak / 1e9:.0f} billion products a second ({reached / peak:.0%})")
for name in ("fp32", "int8"):
    print(f"ours / onnxruntime {name}: {statistics.median(b / a for a, b in zip(runs['ours'], runs[name])):.2f}")
