"""One line of modules.yaml is changed, and nothing else."""

from __future__ import annotations

import difflib

import pytest

from safetystring.authoring.registry import RegistryError, register

FLOW = """# Head.
m1:
  title: {zh: 一, en: a, fr: b}
  scenarios: [cedar, maple]  # in any order
m2:
  scenarios: [oak]
"""
BLOCK = """m1:
  scenarios:
    - cedar
    - maple # last
  seed: 3
"""
LONG = """m1:
  scenarios: [cedar,
    "maple"]
"""
CHANGES = [
    (FLOW, "m1", ["+  scenarios: [cedar, maple, elm, ash]  # in any order"]),
    (FLOW, "m2", ["+  scenarios: [oak, elm, ash]"]),
    (BLOCK, "m1", ["+    - elm", "+    - ash"]),
]


@pytest.mark.parametrize(("text", "module", "added"), CHANGES)
def test_the_line_is_changed(text: str, module: str, added: list[str]) -> None:
    changed = register(text, module, ["elm", "ash"])
    lines = difflib.unified_diff(text.splitlines(), changed.splitlines(), n=0, lineterm="")
    assert [line for line in lines if line.startswith("+") and not line.startswith("+++")] == added


def test_a_new_module_is_put_at_the_end() -> None:
    changed = register(FLOW, "m9", ["elm", "ash"])
    assert changed.startswith(FLOW)
    assert changed.endswith("  seed: 1\n  scenarios: [elm, ash]\n")
    assert "TODO" in changed


BROKEN = [
    ("m1: [", "m1", "to be mended first"),
    ("m1: 3\n", "m1", "no list `scenarios:`"),
    ("m1:\n  scenarios: []\n", "m1", "no list `scenarios:`"),
    (LONG, "m1", "by hand"),
]


@pytest.mark.parametrize(("text", "module", "words"), BROKEN)
def test_what_cannot_be_changed_safely_is_left_alone(text: str, module: str, words: str) -> None:
    with pytest.raises(RegistryError, match=words):
        register(text, module, ["elm", "ash"])
