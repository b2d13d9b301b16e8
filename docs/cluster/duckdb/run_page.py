"""Runs every block of queries.md in a folder of shards, and compares with the tables of one process.

  python run_page.py queries.md FOLDER REPORT
"""

import csv
import os
import re
import sys

import duckdb

page, folder, report = (os.path.abspath(path) for path in sys.argv[1:4])
blocks = re.findall(r"^```sql\n(.*?)^```", open(page, encoding="utf-8").read(), re.M | re.S)
os.chdir(folder)
connection = duckdb.connect()
for number, block in enumerate(blocks, 1):
    result = connection.execute(block)
    rows = result.fetchall() if result.description else []
    if block.lstrip().startswith("CREATE") and "FROM positions ORDER" not in block:
        continue
    if not rows:
        sys.exit(f"duckdb: block {number} of the page finds nothing:\n{block}")
    print(f"duckdb: block {number}: {len(rows)} rows, first {tuple(str(v)[:30] for v in rows[0][:5])}")


def same(name, ours, theirs):
    if ours != theirs:
        difference = sorted(set(ours.items()) ^ set(theirs.items()))[:5]
        sys.exit(f"duckdb: {name} differs: {difference}")
    print(f"duckdb: {name}: {len(ours)} rows as one process counts them")


def table(name):
    return list(csv.DictReader(open(os.path.join(report, name), encoding="utf-8", newline="")))


ours = {row[:3]: row[3:] for row in connection.execute("FROM positions").fetchall()}
theirs = {
    (row["actor"], row["component"], row["issue"]): tuple(int(row[k]) for k in ("support", "oppose", "neutral"))
    for row in table("positions.csv")
}
same("positions", ours, theirs)
same(
    "passages a document",
    dict(connection.execute("SELECT doc, count(*) FROM 'passages.parquet' GROUP BY doc").fetchall()),
    {row["doc"]: int(row["passages"]) for row in table("documents.csv") if row["status"] == "coded" and row["passages"] != "0"},
)
digest = "SELECT count(*), sum(hash({0})::HUGEINT) FROM {1}"
query = [
    connection.execute(digest.format("(doc, passage, actor, issue, stance, confidence)", source)).fetchone()
    for source in ("statements", "'statements.parquet'")
]
if query[0] != query[1]:
    sys.exit(f"duckdb: statements.parquet holds something else than the JSON lines: {query}")
print(f"duckdb: statements.parquet holds the same {query[0][0]} statements as the JSON lines")
