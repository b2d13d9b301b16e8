#!/bin/sh
# Snakemake: the workflow in the Snakefile, after a failure too, against one process.
recipe=snakemake
. docs/cluster/lib.sh
venv snakemake
corpus
single
cp docs/cluster/snakemake/Snakefile "$work"
cd "$work"
export XDG_CACHE_HOME="$work/cache"
workflow() { snakemake --quiet all --cores 2 --config corpus=corpus metadata=corpus.csv shards=8 "$@" > workflow.log 2>&1; }

mkdir -p parts
mkdir parts/tallies-00003-of-00008.jsonl # in the way: the job of shard 3 fails
refuse "a job that failed went unnoticed" workflow --keep-going
refuse "merged without shard 3" [ -e report/manifest.json ]
rmdir parts/tallies-00003-of-00008.jsonl
workflow || { cat workflow.log >&2; exit 1; }
same report single
