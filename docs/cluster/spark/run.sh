#!/bin/sh
# Spark from PyPI: `normtag tag` under rdd.pipe and mapInPandas, in local[2] and on a local cluster of two executors.
# The coded lines must be those of one process, byte for byte, and so must the matrices made from them.
#   run.sh [DOCUMENTS [SENTENCES [MODE …]]]         20000 50 is a million passages; MODE is method:master
recipe=spark
. docs/cluster/lib.sh
documents=${1:-600}
sentences=${2:-20}
[ $# -le 2 ] && set -- 0 0 'pipe:local[2]' 'pandas:local[2]' 'pipe:local-cluster[2,1,1024]' 'pandas:local-cluster[2,1,1024]'
shift 2
command -v java >/dev/null || install default-jre-headless
venv 'pyspark>=4,<5' 'pandas<3' pyarrow
JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
export JAVA_HOME PYSPARK_PYTHON="$python" SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME

awk -f docs/cluster/corpus.awk -v documents="$documents" -v sentences="$sentences" Corpus/gold/samples.jsonl > "$work/corpus.jsonl"
cd "$work"
begin=$(date +%s.%N)
normtag tag --input jsonl - < corpus.jsonl > single.jsonl 2>single.log
echo "spark: one process: $(wc -l < single.jsonl) passages of $(($(wc -c < corpus.jsonl) / 1000000)) MB in $(date +%s.%N | awk -v b="$begin" '{ printf "%.1f", $1 - b }') s"
normtag report -o single single.jsonl > single.txt

submit() {
  "$SPARK_HOME/bin/spark-submit" --master "$1" --driver-memory 2g \
    --conf spark.driver.bindAddress=127.0.0.1 --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
    --conf spark.executor.memory=1g --conf spark.sql.files.maxPartitionBytes="${PARTITION:-256k}" --conf spark.sql.shuffle.partitions=4 \
    --conf spark.local.dir="$work/tmp" \
    "$root/docs/cluster/spark/normtag_spark.py" --binary "$normtag" --method "$2" "$3" "$4" > "$4.out" 2>"$4.log"
}
for mode; do
  out=$(echo "$mode" | tr -c 'a-z0-9\n' -)
  submit "${mode#*:}" "${mode%%:*}" corpus.jsonl "$out" || { tail -n 30 "$out.out" "$out.log" >&2; exit 1; }
  grep '^spark:' "$out.out"
  cat "$out"/coded/part-* > "$out.jsonl"
  check "$mode: other lines than one process gives" cmp single.jsonl "$out.jsonl"
  first=${first:-$out}
  check "$mode: other positions than $first" cmp "$first/positions.csv" "$out/positions.csv"
done
normtag report -o report "$out.jsonl" > report.txt
same report single
# The groupBy against the report, which counts a sub-issue (`issue.sub`) for its issue too.
awk -F, '
  FILENAME ~ /single/ { if (FNR > 1) own[$1 "," $2 "," $3] = $4 "," $5 "," $6; next }
  FNR > 1 {
    n[$1 "," $2 "," $3, $4] += $5
    if (split($3, issue, ".") > 1) n[$1 "," $2 "," issue[1], $4] += $5
  }
  END {
    for (k in own) {
      other = n[k, "support"] + 0 "," n[k, "oppose"] + 0 "," n[k, "neutral"] + 0
      if (own[k] != other) { print k ": " own[k] " in the report, " other " on Spark"; bad = 1 }
    }
    exit bad
  }' single/positions.csv "$out/positions.csv" > difference.txt || { head -n 5 difference.txt >&2; exit 1; }
echo "spark: the groupBy counts as the report does in its $(($(wc -l < single/positions.csv) - 1)) cells"

# A filter that fails must fail the job.
sed '1s/.*/{"doc":"a",/' corpus.jsonl | head -n 50 > broken.jsonl
for method in pipe pandas; do
  refuse "$method: a broken record went unnoticed" submit 'local[2]' "$method" broken.jsonl "broken-$method"
done
echo "spark: a record that is none stops the job"
