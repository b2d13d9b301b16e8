#!/bin/sh
# Speed against what researchers run today (../shared/peers): ratios of CPU time from one call, then the program's own
# figures. Needs ../shared and Python; the peers go into .venv-bench.
#   bench.sh [documents [rounds [sizes]]]      sizes: documents of the memory and cost runs, "1000 10000 100000"
set -eu
cd "$(dirname "$0")/.."
peers=../shared/peers
if [ ! -d "$peers" ]; then
  echo "bench: $peers is not here; nothing to compare with" >&2
  exit 1
fi
documents=${1:-1000}
rounds=${2:-3}
sizes=${3:-100 1000 10000 100000}
work=${NORMTAG_BENCH_WORK:-${TMPDIR:-/tmp}/normtag-bench}
mkdir -p "$work/out"
if [ ! -e .venv-bench/ready ]; then
  python3 -m venv .venv-bench
  .venv-bench/bin/pip install -q pyahocorasick pyyaml pandas selectolax spacy trafilatura lxml_html_clean
  touch .venv-bench/ready
fi
root=$PWD
python=$root/.venv-bench/bin/python
peers=$(cd "$peers" && pwd)
[ -d "$work/c$documents" ] || "$python" "$peers/gen_corpus.py" "$work/c$documents" "$documents"
# A copy, so that a build in between does not change what is measured.
cp "${NORMTAG_BINARY:-.build/release/normtag}" "$work/normtag"
normtag=$work/normtag
cd "$work"
rm -f text.tsv html.tsv
"$python" "$peers/bench.py" text.tsv "$rounds" "text:$work/c$documents/txt" \
  "normtag=$normtag run --no-passages --jobs 1 {D} -o {O}.d" \
  "pyahocorasick=$python $peers/peer_aho.py {D} {O}" \
  "spaCy=$python $peers/peer_spacy.py {D} {O}" >&2
"$python" "$peers/bench.py" html.tsv "$rounds" "html:$work/c$documents/html" \
  "normtag=$normtag run --no-passages --jobs 1 {D} -o {O}.d" \
  "selectolax+pyahocorasick=$python $peers/peer_aho.py {D} {O} --html selectolax" \
  "trafilatura+spaCy=$python $peers/peer_spacy.py {D} {O} --html trafilatura" >&2
printf '| input | peer | peer CPU s | normtag CPU s | ratio | at least |\n|---|---|---|---|---|---|\n'
awk -F '\t' '
  BEGIN {
    least["pyahocorasick"] = 3; least["spaCy"] = 35; least["selectolax+pyahocorasick"] = 2; least["trafilatura+spaCy"] = 45
  }
  $1 == "normtag" { own[$2] = $6; next }
  { printf "| %s | %s | %.2f | %.2f | %.1f× | %d× |\n", $2, $1, $6, own[$2], $6 / own[$2], least[$1] }' text.tsv html.tsv
echo
for kind in txt html; do
  echo "Stages, $kind (run --no-passages --jobs 1 --timings):"
  "$normtag" run --no-passages --jobs 1 --timings "$work/c$documents/$kind" -o out/timings 2>&1 >/dev/null | grep -A 12 '^stage'
  echo
done
"$python" "$root/Benchmarks/scale.py" "$normtag" "$work" "$documents" "$rounds" $sizes
