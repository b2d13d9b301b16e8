#!/bin/sh
# Slurm: an array job with a dependent merge; a task fails, the merge is cancelled; submitted again, the rest is done.
recipe=slurm
. docs/cluster/lib.sh
. docs/cluster/slurm/one-node.sh
[ "$(id -u)" = 0 ] || { echo "slurm: a Slurm of one's own needs root" >&2; exit 1; }
start_slurm
corpus
single
cd "$work"
submit="$root/docs/cluster/slurm/submit.sh corpus corpus.csv 8"

mkdir -p parts/manifest-00003-of-00008.json # in the way: task 3 fails
refuse "a task that failed went unnoticed" sh $submit
refuse "merged without shard 3" [ -e report ]
check "other tasks failed than the third" [ "$(ls parts/manifest-*.json -d | wc -l) $(find parts -name 'manifest-*' -type f | wc -l)" = "8 7" ]
rmdir parts/manifest-00003-of-00008.json
check "the second submission failed" sh $submit
for state in COMPLETED FAILED CANCELLED; do
  echo "slurm: $(grep -c "JobState=$state" "$cluster/jobs.txt") jobs $state"
done
check "not one task failed, one merge cancelled, and the rest done" [ "$(grep -c JobState=FAILED "$cluster/jobs.txt") $(grep -c JobState=CANCELLED "$cluster/jobs.txt") $(grep -c JobState=COMPLETED "$cluster/jobs.txt")" = "1 1 16" ]
same report single
