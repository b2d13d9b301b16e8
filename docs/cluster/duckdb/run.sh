#!/bin/sh
# DuckDB: the page of queries over eight shards, against the tables of one process.
recipe=duckdb
. docs/cluster/lib.sh
venv duckdb
corpus
single
cd "$work"
for shard in 0 1 2 3 4 5 6 7; do
  tolerant normtag run corpus --metadata corpus.csv -o parts --shard $shard/8 2>>parts.log
done
"$python" "$root/docs/cluster/duckdb/run_page.py" "$root/docs/cluster/duckdb/queries.md" parts single
