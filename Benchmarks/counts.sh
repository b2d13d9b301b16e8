#!/bin/sh
# The gate of speed: instructions of three small workloads (valgrind --tool=callgrind: repeatable,
# whatever else the machine does) against Benchmarks/counts.tsv, at most 3 % more. Without valgrind
# it says so and passes nothing. `counts.sh --write` sets the baseline anew.
set -eu
cd "$(dirname "$0")/.."
normtag=${NORMTAG:-.build/release/normtag}
if ! command -v valgrind >/dev/null; then
  echo "counts: valgrind is not here; nothing was counted"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Without debugging data, which valgrind 3.19 can't read from this compiler.
strip -g -o "$work/normtag" "$normtag"
normtag=$work/normtag
for copy in 1 2 3 4 5 6 7 8; do cat Corpus/samples/*.txt; done >"$work/text.txt"
count() { # name, command …
  name=$1
  shift
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>"$work/log" >/dev/null || { cat "$work/log" >&2; exit 1; }
  printf '%s\t%s\n' "$name" "$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/log")"
}
{
  count start "$normtag" lexicon path
  count text "$normtag" tag --issuer USA --input text "$work/text.txt"
  count html "$normtag" ingest --format text Corpus/samples
} >"$work/counts.tsv"
if [ "${1:-}" = --write ]; then
  cp "$work/counts.tsv" Benchmarks/counts.tsv
  cat Benchmarks/counts.tsv
  exit 0
fi
failed=0
passed=0
while IFS="$(printf '\t')" read -r name bound; do
  now=$(awk -F'\t' -v name="$name" '$1 == name { print $2 }' "$work/counts.tsv")
  if [ "$((now * 100))" -le "$((bound * 103))" ]; then
    passed=$((passed + 1))
    echo "ok   $name: $now instructions (bound $bound + 3 %)"
  else
    failed=$((failed + 1))
    echo "FAIL $name: $now instructions (bound $bound + 3 %)"
  fi
done <Benchmarks/counts.tsv
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
