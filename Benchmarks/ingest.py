#!/usr/bin/env python3
"""Two measures of `normtag ingest` that no shared tool takes, printed as "figure<TAB>value".

  ingest.py metadata PAGES GOLD.json   title and date of web pages against gold; pages a CPU second, in one process
  ingest.py sentences GOLD.txt         sentences of the project's own text, both ends right: as it is, hard-wrapped at
                                       90 columns, and wrapped with a blank line after each line

NORMTAG names the binary. Titles are compared as the gold is written, but for case, white space, Unicode form and typographic
quotes and dashes; dates by day. Pages whose gold lacks the field don't count; a missing value counts as wrong."""
import json, os, re, resource, subprocess, sys, textwrap, unicodedata
from pathlib import Path

NORMTAG = os.environ.get("NORMTAG", ".build/release/normtag")
DASHES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-"}

def records(arguments, text=None):
    out = subprocess.run([NORMTAG, "ingest", "--format", "jsonl", *arguments], input=text, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL).stdout
    return [json.loads(line) for line in out.decode("utf-8").split("\n") if line]

def fold(title):
    return " ".join(unicodedata.normalize("NFKC", title.translate(DASHES)).casefold().split())

def metadata(pages, gold):
    gold = json.loads(Path(gold).read_text())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {}
    for record in records([pages]):
        found.setdefault(Path(record["doc"]).stem, record)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    wrong = os.environ.get("SHOW")
    for field, same in [("title", lambda a, b: fold(a) == fold(b)), ("date", lambda a, b: a[:10] == b[:10])]:
        keys = [k for k in gold if gold[k].get(field)]
        values = {k: found.get(k, {}).get(field) for k in keys}
        right = [k for k in keys if values[k] and same(values[k], gold[k][field])]
        print(f"{field} accuracy\t{len(right) / len(keys):.4f}")
        if wrong == field:
            for k in keys:
                if k not in right: print(k, gold[k]["type"], repr(gold[k][field]), repr(values[k]), sep="\t", file=sys.stderr)
    print(f"pages a CPU second\t{len(gold) / seconds:.0f}")

def spans(sentences, whole):
    """Sentences as ranges of `whole`, white space left out; what a reader took away (a speaker's name) belongs to the next one."""
    at, out = 0, set()
    for sentence in sentences:
        bare = re.sub(r"\s", "", sentence)
        place = whole.find(bare, at)
        end = max(place, at) + len(bare)
        out.add((at, end))
        at = end
    return out

def sentences(gold):
    paragraphs = [[]]
    for line in Path(gold).read_text().splitlines():
        if not line or line.startswith("#"):
            paragraphs.append([])
        else:
            paragraphs[-1].append(line)
    paragraphs = [p for p in paragraphs if p]
    whole = re.sub(r"\s", "", "".join(s for p in paragraphs for s in p))
    want = spans([s for p in paragraphs for s in p], whole)
    def wrapped(joint):
        return "\n\n".join(joint.join(textwrap.wrap(" ".join(p), 90, break_long_words=False, break_on_hyphens=False)) for p in paragraphs)
    layouts = {"running": "\n\n".join(" ".join(p) for p in paragraphs), "wrapped": wrapped("\n"), "blank lines": wrapped("\n\n")}
    for name, text in layouts.items():
        got = spans([r["text"] for r in records(["--input", "text", "--keep", "-"], (text + "\n").encode())], whole)
        print(f"sentences, {name}\t{2 * len(got & want) / (len(got) + len(want)):.4f}")

if len(sys.argv) == 4 and sys.argv[1] == "metadata":
    metadata(*sys.argv[2:])
elif len(sys.argv) == 3 and sys.argv[1] == "sentences":
    sentences(sys.argv[2])
else:
    sys.exit(__doc__)
