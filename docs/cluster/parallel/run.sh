#!/bin/sh
# GNU parallel: shards side by side, the failed ones again, the merge; and a pipe cut into blocks.
recipe=parallel
. docs/cluster/lib.sh
install parallel
corpus
single
cd "$work"

# --- Shards. Exit status 1 says that some documents failed (failures-*.csv lists them): the shard is done.
cat > shard.sh <<'SH'
normtag run corpus --metadata corpus.csv -o parts --shard "$1/8" --resume 2>"shard-$1.log" || [ $? -eq 1 ]
SH
mkdir -p parts
mkdir parts/manifest-00003-of-00008.json # in the way: the task of shard 3 fails
refuse "a task that failed went unnoticed" parallel -j2 --joblog log sh shard.sh {} ::: 0 1 2 3 4 5 6 7
rmdir parts/manifest-00003-of-00008.json
parallel -j2 --joblog log --resume-failed sh shard.sh {} ::: 0 1 2 3 4 5 6 7 # only shard 3 again
tolerant normtag merge -o report parts 2>merge.log
same report single
check "not exactly the failed task was run again" [ "$(grep -o 'shard.sh [0-9]*$' log | sort | uniq -d) $(grep -c shard.sh log)" = "shard.sh 3 9" ]

# --- A pipe in blocks: JSON lines in, JSON lines out, in order. Each record is a document of its own.
awk -f "$root/docs/cluster/corpus.awk" -v documents=2000 -v sentences=3 "$root/Corpus/gold/samples.jsonl" > records.jsonl
normtag tag --input jsonl --unit record - < records.jsonl > one.jsonl 2>one.log
parallel --pipe --block 200k -j2 -k normtag tag --input jsonl --unit record - < records.jsonl > blocks.jsonl 2>blocks.log
check "the pipe in blocks gives other bytes" cmp one.jsonl blocks.jsonl
check "not a line out for each line in" [ "$(wc -l < blocks.jsonl)" = 2000 ]
echo "parallel: 2000 records through a pipe in blocks, the same bytes"
