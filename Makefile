# make demo   check the specimen and an article pair
# make test   run the tests; make test-comet those with COMET, which installs PyTorch
# make docs   build the site into build/site; the build fetches nothing
# All make their own environment in .venv; they need Python 3.10 or later and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# COMET wants an older NumPy than the rest, so it has an environment of its own (said aloud below: pip
# tries hundreds of combinations before it finds that out by itself). PyTorch goes in first:
# TORCH = torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu  comes without CUDA.
COMET ?= .venv-comet
TORCH ?= torch==2.13.0

.PHONY: bench-comet demo test test-comet lint types docs reports picture bench clean

demo: $(VENV)/.core
	@$(BIN)/python -m mtqa check seeds/moscova-coreea-de-nord.ro.txt || test $$? -eq 1
	@$(BIN)/python -m mtqa check corpora/articles/02.ro.txt --source corpora/articles/02.en.txt || test $$? -eq 1
	@mkdir -p build
	@$(BIN)/python -m mtqa check seeds/moscova-coreea-de-nord.ro.txt --report build/specimen.html --report build/specimen.json > /dev/null || test $$? -eq 1
	@echo "The report as a page: build/specimen.html, and for programs: build/specimen.json"

test: $(VENV)/.dev
	$(BIN)/python -m pytest

test-comet: $(COMET)/.comet
	$(COMET)/bin/python -m pytest tests/comet tests/training

bench-comet: $(COMET)/.comet
	$(COMET)/bin/python -m mtqa.workshop.benches.comet

lint: $(VENV)/.dev
	$(BIN)/ruff check mtqa tests examples
	$(BIN)/ruff format --check mtqa tests examples

types: $(VENV)/.dev
	$(BIN)/mypy

docs: $(VENV)/.docs  # the site, in build/site; a warning is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

reports: $(VENV)/.core
	$(BIN)/python -m mtqa.workshop.samples
	$(BIN)/python -m mtqa.workshop.readme
	-@$(MAKE) --no-print-directory picture  # left as they are where there is no Chromium

picture: $(VENV)/.dev  # needs Chromium
	$(BIN)/python -m mtqa.workshop.pictures.report
	$(BIN)/python -m mtqa.workshop.pictures.desk

bench: $(VENV)/.bench
	$(BIN)/python -m mtqa.workshop.benches.checks
	$(BIN)/python -m mtqa.workshop.benches.align
	$(BIN)/python -m mtqa.workshop.benches.corpus

clean:
	rm -rf $(VENV) $(COMET) build dist

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[align,spacy]" ./models/mtqa-qe-ro ./models/mtqa-ro-core
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.core

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	@touch $@

$(COMET)/.comet: pyproject.toml
	test -x $(COMET)/bin/python || $(PYTHON) -m venv $(COMET)
	$(COMET)/bin/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	$(COMET)/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[comet,train]" "numpy<2" "pytest>=8"
	@touch $@

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	@touch $@ $(VENV)/.core
