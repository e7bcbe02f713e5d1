# khabar: `make` alone says what there is.

PREFIX ?= /usr/local
ARGS ?=
RUNS ?= 10000000
NEWS ?= Resources/Articles

SWIFT := swift
STRICT := --explicit-target-dependency-import-check=error
# Stripped, and with packed relocations: a third smaller and a millisecond quicker to start. A
# profile wants symbols: make build STRIP=
STRIP ?= -Xlinker -s
RELEASE := -c release --static-swift-stdlib $(STRICT) -Xswiftc -use-ld=lld $(STRIP) \
	-Xlinker --icf=all -Xlinker -z -Xlinker pack-relative-relocs
DEBUG := $(STRICT)
# A package of somebody else's that depends on this one; a test runs it.
STRANGER := --package-path Tests/StrangersPackage --scratch-path .build/stranger
BINARY := .build/release/khabar
SOURCES := Package.swift $(shell find Sources -type f -not -path '*/unicode-tables/*' -not -path '*/khabar-bench/*' -not -name '*.md')

# What each goal needs from the system, as Debian names it.
TO_BUILD := libncursesw5-dev libsqlite3-dev libxml2-dev pkg-config
TO_TEST := $(TO_BUILD) tmux xz-utils libfribidi-dev
TO_BENCH := $(TO_TEST) gcc libunibreak-dev libicu-dev newsboat sfeed

.DEFAULT_GOAL := help
.PHONY: help run build test check format lint tables docs fuzz bench install uninstall clean need-swift need-build need-test need-bench

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: $(BINARY) ## build, and open the reader on the bundled news (ARGS="…" passes arguments instead)
	@$(BINARY) $(if $(ARGS),$(ARGS),$(NEWS))

build: $(BINARY) ## the release binary, .build/release/khabar

$(BINARY): $(SOURCES) | need-swift need-build
	$(SWIFT) build $(RELEASE) --product khabar
	@touch $@

test: need-swift need-test ## every test
	$(SWIFT) build --build-tests $(DEBUG)
	$(SWIFT) build $(STRANGER)
	$(SWIFT) test --skip-build $(DEBUG)

check: need-swift need-test lint docs ## format, fresh tables, undeclared imports, documentation
	$(SWIFT) build $(DEBUG) --product unicode-tables
	.build/debug/unicode-tables --check
	$(SWIFT) build $(DEBUG)

format: need-swift ## put every file into the house style
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

lint: need-swift ## say what is not in the house style
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

tables: need-swift need-test ## generate Sources/UnicodeData/Generated from Resources/ucd
	$(SWIFT) run $(DEBUG) unicode-tables

docs: need-swift need-test ## the libraries' documentation, in .build/documentation
	$(SWIFT) build $(DEBUG) --target TextLayout
	@target=$$($(SWIFT) -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p'); \
	docc=$$(dirname "$$(realpath "$$(command -v $(SWIFT))")")/docc; \
	for library in UnicodeData TextLayout; do \
	  to=.build/documentation/$$library; rm -rf $$to; mkdir -p $$to/symbols; \
	  $(SWIFT) symbolgraph-extract -module-name $$library -target $$target -I .build/debug/Modules \
	    -minimum-access-level public -output-dir $$to/symbols \
	  && "$$docc" convert Sources/$$library/$$library.docc --warnings-as-errors \
	    --fallback-bundle-identifier khabar.$$library --fallback-display-name $$library \
	    --additional-symbol-graph-dir $$to/symbols --output-path $$to/$$library.doccarchive \
	  || exit 1; \
	done

fuzz: need-swift need-test ## ten million random paragraphs through the layout (RUNS=…, ARGS=… for libFuzzer)
	KHABAR_FUZZ=1 $(SWIFT) build -c release --product khabar-fuzz --scratch-path .build-fuzz
	@.build-fuzz/release/khabar-fuzz seeds .build-fuzz/corpus
	@SWIFT_BACKTRACE=enable=no .build-fuzz/release/khabar-fuzz --paragraphs=$(RUNS) -timeout=10 \
	  -max_len=1024 -reload=0 -print_final_stats=1 -artifact_prefix=.build-fuzz/ $(ARGS) .build-fuzz/corpus

bench: need-swift need-bench ## speed and memory, beside the peers that Debian has (ARGS=--quick)
	$(SWIFT) build $(RELEASE) --product khabar
	$(SWIFT) build $(RELEASE) --product khabar-bench
	@.build/release/khabar-bench $(ARGS)

install: $(BINARY) ## put khabar into PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/khabar"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/khabar"
	install -m 644 Resources/khabar.1 "$(DESTDIR)$(PREFIX)/share/man/man1/khabar.1"
	install -m 644 Resources/article.schema.json LICENSE "$(DESTDIR)$(PREFIX)/share/khabar/"
	cp -R Resources/Articles "$(DESTDIR)$(PREFIX)/share/khabar/"

uninstall: ## take it out again
	rm -f "$(DESTDIR)$(PREFIX)/bin/khabar" "$(DESTDIR)$(PREFIX)/share/man/man1/khabar.1"
	rm -rf "$(DESTDIR)$(PREFIX)/share/khabar"

clean: ## remove what was built
	rm -rf .build .build-*

need-swift:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "khabar is built with Swift 6.2 or newer, and there is no 'swift' here."; \
	  echo "Get it at https://www.swift.org/install/linux/ and run make again."; exit 1; }
	@$(SWIFT) --version 2>/dev/null | awk 'match($$0, /Swift version [0-9]+\.[0-9]+/) { \
	  split(substr($$0, RSTART + 14, RLENGTH - 14), v, "."); found = 1; \
	  if (v[1] + 0 < 6 || (v[1] + 0 == 6 && v[2] + 0 < 2)) { \
	    print "khabar needs Swift 6.2 or newer; this is " v[1] "." v[2] "."; \
	    print "Get it at https://www.swift.org/install/linux/ and run make again."; exit 1 } } \
	  END { if (!found) exit 1 }'

# Installs what is missing and nothing else; with nothing missing it asks nothing and says nothing.
define install-missing
	@missing=""; \
	for package in $(1); do \
	  case "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" in \
	    installed) ;; *) missing="$$missing $$package" ;; esac; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	  echo "khabar needs, $(2):$$missing (Debian's names)."; \
	  echo "There is no apt-get here; install the like with your system's package manager"; \
	  echo "and run make again with HAVE=yes."; exit 1; \
	fi; \
	echo "khabar needs, $(2):$$missing"; \
	root=""; \
	if [ "$$(id -u)" -ne 0 ]; then \
	  command -v sudo >/dev/null 2>&1 || { echo "Install them as root: apt-get install$$missing"; exit 1; }; \
	  root="sudo"; echo "Installing with sudo; it may ask for your password."; \
	fi; \
	$$root apt-get -o DPkg::Lock::Timeout=300 update -qq \
	  && $$root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $$missing \
	  || { echo "apt-get could not install$$missing; see above."; exit 1; }
endef

ifeq ($(HAVE),yes)
need-build need-test need-bench:
	@:
else
need-build:
	$(call install-missing,$(TO_BUILD),to be built)

need-test:
	$(call install-missing,$(TO_TEST),to be built and tested)

need-bench:
	$(call install-missing,$(TO_BENCH),to be measured beside its peers)
endif
