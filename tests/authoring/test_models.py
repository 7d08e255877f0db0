"""The format of a scenario, form by form."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from safetystring.authoring.models import WrittenMessage, WrittenScenario
from safetystring.scenario.model import Form
from support.project import files, text

MESSAGE: TypeAdapter[Any] = TypeAdapter(WrittenMessage)
DRAWING = {"asset": "a.svg", "caption": text("c"), "alt": text("a")}
FORMS: dict[str, dict[str, object]] = {
    "text": {"from": "p01", "text": text("x")},
    "call": {"from": "p01", "text": text("x")},
    "voice": {"from": "p01", "text": text("x"), "seconds": 4},
    "document": {"from": "p01", **DRAWING},
    "image": {"from": "p01", **DRAWING},
    "link": {"from": "p01", "title": text("t"), "url": "https://a.example", "site": text("s")},
    "file": {"from": "p01", "name": text("n"), "size": "1 kB"},
    "transfer": {"from": "me", "amount": "1 €", "payee": text("p")},
    "compare": {"from": "p01", "papers": [DRAWING, DRAWING]},
    "mail": {"from": "p01", "text": text("x"), "subject": text("s"), "address": "a@b.example"},
    "page": {"from": "p01", "address": "b.example/pay", "title": text("t")},
    "payment": {"from": "p01", "payee": text("p"), "amount": "1 €"},
    "balance": {"from": "p01", "amount": "1 €"},
    "frame": {"from": "p01", "backdrop": "office", "alt": text("a")},
    "hold": {"text": text("x")},
    "system": {"text": text("x")},
    "narration": {"text": text("x")},
}


def test_every_form_of_the_compiled_scenario_can_be_written() -> None:
    assert set(FORMS) == set(get_args(Form))


@pytest.mark.parametrize("form", FORMS)
def test_each_form_needs_its_own_keys_and_takes_no_others(form: str) -> None:
    message = {"id": "m01", "form": form, **FORMS[form]}
    assert MESSAGE.validate_python(message).form == form
    for key in FORMS[form]:
        with pytest.raises(ValidationError):
            MESSAGE.validate_python({name: value for name, value in message.items() if name != key})
    with pytest.raises(ValidationError):
        MESSAGE.validate_python({**message, "colour": "red"})


@pytest.mark.parametrize("form", ["system", "narration", "hold"])
def test_what_nobody_sends_has_no_sender_and_no_cue(form: str) -> None:
    for extra in ({"from": "p01"}, {"cue": None}, {"lookalike": text("x")}):
        with pytest.raises(ValidationError):
            MESSAGE.validate_python({"id": "m01", "form": form, "text": text("x"), **extra})


def test_the_sample_fits() -> None:
    written = WrittenScenario.model_validate(files()["alder/scenario.yaml"])
    assert (written.id, len(written.scenes), written.cast["p01"].avatar) == ("alder", 5, "desk")
