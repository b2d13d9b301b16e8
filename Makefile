# make build     release binary (.build/release/normtag); installs missing C libraries
# make demo      the samples → demo-report/, the actor × issue matrix on the terminal
# make test      every test, through the real binary too
# make lint      swift format, imports, paths of one machine
# make accuracy  accuracy of codes and of reading (ingest), against the committed baselines
# make coverage  whether 95 % intervals hold the truth in 93 to 97 % (simulation, slow)
# make bench     speed against the peers (slow; Python packages into .venv-bench)
# make counts    instruction counts of the small workloads, against the committed ones
# make fuzz      libFuzzer over the readers for FUZZ_SECONDS, 600 by default (slow: not part of .ci/run)
# make sanitize  the tests under the address and the thread sanitizer (slow: not part of .ci/run)
# make readers   the tables in pandas, DuckDB, frictionless and networkx
# make sizes     reports of 0.1, 1 and 2 million coded passages: time and memory (slow)
# make large     2 GB of JSON lines through a process of little memory (slow)
# make cluster   Slurm, GNU parallel, Snakemake, DuckDB and Spark on this machine, each against one process (apt, pip)
# make browser   the page in headless Chromium, with its picture
# make clean     everything that was built
.PHONY: build demo test lint accuracy bench counts fuzz sanitize readers browser clean swift setup

SWIFT_BUILD = swift build -c release --static-swift-stdlib
# Debug tests and the release binary keep apart caches, so that neither builds the other anew.
SWIFT_TEST = swift test --scratch-path .build-tests
PACKAGES = libxml2-dev libarchive-dev libuchardet-dev liblbfgs-dev liblapacke-dev pkg-config
BINARY = .build/release/normtag

swift:
	@command -v swift >/dev/null || { echo "normtag needs Swift 6.3: install it from https://www.swift.org/install/linux and put it on PATH" >&2; exit 1; }

setup: swift
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES); }

build: setup
	@$(SWIFT_BUILD)

demo: build
	@rm -rf demo-report
	@$(BINARY) run Corpus/samples -o demo-report
	@echo
	@echo "Net position of each actor on each issue (-1 against … 1 for; empty is silence):"
	@awk -f Benchmarks/matrix.awk demo-report/actor_issue.csv
	@echo
	@echo "All tables: demo-report/ (demo-report/positions.csv is the tidy one); why a number:"
	@echo "  $(BINARY) why demo-report --actor CHN --issue cyber-sovereignty"

test: build
	$(SWIFT_TEST)

lint: swift
	swift format lint --strict -r Sources Tests Package.swift
	@! grep -rnE '^\s*(internal |package |public )?import Foundation$$' Sources || { echo "Foundation stays out of Sources: import Glibc or FoundationEssentials" >&2; exit 1; }

accuracy: build
	@sh Benchmarks/accuracy.sh
	@sh Benchmarks/ingest.sh

.PHONY: coverage
coverage: swift
	NORMTAG_COVERAGE=full $(SWIFT_TEST) --filter CoverageTests

bench: build
	@sh Benchmarks/bench.sh

counts: build
	@sh Benchmarks/counts.sh

fuzz: setup
	@sh Benchmarks/fuzz.sh

# The real-binary tests run too, on the release binary as it is. Leaks of the test libraries are known.
sanitize: build
	NORMTAG_SANITIZER=1 LSAN_OPTIONS=suppressions=Benchmarks/lsan.supp swift test --sanitize=address --scratch-path .build-asan
	NORMTAG_SANITIZER=1 swift test --sanitize=thread --scratch-path .build-tsan

clean:
	rm -rf .build .build-tests .build-fuzz .build-asan .build-tsan demo-report

# Readers people use, and a real browser, on the report of the samples; skipped, with a message, only
# where neither apt nor pip can install them. PICTURE= makes no picture.
.PHONY: readers browser
PICTURE = docs/report.png
APT = sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update -qq && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

readers: demo
	@command -v Rscript >/dev/null || { $(APT) r-base-core >/dev/null 2>&1; } || true
	@if python3 -m venv .ci/.venv && .ci/.venv/bin/python -m pip install -q networkx frictionless pandas duckdb matplotlib; \
	then .ci/.venv/bin/python .ci/check_tables.py demo-report && \
	  $(BINARY) report -o .ci/.venv/excel-safe --excel-safe demo-report >/dev/null && \
	  .ci/.venv/bin/python .ci/check_tables.py .ci/.venv/excel-safe && \
	  .ci/.venv/bin/python .ci/run_snippets.py docs/analysis.md demo-report; \
	else echo "readers SKIPPED: Python packages cannot be installed here"; fi

browser: demo
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { $(APT) chromium fonts-dejavu-core >/dev/null 2>&1; } || true
	@.ci/browser.sh demo-report $(PICTURE)

.PHONY: large sizes
sizes: build
	@sh Benchmarks/report.sh

large: build
	@sh Benchmarks/large.sh

# The recipes of docs/cluster, each against one process.
CLUSTER = cluster-parallel cluster-slurm cluster-snakemake cluster-duckdb cluster-spark
.PHONY: cluster $(CLUSTER)
cluster: $(CLUSTER)
$(CLUSTER): cluster-%: build
	@sh docs/cluster/$*/run.sh
