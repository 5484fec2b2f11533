#!/usr/bin/env python3
"""Fits the weights of the model that decides whether a prompt is answered (Answering/Evidence.swift).

  fit-evidence.py PROGRAM FOLDER [TEST-FOLDER…]

Each folder holds NAME.md, an interview, and NAME.tsv: lines of kind, prompt, gold, where gold is `-` for
a prompt to decline. The features are the program's own (`ask --json --explain`). Answerable prompts are
also put to three other interviews each, with a small weight. Prints the weights, fitted on FOLDER and
cross-validated by interview, and the area under the curve there and on each TEST-FOLDER. Needs numpy.
"""
import glob
import json
import os
import subprocess
import sys

import numpy as np

# Not fitted here: whole interviews are too much of a length (the weight was found on interviews cut
# into windows of 40 and 70 passages), and these have no interviewer (found on seven prompts that all but
# repeat the interviewer's question, each of them answerable). Who types a name that stands in the words
# around asks for those words, however few the prompt's words are (found on 160 single words that come
# often in the interviews).
FIXED = {"the interview's length": -0.75, "what was asked": 10.0, "a subject whose words stand there": 2.0}
CROSS_WEIGHT = 0.06
DECLINE_WEIGHT = 2.0
PENALTY = 3.0
program, folders = sys.argv[1], sys.argv[2:]


def features(interview, prompts):
    command = [program, "ask", "-p", interview, "--json", "--explain", "-"]
    out = subprocess.run(command, input="\n".join(prompts) + "\n", capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        tree = json.loads(line).get("explanation", {"parts": []})
        node = next((p for p in tree["parts"] if p["label"] in ("answerable", "not answerable")), None)
        yield node and {p["label"]: p["parts"][0]["value"] for p in node["parts"]}


def load(folder, cross):
    rows = []  # (interview, features, answerable, weight)
    files = sorted(glob.glob(folder + "/*.tsv"))
    sets = {f: [l.rstrip("\n").split("\t")[:3] for l in open(f) if l.strip()] for f in files}
    for n, f in enumerate(files):
        for (_, _, gold), x in zip(sets[f], features(f[:-4] + ".md", [r[1] for r in sets[f]])):
            if x:
                rows.append((f, x, gold != "-", 1.0 if gold != "-" else DECLINE_WEIGHT))
        if cross:
            for k in (1, 2, 3):
                other = files[(n + k) % len(files)]
                prompts = [r[1] for r in sets[f] if r[2] != "-"]
                rows += [(other, x, False, CROSS_WEIGHT) for x in features(other[:-4] + ".md", prompts) if x]
    return rows


def matrix(rows, names):
    offset = np.array([sum(v * r[1][n] for n, v in FIXED.items()) for r in rows])
    return (np.array([[r[1][n] for n in names] for r in rows]), np.array([float(r[2]) for r in rows]), np.array([r[3] for r in rows]), offset)


def fit(x, y, w, offset):
    """Weighted logistic regression on standardized features, ridge; returns raw weights, constant first."""
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / deviation]
    b = np.zeros(z.shape[1])
    ridge = np.diag([0.0] + [PENALTY] * x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ b - offset))
        gradient = z.T @ (w * (y - p)) - ridge @ b
        b += np.linalg.solve(z.T @ (z * (w * p * (1 - p))[:, None]) + ridge, gradient)
    raw = b[1:] / deviation
    return np.r_[b[0] - raw @ mean, raw]


def auc(scores, y):
    order = np.argsort(np.argsort(scores)) + 1
    positive = y > 0.5
    n, m = positive.sum(), (~positive).sum()
    return (order[positive].sum() - n * (n + 1) / 2) / (n * m)


rows = load(folders[0], cross=True)
names = [n for n in rows[0][1] if n != "the outset" and n not in FIXED]
b = fit(*matrix(rows, names))
for name, value in list(zip(["the outset"] + names, b)) + list(FIXED.items()):
    print(f"{value:9.3f}  {name}")
own = [r for r in rows if r[3] >= 1]
held, truth = [], []
for interview in sorted({r[0] for r in own}):
    c = fit(*matrix([r for r in rows if r[0] != interview], names))
    part = matrix([r for r in own if r[0] == interview], names)
    held += list(np.c_[np.ones(len(part[0])), part[0]] @ c + part[3])
    truth += list(part[1])
held, truth = np.array(held), np.array(truth)
print(f"cross-validated by interview: AUC {auc(held, truth):.3f}, {len(truth)} prompts")
for t in (-0.3, 0, 0.3, 0.6):
    print(f"  at {t}: answered of the answerable {np.mean(held[truth > 0.5] >= t):.3f}, declined of the others {np.mean(held[truth < 0.5] < t):.3f}")
for folder in folders[1:]:
    test = matrix(load(folder, cross=False), names)
    s = np.c_[np.ones(len(test[0])), test[0]] @ b + test[3]
    print(f"{os.path.basename(folder.rstrip('/'))}: AUC {auc(s, test[1]):.3f}")
    for t in (-0.3, 0, 0.3, 0.6):
        print(f"  at {t}: answered of the answerable {np.mean(s[test[1] > 0.5] >= t):.3f}, declined of the others {np.mean(s[test[1] < 0.5] < t):.3f}")
