#!/bin/sh
# One input larger than memory: JSON lines made on the fly, through a pipe and as a compressed file, with the address
# space limited. Usage: large.sh [MB of input [MB of address space]]
set -eu
cd "$(dirname "$0")/.."
size=${1:-2000}
limit=${2:-600}
normtag=$PWD/.build/release/normtag
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# Records of 100 kB: a text to code, and a field that is passed over, as dumps of crawls have it.
records() {
  awk -v count="$((size * 10))" 'BEGIN {
    raw = "<td>0123456789 lorem ipsum</td>"
    while (length(raw) < 99000) raw = raw raw
    raw = substr(raw, 1, 99600)
    for (i = 0; i < count; i++)
      printf "{\"doc\":\"d%d\",\"issuer\":\"CHN\",\"raw\":\"%s\",\"text\":\"States should protect hospital number %d from attacks. China supports a new treaty on it.\"}\n", i, raw, i
  }'
}
peak() { awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$1/status" 2>/dev/null || true; }
watch() {
  highest=0
  while now=$(peak "$1") && [ -n "$now" ]; do
    [ "$now" -le "$highest" ] || highest=$now
    sleep 0.5
  done
  echo "$highest" > peak
}
mkfifo pipe
for kind in plain compressed; do
  filter=cat
  [ $kind = plain ] || filter='gzip -1'
  records | $filter > pipe &
  sh -c 'ulimit -v "$1"; exec "$2" run --input jsonl --no-passages --jobs 1 - -o "$3"' - $((limit * 1000)) "$normtag" $kind < pipe 2>log &
  pid=$!
  watch $pid
  wait $pid || { tail -n 3 log >&2; exit 1; }
  [ "$(awk -F, 'END { print NR - 1 }' $kind/documents.csv)" = $((size * 10)) ] || { echo "documents were lost" >&2; exit 1; }
  echo "large: $size MB of JSON lines ($kind), $((size * 10)) documents, at most $limit MB of address space: peak $(cat peak) MB"
done
cmp plain/positions.csv compressed/positions.csv
