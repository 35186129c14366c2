# Two targets are all a newcomer needs: `make demo` and `make test`.
PREFIX ?= /usr/local
SWIFT ?= swift
SOURCES := Package.swift Sources Tests

.PHONY: demo build test bench quality format format-check install clean

# Installs what is missing, builds, makes the sample case, analyses it and opens the workbench.
# Without a terminal on standard output it prints the overview instead.
demo: setup build
	@.build/release/revenuer demo

.PHONY: setup setup-tests
setup:
	@Scripts/setup-debian.sh

setup-tests:
	@Scripts/setup-debian.sh --tests
	@Scripts/setup-oracles.sh

build:
	$(SWIFT) build -c release --product revenuer

# Unit, property and oracle tests, then the built program driven in a terminal.
test: setup-tests
	@Scripts/run-tests.sh

bench: setup-tests build
	@Scripts/setup-debian.sh --bench
	@Benchmarks/run.sh

# Quality on generated cases beside other methods, into Benchmarks/RESULTS.md: hours at full size.
# ARGUMENTS=--quick for a small run; ARGUMENTS=--help lists the rest.
quality: setup build
	@Benchmarks/quality/run.sh $(ARGUMENTS)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

format-check:
	@$(SWIFT) format lint --strict --recursive $(SOURCES)

install: setup build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/revenuer $(DESTDIR)$(PREFIX)/bin/revenuer
	.build/release/revenuer manual --format man -o $(DESTDIR)$(PREFIX)/share/man/man1

clean:
	$(SWIFT) package clean
