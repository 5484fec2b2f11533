SHELL := /bin/bash -o pipefail

# Two commands do everything: `make chat` and `make test`.
SWIFT   ?= swift
RELEASE := -c release
# With the Swift runtime inside and the symbols out, the executable can be copied anywhere.
STANDALONE := --static-swift-stdlib -Xlinker -s
# Tests see internals; C is slow in debug builds, so tests are built for release.
TESTING := -c release -Xswiftc -enable-testing --scratch-path .build-test
SOURCES := Package.swift Sources Tests Examples Benchmarks Fuzzing

.PHONY: chat test check quality build lint format examples clean setup

chat: build
	@$(RELEASE_BINARY) chat -p mark-zuckerberg

RELEASE_BINARY = $$($(SWIFT) build $(RELEASE) --show-bin-path)/onrecord

TEST_BINARY = $$($(SWIFT) build $(TESTING) --show-bin-path)/onrecord

build: setup
	$(SWIFT) build $(RELEASE) $(STANDALONE) --product onrecord

test: setup
	$(SWIFT) test $(TESTING)

# Format, no warnings, every test, every example.
check: setup lint
	$(SWIFT) build $(TESTING) --build-tests 2>&1 | tee .build-test.log
	@! grep -E '(Sources|Tests)/.*warning:' .build-test.log || { echo 'There are warnings.'; exit 1; }
	$(SWIFT) test $(TESTING)
	$(MAKE) quality
	$(MAKE) examples

# The line that the shipped persona holds on its judged prompts, and every dialogue by the program itself.
quality:
	$(TEST_BINARY) replay
	$(TEST_BINARY) evaluate Personas/mark-zuckerberg/judged.jsonl --least hit3=.8,said=.68,declined=.8

examples: setup
	cd Examples/AskMark && $(SWIFT) build $(RELEASE) && $(SWIFT) run $(RELEASE) --skip-build ask-mark
	cd Examples/WordsOnly && $(SWIFT) build $(RELEASE) -Xlinker -s && $(SWIFT) run $(RELEASE) --skip-build words-only
	@size=$$(stat -c %s Examples/WordsOnly/.build/release/words-only); echo "words-only: $$size bytes"; \
	  [ $$size -lt 5000000 ] || { echo "The library without weights has grown beyond 5 MB."; exit 1; }

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(wildcard $(SOURCES))

format:
	$(SWIFT) format --in-place --recursive --parallel $(wildcard $(SOURCES))

# GNU readline's headers: installed where Debian's package manager is at hand and they are missing.
setup:
	@if ! [ -e /usr/include/readline/readline.h ] && ! [ -e /usr/local/include/readline/readline.h ]; then \
	  if command -v apt-get >/dev/null; then \
	    echo "Installing libreadline-dev"; \
	    SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	    $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq libreadline-dev >/dev/null; \
	  else \
	    echo "GNU readline's headers are missing: install libreadline-dev (Debian) or readline-devel."; exit 1; \
	  fi; \
	fi

clean:
	rm -rf .build .build-test .build-test.log Examples/*/.build Benchmarks/.build
