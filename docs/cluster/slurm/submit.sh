#!/bin/sh
# The array and the merge that waits for it; waits for the end, and fails unless the report is there. Run it again after a failure.
#   submit.sh CORPUS METADATA SHARDS       in the folder that is to hold parts/, report/ and logs/
set -eu
here=$(dirname "$0")
mkdir -p parts logs
rm -f report/manifest.json # written last: its presence says that this merge succeeded
array=$(sbatch --parsable --array="0-$(($3 - 1))" --export="ALL,CORPUS=$1,METADATA=$2,SHARDS=$3" "$here/tag.sbatch")
echo "array job $array" >&2
# Without --kill-on-invalid-dep the merge stays pending for ever when a task fails.
sbatch --wait --dependency="afterok:$array" --kill-on-invalid-dep=yes "$here/merge.sbatch" >&2
# `sbatch --wait` exits 0 for a job that was cancelled before it began.
[ -f report/manifest.json ] || { echo "a task failed: see logs/, then submit again" >&2; exit 1; }
