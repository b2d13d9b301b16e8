#!/bin/sh
# `report` by size: coded passages are repeated with changed ids, then counted into all tables (no page) from the
# passages, and again from the tallies. CPU seconds, peak memory, and bytes for each non-empty actor × issue × document
# cell above the smallest size. Usage: report.sh [CODED.jsonl [PASSAGES …]]; without a file, the samples are coded.
set -eu
cd "$(dirname "$0")/.."
normtag=${NORMTAG:-$PWD/.build/release/normtag}
work=${NORMTAG_BENCH_WORK:-${TMPDIR:-/tmp}/normtag-bench}/report
mkdir -p "$work"
coded=${1:-}
if [ -z "$coded" ]; then
  coded=$work/samples.jsonl
  "$normtag" tag Corpus/samples >"$coded" 2>/dev/null
fi
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 100000 1000000 2000000
run() {
  python3 - "$@" <<'PYTHON'
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
if status:
    sys.exit(f"{' '.join(sys.argv[1:])}: {status}")
print(f"{usage.ru_utime + usage.ru_stime:.2f} {usage.ru_maxrss / 1024:.0f}")
PYTHON
}
printf '| passages | MB | cells | from passages, CPU s | peak MB | bytes a cell | from tallies, CPU s | peak MB |\n|---|---|---|---|---|---|---|---|\n'
first=
for count in "$@"; do
  input=$work/coded-$count.jsonl
  awk -v count="$count" '{ line[NR] = substr($0, 9) }
    END { for (n = 0; n < count; n++) printf "{\"doc\":\"%d/%s\n", n / NR, line[n % NR + 1] }' "$coded" >"$input"
  rm -rf "$work/out" "$work/again"
  set -- $(run "$normtag" report --no-page -o "$work/out" "$input")
  cpu=$1 peak=$2
  set -- $(run "$normtag" report --no-page -o "$work/again" "$work/out/tallies.jsonl")
  cells=$(python3 - "$work/out/tallies.jsonl" <<'PYTHON'
import json, sys
total = 0
for line in open(sys.argv[1], encoding="utf-8"):
    part = json.loads(line).get("part")
    total += len({(cell[0], cell[1]) for cell in part["cells"]}) if part else 0
print(total)
PYTHON
)
  [ -n "$first" ] || first="$cells $peak"
  printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$count" "$(($(wc -c <"$input") / 1000000))" "$cells" "$cpu" "$peak" \
    "$(echo "$first $cells $peak" | awk '{ print ($3 > $1) ? int(($4 - $2) * 1048576 / ($3 - $1)) : "" }')" "$1" "$2"
  rm -f "$input"
done
