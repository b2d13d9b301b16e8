#!/bin/sh
# The gate of accuracy: `normtag evaluate` against Corpus/gold/accuracy-baseline.tsv. Columns: set,
# figure, bound (a minimum; for "calibration error" a maximum). The samples and the made-up texts
# held back from rules and weights (reports-held, made-held) are always checked, the development set
# only where ../shared is.
set -eu
cd "$(dirname "$0")/.."
normtag=${NORMTAG:-.build/release/normtag}
baseline=Corpus/gold/accuracy-baseline.tsv
failed=0
passed=0
check() { # name, gold file
  figures=$(mktemp)
  "$normtag" evaluate --gold "$2" --csv >"$figures"
  result=$(awk -F'\t' -v name="$1" '
    NR == FNR {
      split($0, cell, ",")
      if (cell[1] == "all" && cell[2] == "all") value[cell[3]] = cell[4]
      next
    }
    /^#/ || $1 == "set" || $1 != name { next }
    {
      isMaximum = $2 == "calibration error"
      good = ($2 in value) && value[$2] != "" && (isMaximum ? value[$2] <= $3 : value[$2] >= $3)
      printf "%s %s: %s %s (bound %s)\n", (good ? "ok  " : "FAIL"), name, $2, value[$2], $3
    }' "$figures" "$baseline")
  rm -f "$figures"
  printf '%s\n' "$result"
  failed=$((failed + $(printf '%s\n' "$result" | grep -c '^FAIL' || true)))
  passed=$((passed + $(printf '%s\n' "$result" | grep -c '^ok' || true)))
}
if [ -f Corpus/gold/samples.jsonl ]; then check samples Corpus/gold/samples.jsonl; fi
check reports-held Corpus/gold/reports-held.csv
check made-held Corpus/gold/made-held.csv
if [ -f ../shared/gold/dev.jsonl ]; then
  check dev ../shared/gold/dev.jsonl
else
  echo "accuracy: ../shared/gold/dev.jsonl is not here; only the samples were checked"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
