#!/bin/sh
# The gate of reading: figures of `normtag ingest` against Corpus/gold/ingest-baseline.tsv. Columns:
# set, figure, bound (a minimum; for "forbidden snippets" a maximum). The set "own"
# needs nothing but this checkout; "pages", "robustness" and "rules" need the test data of ../shared.
# Usage: [FIGURES=FILE] ingest.sh [set…]; FILE then has all figures, bounded or not.
set -eu
cd "$(dirname "$0")/.."
NORMTAG=${NORMTAG:-$PWD/.build/release/normtag}
export NORMTAG
baseline=Corpus/gold/ingest-baseline.tsv
shared=../shared
figures=${FIGURES:-$(mktemp)}
: >"$figures"
[ -n "${FIGURES:-}" ] || trap 'rm -f "$figures"' EXIT
if ! command -v python3 >/dev/null; then
  echo "ingest: python3 is not here; nothing was measured (make test runs the golden cases)"
  exit 0
fi
sets=${*:-own pages robustness rules}
wants() { case " $sets " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }
take() { sed "s/^/$1	/" >>"$figures"; }

if wants own; then
  python3 Benchmarks/ingest.py sentences Corpus/gold/sentences-mixed.txt | take own
  python3 Benchmarks/ingest.py sentences Corpus/gold/sentences-newer.txt | sed 's/^/newer /' | take own
  python3 Benchmarks/ingest.py sentences Corpus/gold/sentences-third.txt | sed 's/^/third /' | take own
  python3 Benchmarks/ingest.py sentences Corpus/gold/sentences-fourth.txt | sed 's/^/fourth /' | take own
fi
if [ ! -f "$shared/html-benchmark/gold.json" ]; then
  echo "ingest: $shared is not here; only the project's own text was checked"
  sets=own
fi
if wants pages; then
  python3 "$shared/tools/evaluate_extraction.py" --cmd "$NORMTAG ingest --format text {file}" --jobs 2 | awk -F'\t' '
    $1 == "f1" { print "F1\t" $2; print "precision\t" $4; print "recall\t" $6 }
    $1 == "with" { print "required snippets\t" $2; print "forbidden snippets\t" $4 }
    $1 ~ /^f1\[/ { gsub(/^f1\[|\]$/, "", $1); print "F1 " $1 "\t" $2 }' | take pages
  python3 Benchmarks/ingest.py metadata "$shared/html-benchmark/html" "$shared/html-benchmark/gold.json" | take pages
fi
if wants robustness; then
  python3 "$shared/tools/evaluate_robustness.py" --cmd "$NORMTAG ingest --format text {file}" --timeout 20 --rss-mb 600 --quiet |
    sed -n 's/^# \([0-9]*\) files, \([0-9]*\) ok.*/inputs	\1\nok	\2/p' | take robustness
fi
if wants rules; then
  python3 "$shared/tools/evaluate_sentences.py" --cmd "$NORMTAG ingest --input text --unit sentence --format jsonl {file}" |
    awk -F'\t' '{ split($2, part, "/"); print "golden rules\t" part[1] }' | take rules
fi

awk -F'\t' -v sets=" $sets " '
  NR == FNR { value[$1 "\t" $2] = $3; next }
  /^#/ || $1 == "set" || index(sets, " " $1 " ") == 0 { next }
  {
    key = $1 "\t" $2
    isMaximum = $2 == "forbidden snippets"
    good = (key in value) && value[key] != "" && (isMaximum ? value[key] + 0 <= $3 + 0 : value[key] + 0 >= $3 + 0)
    printf "%s %s: %s %s (bound %s)\n", (good ? "ok  " : "FAIL"), $1, $2, value[key], $3
    good ? passed++ : failed++
  }
  END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 }' "$figures" "$baseline"
