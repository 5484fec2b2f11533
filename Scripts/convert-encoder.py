#!/usr/bin/env python3
"""Converts a tuned sentence encoder into the one file that the program embeds.

  convert-encoder.py FOLDER PAIRS Sources/CSentenceEncoder/weights.bin

FOLDER holds model.safetensors (BERT names, 12 heads, `token_head.weight`), tokenizer.json (a
SentencePiece unigram) and prefixes.json; PAIRS is the tuning's pairs.jsonl.gz (see CALIBRATION). Needs
numpy, scipy, safetensors and tokenizers from PyPI, and eight minutes. The result depends on the input
alone; its SHA-256 is printed, and stands in Sources/CSentenceEncoder/WEIGHTS.md.

The file is little-endian: the header (see HEADER), then sections, each aligned to 64 bytes:
matrices as one signed byte a weight plus 128, in the order in which the kernels read them, with a
float32 scale a row and a float32 gain a column (see SMOOTHING); norms, biases and positions as float32;
the pieces as a trie with float64 scores; and the tables of NFKC.
"""
import gzip
import hashlib
import json
import struct
import sys
import unicodedata

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer, normalizers

MAGIC = b"ONRECENC"
VERSION = 1
POSITIONS = 322  # 256 tokens of a text and 65 of a context, and one to spare

folder, pairs, target = sys.argv[1:4]
weights = {k: v.astype(np.float32) for k, v in load_file(folder + "/model.safetensors").items() if v.dtype.kind == "f"}
tokenizer = json.load(open(folder + "/tokenizer.json"))["model"]
prefixes = json.load(open(folder + "/prefixes.json"))
layers = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder."))
width = weights["embeddings.LayerNorm.weight"].shape[0]
inner = weights["encoder.layer.0.intermediate.dense.bias"].shape[0]
head = weights["token_head.weight"].shape[0]
sections = []  # (name, bytes), in the order of the header


def section(name, array):
    sections.append((name, np.ascontiguousarray(array).tobytes()))


def quantized(matrix):
    """A signed byte a weight, symmetric, a scale a row."""
    scale = np.abs(matrix).max(1) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int16), scale.astype(np.float32)


# CALIBRATION: what the matrices' inputs look like, from every 50th pair of the tuning: its question
# and the first passage of its answer. In float64, so that the last bits of a machine's arithmetic do
# not reach the file.
reader = Tokenizer.from_file(folder + "/tokenizer.json")
reader.no_padding()
reader.no_truncation()
greatest = {}  # name of a matrix -> the greatest magnitude of each column of its input
moments = {}  # name of a matrix -> the mean product of every two columns of its input


def calibration():
    number = 0
    for line in gzip.open(pairs, "rt"):
        for pair in json.loads(line)["pairs"]:
            if number % 50 == 0:
                for prefix, text in ((prefixes[0], pair["question"]), (prefixes[1], pair["answer"][0])):
                    pieces = reader.encode(prefix + " " + " ".join(text.split()), add_special_tokens=False).ids
                    yield [0] + pieces[:254] + [2]
            number += 1


