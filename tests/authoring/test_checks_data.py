"""Fictional data, in a scenario and its drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import SVG, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (put(ALDER, ("cast", "p01", "number"), "+33 1 42 00 47 10"), [("SS070", ALDER, "`+33 1 42 00 47 10` could be")]),
    (put(ALDER, ("cast", "p01", "number"), "40088123"), [("SS070", ALDER, "`40088123` could be")]),
    (put(ALDER, ("cast", "p01", "number"), "12308"), []),
    (put(ALDER, ("cast", "p01", "number"), "+86 1XX 0000 0000"), []),
    (put(ALDER, ("scenes", 3, "messages", 2, "url"), "https://colis-suivi.fr/x"), [("SS071", ALDER, "colis-suivi.fr")]),
    (put(ALDER, ("setting",), text("Account FR76 3000 6000 0112 3456 7890 189")), [("SS072", ALDER, "")] * 3),
    (put(ALDER, ("debrief", "do", 0), text("www.service-public.fr")), []),
    (put(ALDER, ("setting",), text("www.service-public.fr")), [("SS071", ALDER, "service-public.fr")] * 3),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]


def test_drawings_are_read_too(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        content["alder/documents/paper.svg"] = SVG.replace("模拟材料", "模拟材料 06 12 34 56 78")

    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [("SS070", "alder/documents/paper.svg")]
