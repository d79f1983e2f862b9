# make run: the app on 127.0.0.1; an empty database asks what it is for.   make test: everything a clean checkout must pass.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
DEMO := data/demo.db
say = @printf "\n== %s\n" "$(1)"

.PHONY: run demo app dev replicas test quick lint screens soak bench upgrade-check lock sbom licences audit release clean help tests

help:
	@echo "make run    start Klarsjekk on http://127.0.0.1:$(PORT), on the database of DATABASE_URL (default data/klarsjekk.db)"
	@echo "make app    the same"
	@echo "make dev    with demo customers, starting anew when code is saved"
	@echo "make replicas   two replicas behind nginx on https://127.0.0.1:8443, with demo customers"
	@echo "make test   install what the tests need and run everything"
	@echo "make quick  what needs no browser, server or database process: about a minute"
	@echo "make upgrade-check   what the newest Streamlit would break"
	@echo "make sbom   what it is made of, as CycloneDX    make licences   under which licences, checked"
	@echo "make audit  what is known to be wrong with the pinned versions    make release   an archive with checksums"
	@echo "make bench  measure speed    make soak  long tests    make screens  pictures of every page"

run: app

demo: $(VENV)/app.stamp
	$(call say,Making the invented customers in $(DEMO))
	@$(BIN)/python cli.py demo --database $(DEMO)

app: $(VENV)/app.stamp
	@$(BIN)/python cli.py migrate
	$(call say,Klarsjekk starts on http://127.0.0.1:$(PORT) — stop it with Ctrl+C)
	@$(BIN)/streamlit run server.py --server.port $(PORT)

dev: $(VENV)/app.stamp demo
	$(call say,Klarsjekk on http://127.0.0.1:$(PORT) starts anew when its code is saved — stop it with Ctrl+C)
	@DATABASE_URL=sqlite:///$(DEMO) $(BIN)/python -m deploy.dev --server.port $(PORT)

replicas: $(VENV)/dev.stamp
	@$(BIN)/python -m deploy.local

test: $(VENV)/dev.stamp
	@sh tests/need_programs
	@$(MAKE) --no-print-directory -j2 lint tests

# Beside the lint, which takes one processor alone for a minute.
tests: $(VENV)/dev.stamp
	$(call say,Running all tests in three processes)
	@$(BIN)/python -m pytest -n 3 --dist loadscope

# No browser, server or database process, nor the whole app: tests/quick.py tells how a test says what it needs.
quick: $(VENV)/dev.stamp
	@$(BIN)/ruff check --quiet .
	@$(BIN)/oxlint --quiet web
	@$(BIN)/python -m pytest -q --quick -n 2 --dist loadscope --durations=5

# The tests that guard what Streamlit does not promise (docs/streamlit.md), against its newest version or the one that is named.
GUARDS := tests/web tests/architecture/test_streamlit_inside.py tests/security/test_headers.py tests/browser/test_action_table.py \
	tests/browser/test_addresses.py tests/browser/test_reading.py tests/replicas/test_tabs.py
STREAMLIT ?= streamlit
NEWEST := build/newest
upgrade-check:
	@sh tests/need_programs
	$(call say,$(STREAMLIT) in an environment of its own: $(NEWEST))
	@rm -rf $(NEWEST) && $(PYTHON) -m venv $(NEWEST)
	@sed 's/^streamlit==.*/$(STREAMLIT)/' requirements/app.in > $(NEWEST)/app.in
	@sed '/^-c/d' requirements/dev.in > $(NEWEST)/dev.in
	@$(NEWEST)/bin/python -m pip install --quiet --disable-pip-version-check -r $(NEWEST)/app.in -r $(NEWEST)/dev.in
	$(call say,What of Streamlit $$($(NEWEST)/bin/python -c 'import streamlit; print(streamlit.__version__)') would break)
	@$(NEWEST)/bin/python -c 'from web import inside; print(*inside.missing() or ["No text, part or name is missing."], sep="\n")'
	@$(NEWEST)/bin/python -m pytest -q -p no:cacheprovider --tb=line --continue-on-collection-errors $(GUARDS) \
		|| { echo "docs/streamlit.md says of each place what breaks, and which test tells."; exit 1; }

lint: $(VENV)/dev.stamp
	$(call say,Lint and types)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy .
	@$(BIN)/oxlint --quiet web

screens: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -q tests/browser -k pictures

soak: $(VENV)/dev.stamp
	@KLARSJEKK_SOAK=1 sh tests/need_programs
	$(call say,Long tests)
	@KLARSJEKK_SOAK=1 $(BIN)/python -m pytest

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m benchmarks

lock:
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-annotate --custom-compile-command "make lock" requirements/app.in -o requirements.txt
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-annotate --custom-compile-command "make lock" requirements/dev.in -o requirements-dev.txt
	date -u +%F > requirements/locked-on

sbom: $(VENV)/app.stamp
	@mkdir -p build && $(BIN)/python -m deploy.supply sbom > build/sbom.cdx.json && echo build/sbom.cdx.json

licences audit: $(VENV)/app.stamp
	@$(BIN)/python -m deploy.supply $@

release: $(VENV)/app.stamp
	@$(BIN)/python -m deploy.supply release build/release

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/made.stamp:
	$(call say,Making a virtual environment in $(VENV))
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed as $(PYTHON). Install it, or say which: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "python3-venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/app.stamp: $(VENV)/made.stamp requirements.txt
	$(call say,Installing what the app needs (once, a minute or two))
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/app.stamp requirements-dev.txt
	$(call say,Installing what the tests need)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
