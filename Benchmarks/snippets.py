#!/usr/bin/env python3
"""How many of the required snippets can be found at all: in the whole visible text of each page, and in what normtag keeps.

  snippets.py NORMTAG [BENCHMARK]        BENCHMARK: the folder with gold.json and html/ (default ../shared/html-benchmark)

Once letter by letter, as the scorer compares, and once with quotes, dashes and no-break spaces made plain on both sides.
"""
import html.parser
import json
import pathlib
import subprocess
import sys

BLOCKS = set("address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
             "hr li main nav ol p pre section table td th tr ul".split())
SILENT = {"script", "style", "noscript", "template"}
PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0x2026: "..."}


class Visible(html.parser.HTMLParser):
    """All text of a page: `glued` parts words at blocks only, `parted` at every tag."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.glued, self.parted = [], []

    def handle_starttag(self, tag, attributes):
        self.depth += tag in SILENT
        self.parted.append(" ")
        if tag in BLOCKS:
            self.glued.append(" ")

    def handle_endtag(self, tag):
        self.depth -= tag in SILENT and self.depth > 0
        self.parted.append(" ")
        if tag in BLOCKS:
            self.glued.append(" ")

    def handle_data(self, data):
        if not self.depth:
            self.glued.append(data)
            self.parted.append(data)


def exact(text):
    return " ".join(text.lower().split())


def plain(text):
    return exact(text.translate(PLAIN))


normtag = sys.argv[1]
folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/html-benchmark")
if not folder.is_dir():
    sys.exit(f"snippets: {folder} is not here")
sums = {"page": [0, 0], "normtag": [0, 0]}
pages = 0
for key, gold in sorted(json.loads((folder / "gold.json").read_text()).items()):
    snippets = gold.get("with") or []
    if not snippets:
        continue
    pages += 1
    path = folder / "html" / f"{key}.html"
    visible = Visible()
    visible.feed(path.read_bytes().decode("utf-8", "replace"))
    kept = subprocess.run([normtag, "ingest", "--format", "text", path], capture_output=True).stdout.decode("utf-8", "replace")
    texts = {"page": ["".join(visible.glued), "".join(visible.parted)], "normtag": [kept]}
    for name, own in texts.items():
        for way, fold in enumerate((exact, plain)):
            folded = [fold(text) for text in own]
            sums[name][way] += sum(any(fold(s) in text for text in folded) for s in snippets) / len(snippets)
print(f"pages\t{pages}")
print("text\tas written\tquotes and dashes made plain")
for name, (one, two) in sums.items():
    print(f"{name}\t{one / pages:.4f}\t{two / pages:.4f}")