def observe():
    """Runs the transformer over the texts of CALIBRATION and notes each matrix's inputs."""
    exact = {k: v.astype(np.float64) for k, v in weights.items()}

    def norm(x, p):
        return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12) * exact[p + ".weight"] + exact[p + ".bias"]

    def see(name, x):
        greatest[name] = np.maximum(greatest.get(name, 0), np.abs(x).max(0))
        moments[name] = moments.get(name, 0) + x.T @ x
        return x

    def product(x, p):
        return x @ exact[p + ".weight"].T + exact[p + ".bias"]

    count, e = 0, "embeddings."
    for ids in calibration():
        n = len(ids)
        count += n
        x = norm(exact[e + "word_embeddings.weight"][ids] + exact[e + "position_embeddings.weight"][:n]
                 + exact[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
        for i in range(layers):
            p = f"encoder.layer.{i}."
            see(f"{i}.qkv", x)
            q, k, v = (product(x, p + "attention.self." + m).reshape(n, 12, 32).transpose(1, 0, 2) for m in ("query", "key", "value"))
            a = q @ k.transpose(0, 2, 1) / np.sqrt(32)
            a = np.exp(a - a.max(-1, keepdims=True))
            a /= a.sum(-1, keepdims=True)
            x = norm(product(see(f"{i}.out", (a @ v).transpose(1, 0, 2).reshape(n, width)), p + "attention.output.dense") + x, p + "attention.output.LayerNorm")
            h = product(see(f"{i}.up", x), p + "intermediate.dense")
            h = 0.5 * h * (1 + erf(h / np.sqrt(2)))
            x = norm(product(see(f"{i}.down", h), p + "output.dense") + x, p + "output.LayerNorm")
        see("head", x)
    for name in moments:
        moments[name] /= count


def compensated(matrix, moment):
    """As `quantized`, but to the inputs that are seen (E. Frantar et al.: GPTQ, 2023): what rounding one
    column adds to the outputs, the columns that are not yet rounded take away again."""
    usual = np.diag(moment)
    scale, least = None, None
    for share in np.arange(100, 60, -5) / 100:  # a smaller range rounds finer and cuts the largest
        tried = np.abs(matrix).max(1) / 127 * share
        tried[tried == 0] = 1
        rounded = np.clip(np.rint(matrix / tried[:, None]), -127, 127) * tried[:, None]
        error = ((matrix - rounded) ** 2 * usual).sum(1)
        if scale is None:
            scale, least = tried, error
        better = error < least
        scale, least = np.where(better, tried, scale), np.where(better, error, least)
    scale = scale.astype(np.float32).astype(np.float64)
    order = np.argsort(-usual, kind="stable")
    left = matrix[:, order].copy()
    moment = moment[np.ix_(order, order)] + np.eye(len(order)) * 0.002 * usual.mean()
    upper = np.linalg.cholesky(np.linalg.inv(moment)).T
    rounded = np.empty(left.shape, np.int16)
    for first in range(0, len(order), 128):
        last = min(len(order), first + 128)
        errors = np.empty((len(left), last - first))
        for c in range(first, last):
            rounded[:, c] = np.clip(np.rint(left[:, c] / scale), -127, 127)
            errors[:, c - first] = (left[:, c] - rounded[:, c] * scale) / upper[c, c]
            left[:, c:last] -= np.outer(errors[:, c - first], upper[c, c:last])
        left[:, last:] -= errors @ upper[first:last, last:]
    result = np.empty_like(rounded)
    result[:, order] = rounded
    return result, scale.astype(np.float32)


def linear(name, matrix, bias):
    """[outputs, inputs] as blocks of 16 outputs: [outputs / 16][inputs / 4][16][4], plus 128."""
    # SMOOTHING: a few columns of the input are far larger than the others, and would take most of the
    # range. They are divided by a factor that the matrix is multiplied with (G. Xiao et al.: SmoothQuant,
    # 2023, with alpha ½), a power of √2.
    matrix = matrix.astype(np.float64)
    factor = np.sqrt(greatest[name] / np.maximum(np.abs(matrix).max(0), 1e-3))
    factor = np.maximum(factor, 1e-3)
    factor = np.exp2(np.rint(2 * np.log2(factor / np.exp(np.log(factor).mean()))) / 2).astype(np.float32).astype(np.float64)
    q, scale = compensated(matrix * factor, moments[name] / np.outer(factor, factor))
    section(name + ".gain", (1 / factor).astype(np.float32))
    outputs, inputs = q.shape
    blocks = (q + 128).astype(np.uint8).reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)
    section(name + ".weight", blocks)
    section(name + ".scale", scale)
    section(name + ".bias", bias.astype(np.float32))


observe()
q, scale = quantized(weights["embeddings.word_embeddings.weight"])
section("pieces.vector", q.astype(np.int8))
section("pieces.scale", scale)
kind = weights["embeddings.token_type_embeddings.weight"][0]
section("positions", (weights["embeddings.position_embeddings.weight"][:POSITIONS] + kind).astype(np.float32))
section("norm.gain", weights["embeddings.LayerNorm.weight"])
section("norm.bias", weights["embeddings.LayerNorm.bias"])
for i in range(layers):
    p = f"encoder.layer.{i}."
    a = p + "attention.self."
    linear(f"{i}.qkv", np.concatenate([weights[a + n + ".weight"] for n in ("query", "key", "value")]),
           np.concatenate([weights[a + n + ".bias"] for n in ("query", "key", "value")]))
    linear(f"{i}.out", weights[p + "attention.output.dense.weight"], weights[p + "attention.output.dense.bias"])
    section(f"{i}.norm1.gain", weights[p + "attention.output.LayerNorm.weight"])
    section(f"{i}.norm1.bias", weights[p + "attention.output.LayerNorm.bias"])
    linear(f"{i}.up", weights[p + "intermediate.dense.weight"], weights[p + "intermediate.dense.bias"])
    linear(f"{i}.down", weights[p + "output.dense.weight"], weights[p + "output.dense.bias"])
    section(f"{i}.norm2.gain", weights[p + "output.LayerNorm.weight"])
    section(f"{i}.norm2.bias", weights[p + "output.LayerNorm.bias"])
linear("head", weights["token_head.weight"], np.zeros(head, np.float32))

# The pieces as a trie, breadth first: the children of node i are first[i] ..< first[i + 1], by byte.
assert tokenizer["type"] == "Unigram" and not tokenizer.get("byte_fallback")
vocabulary = tokenizer["vocab"]
special = {"<s>", "</s>", "<pad>", "<unk>", "<mask>"}
root = {}
for number, (piece, _) in enumerate(vocabulary):
    if piece in special:
        continue
    node = root
    for byte in piece.encode():
        node = node.setdefault(byte, {})
    node[-1] = number
byte, first, value = [0], [], [-1]
queue = [root]
for node in queue:
    first.append(len(byte))
    for b in sorted(k for k in node if k >= 0):
        byte.append(b)
        value.append(node[b].get(-1, -1))
        queue.append(node[b])
first.append(len(byte))
section("trie.byte", np.array(byte, np.uint8))
section("trie.first", np.array(first, np.uint32))
section("trie.piece", np.array(value, np.int32))
section("scores", np.array([s for _, s in vocabulary], np.float64))

# NFKC: full compatibility decompositions, combining classes, canonical compositions.
nfkd, nfd, nfc = normalizers.NFKD(), normalizers.NFD(), normalizers.NFC()
code, start, parts, combining, pairs = [], [], [], [], []
for c in range(0x110000):
    if 0xD800 <= c < 0xE000 or 0xAC00 <= c < 0xD7A4:
        continue
    ch = chr(c)
    if unicodedata.combining(ch):
        combining += [c, unicodedata.combining(ch)]
    k = nfkd.normalize_str(ch)
    if k != ch:
        code.append(c)
        start.append(len(parts))
        parts += [ord(x) for x in k]
    d = nfd.normalize_str(ch)
    if d != ch and nfc.normalize_str(d) == ch and len(d) > 1:
        before = nfc.normalize_str(d[:-1])
        if len(before) == 1 and nfc.normalize_str(before + d[-1]) == ch:
            pairs.append((ord(before), ord(d[-1]), c))
start.append(len(parts))
section("nfkd.code", np.array(code, np.uint32))
section("nfkd.start", np.array(start, np.uint32))
section("nfkd.parts", np.array(parts, np.uint32))
section("combining", np.array(combining, np.uint32))
section("compositions", np.array(sorted(pairs), np.uint32))
section("prefixes", np.frombuffer("\n".join(prefixes).encode(), np.uint8))

# HEADER: magic, version, layers, width, inner, head, pieces, unknown piece, sections; the SHA-256 of
# what follows the table; then the table, offset and size of each section.
header = MAGIC + struct.pack("<8I", VERSION, layers, width, inner, head, len(vocabulary), tokenizer["unk_id"], len(sections))
offset = (len(header) + 32 + 16 * len(sections) + 63) // 64 * 64
table, body = b"", b""
for _, data in sections:
    table += struct.pack("<QQ", offset + len(body), len(data))
    body += data + bytes(-len(data) % 64)
blob = header + hashlib.sha256(body).digest() + table
blob += bytes(-len(blob) % 64) + body
open(target, "wb").write(blob)
print(f"{len(blob)} bytes, {len(sections)} sections, SHA-256 {hashlib.sha256(blob).hexdigest()}")
