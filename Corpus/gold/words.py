"""Makes words.tsv: where words lie that are used alike.

    python3 words.py FILE... > words.tsv

Text files (HTML loses its tags) of the kinds to be coded, none of them hand-coded for judging. Stems
as WordTable cuts them; counts of the 4,000 commonest stems at each of the places -2, -1, 1 and 2;
positive pointwise mutual information with smoothed contexts (Levy, Goldberg & Dagan 2015, TACL 3);
48 dimensions by truncated singular values, unit length, less the mean. Needs scikit-learn.
"""
import collections
import html
import re
import sys

import numpy as np
import scipy.sparse as sp
from sklearn.decomposition import TruncatedSVD

LEAST, CONTEXTS, DIMENSIONS, STEP, ZERO = 8, 4000, 48, 0.02, 79
# The names of the components are no evidence (CODEBOOK.md).
SILENT = {"principle", "principl", "norm", "rule", "rul", "procedure"}


def stem(word):
    if len(word) <= 4:
        return word
    if len(word) > 6 and word.endswith("ing"):
        return word[:-3]
    if len(word) > 5 and word.endswith(("ed", "es")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def words(path):
    text = open(path, errors="ignore").read()
    if path.endswith((".html", ".htm")):
        text = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]+>", " ", text, flags=re.S)
        text = html.unescape(text)
    text = text.lower().replace("’s", "").replace("'s", "")
    return [stem(word) for word in re.findall("[a-z]+", text)]


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


texts = [words(path) for path in sys.argv[1:]]
counts = collections.Counter(word for text in texts for word in text)
stems = [word for word, count in counts.most_common() if count >= LEAST]
number = {word: index for index, word in enumerate(stems)}
contexts = min(CONTEXTS, len(stems))
numbers = [np.array([number.get(word, -1) for word in text]) for text in texts]
sides = []
for distance in (1, 2):
    for before in (True, False):
        rows, columns = [], []
        for text in numbers:
            if len(text) <= distance:
                continue
            near, far = text[:-distance], text[distance:]
            own, other = (far, near) if before else (near, far)
            kept = (own >= 0) & (other >= 0) & (other < contexts)
            rows.append(own[kept])
            columns.append(other[kept])
        ones = np.ones(sum(map(len, rows)))
        side = sp.coo_matrix(
            (ones, (np.concatenate(rows), np.concatenate(columns))), shape=(len(stems), contexts)
        ).tocsr()
        total = side.sum()
        of_rows = np.asarray(side.sum(1)).ravel()
        of_columns = np.asarray(side.sum(0)).ravel() ** 0.75
        of_columns *= total / of_columns.sum()
        side = side.tocoo()
        value = np.log(side.data * total / (of_rows[side.row] * of_columns[side.col]))
        sides.append(
            sp.coo_matrix((np.maximum(value, 0), (side.row, side.col)), shape=side.shape).tocsr())
table = sp.hstack(sides).tocsr()
reduced = TruncatedSVD(DIMENSIONS, random_state=0).fit(table)
places = unit(reduced.transform(table) / reduced.singular_values_)
places = unit(places - places.mean(0))
steps = np.clip(np.round(places / STEP), 33 - ZERO, 126 - ZERO).astype(int)
print("# Stems that are used alike lie near each other; made by words.py, read by learn --words.")
for word, row in sorted(zip(stems, steps.tolist())):
    if word not in SILENT:
        print(word + "\t" + "".join(chr(ZERO + step) for step in row))
