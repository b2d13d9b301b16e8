#!/usr/bin/env bash
# Opens a report's page in headless Chromium, clicks a cell, looks for its sentence, fails on any
# console error, and takes the screenshot of the README. Usage: browser.sh REPORT_DIR [PNG]
set -euo pipefail
report=$(cd "$1" && pwd)
picture=${2:-}
browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ]; then
  echo "browser test skipped: apt-get install chromium"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A copy that clicks its first cell, so that no driver is needed; the page itself stays as it is.
sed 's#</body>#<script>window.onerror=function(m){document.title="ERROR "+m};window.addEventListener("load",function(){document.querySelector("button[data-issue]").click();document.body.setAttribute("data-clicked",document.querySelectorAll("\#sentences blockquote p").length)})</script></body>#' \
  "$report/report.html" > "$work/report.html"
"$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
  --enable-logging=stderr --v=0 --virtual-time-budget=5000 --dump-dom "file://$work/report.html" \
  > "$work/dom.html" 2> "$work/log"
if grep -E 'CONSOLE' "$work/log"; then echo "the console is not silent" >&2; exit 1; fi
grep -q '<title>ERROR' "$work/dom.html" && { echo "a script error" >&2; exit 1; }
grep -qE 'data-clicked="[1-9]' "$work/dom.html" || { echo "a click shows no sentence" >&2; exit 1; }
if [ -n "$picture" ]; then
  "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
    --window-size=1200,1000 --hide-scrollbars --virtual-time-budget=3000 --screenshot="$picture" \
    "file://$report/report.html" >/dev/null 2>&1
fi
echo "page opened, cell clicked, $(grep -oE 'data-clicked="[0-9]+' "$work/dom.html" | grep -oE '[0-9]+') sentences shown, console silent"
