# Everything goes through one environment, .venv, made on first use. Python 3.11 or newer; PYTHON=… picks another.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: lab facilitator test bench soak looks check notebooks format clean

lab: .venv/.course ## JupyterLab on the start page, and /voila/ beside it
	$(BIN)/safetystring lab

facilitator: .venv/.course ## JupyterLab with nbgrader's buttons, on the course in grading/
	$(BIN)/safetystring lab --facilitator

test: .venv/.dev node_modules/.done ## everything that must hold before a change lands
	tools/get-test-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run --silent check
	npm test --silent
	$(BIN)/safetystring check
	tools/run-tests

check: .venv/.dev node_modules/.done ## the fast half of `make test`
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run --silent check
	$(BIN)/safetystring check

bench: .venv/.dev ## the performance table, both sides in one run
	tools/get-test-tools
	$(BIN)/python -m bench

soak: .venv/.dev ## what takes hours: random changes to good files, 500 learners and 60 attacks graded by nbgrader beside ours, every conversation in the browser
	tools/get-test-tools
	$(BIN)/python -m soak
	SAFETYSTRING_COHORT=500 $(BIN)/pytest tests/course/grade/test_cohort.py
	SAFETYSTRING_STOCK=1 $(BIN)/pytest tests/course/grade/test_hostile_stock.py
	SAFETYSTRING_WHOLE=zh $(BIN)/pytest -m browser tests/browser/test_whole_course.py

looks: .venv/.dev node_modules/.done ## axe on every screen in every place and width, and pictures of every channel to look at
	tools/get-test-tools
	SAFETYSTRING_LOOKS=all $(BIN)/pytest tests/browser/test_accessibility.py tests/browser/test_looks.py
	$(BIN)/python tests/browser/contact_sheet.py

notebooks: .venv/.dev node_modules/.done ## everything that is generated: front end, schema, notebooks
	npm run --silent build
	$(BIN)/safetystring build --generated

format: .venv/.dev ## ruff's formatter over everything
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/.course: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

.venv/.dev: .venv/.course requirements-dev.txt
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	@touch $@

node_modules/.done: package.json package-lock.json
	npm ci --silent --no-fund --no-audit
	@touch $@
