# What the recipes share: a corpus, the result of one process to compare with, and the comparison.
# Sourced with the checkout as current directory. Everything is written below $work.
set -eu
root=$PWD
normtag=${NORMTAG_BINARY:-$root/.build/release/normtag}
[ -x "$normtag" ] || { echo "no binary: make build" >&2; exit 1; }
PATH=$(dirname "$normtag"):$PATH
export PATH
work=${NORMTAG_CLUSTER_WORK:-${TMPDIR:-/tmp}/normtag-cluster}/$recipe
rm -rf "$work"
mkdir -p "$work"

# install PACKAGE …: Debian packages that are missing.
install() {
  dpkg -s "$@" >/dev/null 2>&1 && return
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# venv: Python packages of the recipes, in .venv-cluster of the checkout.
venv() {
  python=$root/.venv-cluster/bin/python
  [ -x "$python" ] || python3 -m venv "$root/.venv-cluster"
  "$root/.venv-cluster/bin/pip" install -q "$@"
  PATH=$root/.venv-cluster/bin:$PATH
}

# corpus [DOCUMENTS]: text files and the samples, with metadata, and a file that is no text, so that one document fails.
corpus() {
  mkdir -p "$work/corpus"
  cp Corpus/samples/* "$work/corpus"
  awk -f docs/cluster/corpus.awk -v documents="${1:-400}" -v sentences=40 -v folder="$work/corpus" Corpus/gold/samples.jsonl
  printf '%%PDF-1.7\n%%\342\343\317\323\n' > "$work/corpus/broken.txt"
}

# tolerant COMMAND …: runs it; exit status 1 says that some documents failed, which failures.csv lists: the rest is done.
tolerant() { "$@" || [ $? -eq 1 ]; }

# single: the report of one process in $work/single. Documents are named by the same path as in the recipes: tallies keep it.
single() {
  status=0
  (cd "$work" && normtag run corpus --metadata corpus.csv -o single --jobs 1 2>single.log) || status=$?
  [ "$status" = 1 ] || { cat "$work/single.log" >&2; exit 1; }
}

# digest DIR: one checksum of all files, names and bytes.
digest() { (cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sha256sum | cut -d ' ' -f 1); }

# same DIR DIR: fails unless both hold the same files.
same() {
  if [ "$(digest "$1")" != "$(digest "$2")" ]; then
    echo "$recipe: $1 and $2 differ" >&2
    diff -rq "$1" "$2" >&2 || true
    exit 1
  fi
  echo "$recipe: $(find "$1" -type f | wc -l) files as one process writes them, sha256 $(digest "$1" | cut -c 1-16)…"
}

# check MESSAGE COMMAND …: stops with the message unless the command succeeds.
check() {
  message=$1
  shift
  "$@" || { echo "$recipe: $message" >&2; exit 1; }
}

# refuse MESSAGE COMMAND …: stops with the message if the command succeeds.
refuse() {
  message=$1
  shift
  ! "$@" || { echo "$recipe: $message" >&2; exit 1; }
}
