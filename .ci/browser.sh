#!/usr/bin/env bash
# Opens the pages of two reports in headless Chromium: that of the samples, with mouse and keyboard,
# and one of hostile documents. Fails on any console message. Usage: browser.sh REPORT_DIR [PNG]
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(cd "$1" && pwd)
picture=${2:-}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
  echo "browser test SKIPPED: no Chromium here, and apt could not install it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "browser test failed: $1" >&2
  exit 1
}

# open PAGE NAME [OPTION...]: the page's DOM into NAME.html; its console must stay silent.
open() {
  local page=$1 name=$2
  shift 2
  timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$work/profile" --enable-logging=stderr --v=0 --virtual-time-budget=5000 \
    "$@" --dump-dom "file://$page" > "$work/$name.html" 2> "$work/$name.log" \
    || fail "$name: Chromium gave up: $(tail -n 3 "$work/$name.log")"
  if grep CONSOLE "$work/$name.log"; then fail "$name: the console is not silent"; fi
}

# The page as it is: its policy must let its own script run, which makes one cell the entrance.
open "$report/report.html" plain
grep -q '<button[^>]*data-r="0"[^>]*tabindex="0"' "$work/plain.html" || fail "the script did not run"

# A copy with a driver, which the policy would not let run, so the copy has none.
drive() {
  sed '/<meta http-equiv="Content-Security-Policy"/d' "$1" | sed '$d' > "$2"
  cat .ci/browser.html >> "$2"
}
drive "$report/report.html" "$work/driven-page.html"
open "$work/driven-page.html" driven
grep -q '<title>PASSED' "$work/driven.html" \
  || fail "$(grep -oE '<title>[^<]*' "$work/driven.html" || echo 'no title')"

# Documents that want to be markup: as title, section, sentence, document name, and as the name,
# alias and code of an actor.
mkdir -p "$work/docs" "$work/pack"
attack='<script>document.title="PWNED"</script><img src=x onerror=document.title="PWNED">'
printf 'code\tkind\tname\taliases\n%s\torganisation\t%s\t%s\n' \
  '"><script>document.title="PWNED"</script>' "Acme $attack" 'Acme Union|Acme</script><b>' \
  > "$work/pack/actors.tsv"
{
  printf -- '---\ntitle: "%s"\nissuer: CHN\ndate: 2021\n---\n%s\n\n' "${attack//\"/\\\"}" "$attack"
  printf 'China supports a new treaty on cyberspace %s and opposes surveillance.\n\n' "$attack"
  printf 'The Acme Union supports a new treaty on cyberspace </script><!-- and data flows.\n\n'
  printf 'Russia opposes internet freedom ]]> {{{sentences}}} \\u003cb and supports sovereignty.\n'
} > "$work/docs/<b>&amp;\"x.txt"
.build/release/normtag run "$work/docs" --lexicons Lexicons/common --lexicons Lexicons/cyberspace \
  --lexicons "$work/pack" -o "$work/hostile" 2> "$work/run.log" || fail "$(cat "$work/run.log")"
grep -q 'Acme &lt;script' "$work/hostile/report.html" || fail "the hostile actor is not in the page"
open "$work/hostile/report.html" hostile
grep -q PWNED "$work/hostile/report.html" || fail "the attack is not in the page at all"
drive "$work/hostile/report.html" "$work/hostile-page.html"
open "$work/hostile-page.html" attacked
if grep -q '<title>PWNED' "$work/hostile.html"; then fail "a document ran a script"; fi
grep -q '<title>PASSED' "$work/attacked.html" \
  || fail "hostile page: $(grep -oE '<title>[^<]*' "$work/attacked.html" || echo 'no title')"
grep -q '<blockquote>.*&lt;script&gt;' "$work/attacked.html" \
  || fail "the attack does not show as text"

if [ -n "$picture" ]; then
  timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$work/profile" --window-size=1200,1100 --hide-scrollbars \
    --virtual-time-budget=3000 --screenshot="$work/page.png" "file://$report/report.html" \
    > /dev/null 2>&1 || fail "no picture"
  cp "$work/page.png" "$picture"
fi
echo "browser test passed: $(grep -oE '<title>PASSED[^<]*' "$work/driven.html" | cut -c8-); hostile page inert; consoles silent"
