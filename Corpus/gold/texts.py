"""Joins labels to texts that you have, as gold for `normtag learn --gold` or `--examples`.

    python3 Corpus/gold/texts.py Corpus/gold/corpus.csv FOLDER > corpus.jsonl

FOLDER holds the documents that corpus-documents.csv names, under any names. `normtag` is on PATH or in .build/release. A label finds its sentence by a digest of the sentence's
letters, so layout does not matter; texts of .txt, .md and .html files are read as `normtag ingest` reads them. Labels whose
sentence is in none of the files are left out; standard error says how many.
"""

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def digest(text):
    """The first 12 hexadecimal digits of SHA-1 over the letters and digits, in lower case."""
    return hashlib.sha1(re.sub(r"[\W_]+", "", text).lower().encode()).hexdigest()[:12]


def statements(cell):
    """ACTOR:issue:stance, joined by ';'."""
    parts = [part.split(":") for part in cell.split(";") if part]
    return [dict(zip(("actor", "issue", "stance"), part)) for part in parts]


def texts(folder):
    """Digest to text of every passage below the folder."""
    normtag = shutil.which("normtag") or os.path.join(HERE, "../../.build/release/normtag")
    command = [normtag, "ingest", "--format", "jsonl", "--keep", folder]
    passages = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    found = {}
    for line in passages.strip("\n").split("\n"):
        text = json.loads(line)["text"]
        found.setdefault(digest(text), text)
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    labels, folder = sys.argv[1:]
    documents = {}
    with open(labels.removesuffix(".csv") + "-documents.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            row.pop("address")
            documents[row["doc"]] = row
    known = texts(folder)
    joined = total = 0
    with open(labels, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            total += 1
            text = known.get(row.pop("digest"))
            if text is None:
                continue
            joined += 1
            unit = {**documents[row["doc"]], **row, "text": text, "statements": statements(row["statements"])}
            for name in ("block", "unit", "sure"):
                unit[name] = int(unit[name])
            print(json.dumps({k: v if v != "" else None for k, v in unit.items()}, ensure_ascii=False))
    print(f"{joined} of {total} labels found their sentence", file=sys.stderr)


if __name__ == "__main__":
    main()
