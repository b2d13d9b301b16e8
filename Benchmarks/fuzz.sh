#!/bin/sh
# `make fuzz`: libFuzzer over Ingest for FUZZ_SECONDS (600), with the documents of Corpus as seeds
# (and the pages and odd inputs of ../shared, where they are). An input that crashes, hangs for 10
# seconds or takes over 1 GB is left as .build-fuzz/crash-… and fails the run: make it a golden case.
set -eu
cd "$(dirname "$0")/.."
NORMTAG_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product IngestFuzz --sanitize=address \
  -Xswiftc -sanitize=fuzzer
seeds=.build-fuzz/seeds
found=.build-fuzz/found
mkdir -p "$seeds" "$found"
number=0
find Corpus/samples Corpus/cases Corpus/gold ../shared/robustness/inputs ../shared/html-benchmark/html \
  -type f -size -40k 2>/dev/null | sort | while read -r file; do
  number=$((number + 1))
  cp "$file" "$seeds/$number"
done
# Swift's own crash reporter and the address sanitizer get in each other's way.
export SWIFT_BACKTRACE=enable=no
# A growing document would be a slow one: most faults show in 20 KB.
exec .build-fuzz/release/IngestFuzz "$found" "$seeds" -dict=Benchmarks/fuzz.dict -max_len=20000 -timeout=10 \
  -rss_limit_mb=1024 -malloc_limit_mb=600 -max_total_time="${FUZZ_SECONDS:-600}" -artifact_prefix=.build-fuzz/ \
  -print_final_stats=1 "$@"
