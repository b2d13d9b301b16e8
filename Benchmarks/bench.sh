#!/bin/sh
# Speed against what researchers run today (../shared/peers): ratios of CPU time from one call.
# Needs ../shared and Python; the peers go into .venv-bench. Usage: bench.sh [documents] [rounds]
set -eu
cd "$(dirname "$0")/.."
peers=../shared/peers
if [ ! -d "$peers" ]; then
  echo "bench: $peers is not here; nothing to compare with" >&2
  exit 1
fi
documents=${1:-1000}
rounds=${2:-3}
work=${TMPDIR:-/tmp}/normtag-bench
mkdir -p "$work"
if [ ! -x .venv-bench/bin/python ]; then
  python3 -m venv .venv-bench
  .venv-bench/bin/pip install -q pyahocorasick pyyaml selectolax spacy trafilatura
fi
python=$PWD/.venv-bench/bin/python
[ -d "$work/c$documents" ] || "$python" "$peers/gen_corpus.py" "$work/c$documents" "$documents"
normtag=$PWD/.build/release/normtag
mkdir -p "$work/out"
cd "$work"
peers=$(cd "$OLDPWD/$peers" && pwd)
"$python" "$peers/bench.py" text.tsv "$rounds" "text:$work/c$documents/txt" \
  "normtag=$normtag run --no-passages --jobs 1 {D} -o {O}.d" \
  "pyahocorasick=$python $peers/peer_aho.py {D} {O}" \
  "spacy=$python $peers/peer_spacy.py {D} {O}"
"$python" "$peers/bench.py" html.tsv "$rounds" "html:$work/c$documents/html" \
  "normtag=$normtag run --no-passages --jobs 1 {D} -o {O}.d" \
  "selectolax=$python $peers/peer_aho.py {D} {O} --html selectolax" \
  "trafilatura+spacy=$python $peers/peer_spacy.py {D} {O} --html trafilatura"
