"""A tiny `scenarios/` folder, complete and free of findings: a scam (alder) and its genuine twin (birch).

Both have four scenes on the spine and a branch, three choice points, fourteen messages to mark, one of each form.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from safetystring.authoring.project import Project, compile_project, load_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from safetystring.authoring.compile import Release
    from safetystring.scenario import Key, Scenario

Files = dict[str, Any]
"""Plain values by relative path for YAML files, text for drawings."""

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400">
  <rect width="300" height="400" fill="#fff" stroke="#999"/>
  <text x="40" y="200" transform="rotate(-30 150 200)">模拟材料 DOCUMENT FICTIF</text>
</svg>
"""
_CUES = {
    "m03": ("claimed_official", "A1"),
    "m05": ("forged_document", "A2"),
    "m08": ("do_not_tell", "A1"),
    "m10": ("safe_account", "A2"),
    "m12": ("safe_account", "A2"),
    "m14": ("claimed_official", "A1"),
}
_LOOKALIKES = {"m04": "alder birch", "m09": "birch", "m11": "birch"}
_FLAGS = {
    "claimed_official": ("identity", False, ["A1"]),
    "forged_document": ("document", True, ["A2"]),
    "do_not_tell": ("isolation", True, ["A1"]),
    "safe_account": ("money", True, ["A2", "A1"]),
}


def text(words: str) -> dict[str, str]:
    """Return a text that passes the checks of all three languages."""
    return {"zh": f"{words}的中文", "en": f"{words} in English", "fr": f"{words} en français"}


def _message(
    scenario: str, number: int, form: str = "text", sender: str = "p01", more: Files | None = None
) -> dict[str, Any]:
    name = f"m{number:02d}"
    made: dict[str, Any] = {"id": name, "form": form}
    if form not in ("system", "narration"):
        made["from"] = sender
    made["text"] = text(f"Message {number}")
    made |= more or {}
    if scenario == "alder" and name in _CUES:
        red_flag, source = _CUES[name]
        made["cue"] = {"red_flag": red_flag, "why": text(f"Why {number}"), "source": source}
    elif scenario in _LOOKALIKES.get(name, ""):
        made["lookalike"] = text(f"In order {number}")
    return made


def _option(number: int, kind: str, rating: str, words: str, **more: object) -> dict[str, Any]:
    option = {"id": f"o{number:02d}", "kind": kind, "text": text(words), "rating": rating}
    return {**option, "consequence": text(f"What follows {number}"), **more}


def _scenes(name: str) -> list[dict[str, Any]]:
    drawing: dict[str, object] = {"asset": "paper.svg", "caption": text("Caption"), "alt": text("A drawing")}
    link: dict[str, object] = {"title": text("Title"), "url": "https://suivi.example/dossier", "site": text("Site")}
    return [
        {
            "id": "s01",
            "channel": "ring",
            "contact": "p01",
            "messages": [_message(name, 1, "call"), _message(name, 2)],
            "choice": {
                "id": "c01",
                "prompt": text("The phone rings"),
                "options": [
                    _option(1, "do", "cautious", "Answer the call and listen to it", goto="s02"),
                    _option(2, "do", "safe", "Let it ring", end="e01"),
                ],
            },
        },
        {
            "id": "s02",
            "channel": "call",
            "contact": "p01",
            "messages": [
                _message(name, 3),
                _message(name, 4),
                _message(name, 5, "document", more=drawing),
                _message(name, 6, sender="me"),
                _message(name, 7, more={"time": "10:41"}),
            ],
            "choice": {
                "id": "c02",
                "prompt": text("What now"),
                "options": [
                    _option(3, "say", "safe", "Call back by a number of my own, then go on", end="e01"),
                    _option(4, "say", "harmful", "Do as they say", goto="s03"),
                    _option(5, "say", "cautious", "Ask", replies=[_message(name, 20)], goto="s05"),
                ],
            },
        },
        {
            "id": "s05",
            "channel": "call",
            "contact": "p01",
            "messages": [_message(name, 21), _message(name, 22, "system")],
            "goto": "s03",
        },
        {
            "id": "s03",
            "channel": "chat",
            "contact": "p02",
            "messages": [
                _message(name, 8, sender="p02"),
                _message(name, 9, "voice", "p02", {"seconds": 14}),
                _message(name, 10, "link", "p02", link),
                _message(name, 11, "file", "p02", {"name": text("File"), "size": "240 kB"}),
                _message(name, 12, "transfer", "p02", {"amount": "450 €", "payee": text("Payee")}),
            ],
            "choice": {
                "id": "c03",
                "prompt": text("They wait"),
                "options": [
                    _option(6, "do", "harmful", "Pay at once", end="e03"),
                    _option(7, "do", "cautious", "Write that I need time", goto="s04"),
                    _option(8, "do", "safe", "Close the chat and tell a friend", end="e01"),
                ],
            },
        },
        {
            "id": "s04",
            "channel": "chat",
            "contact": "p02",
            "messages": [
                _message(name, 13, "narration"),
                _message(name, 14, sender="p02"),
                _message(name, 15, "image", "p02", drawing),
                _message(name, 16, sender="p02"),
            ],
            "end": "e02",
        },
    ]


def _scenario(name: str, twin: str, truth: str) -> dict[str, Any]:
    scam = truth == "scam"
    return {
        "id": name,
        "module": "m1",
        "title": text("A call"),
        "truth": truth,
        "twin": twin,
        "source_lang": "zh",
        "minutes": 2,
        "difficulty": {"cues": "some", "premise": "medium"},
        "notes": text("A note"),
        "themes": ["authority"],
        "sources": ["A1", "A2"],
        "setting": text("An afternoon"),
        "cast": {
            "p01": {"name": text("Desk"), "about": text("Place"), "number": "+33 1 99 00 47 10", "avatar": "desk"},
            "p02": {"name": text("Officer"), "avatar": "official"},
        },
        "start": "s01",
        "spine": ["s01", "s02", "s03", "s04"],
        "scenes": _scenes(name),
        "endings": {
            "e01": {"outcome": "safe", "title": text("Out"), "text": text("You are out"), "paid": 0},
            "e02": {"outcome": "cautious", "title": text("Later"), "text": text("It goes on"), "paid": 0},
            "e03": {"outcome": "harmful", "title": text("Paid"), "text": text("It is paid"), "paid": 450 * scam},
        },
        "leave": "e01",
        "debrief": {
            "summary": text("Summary"),
            "first_sign": "m03" if scam else "m04",
            "real": text("The real one"),
            "say": [text("I will call back")],
            "do": [text("Hang up"), text("Look up the number")],
            "contacts": ["desk", "police"],
            "asked": 450 * scam,
        },
    }


def _contact(value: str, *, urgent: bool) -> dict[str, Any]:
    made = {"name": text("Contact"), "for": text("Purpose"), "value": value, "hours": text("Day and night")}
    return {**made, "checked_on": "2026-11-23", "certain": True, "urgent": urgent}


def files() -> Files:
    """Return the folder as plain values, fresh each time, for a test to change before it is written."""
    families = ("identity", "document", "isolation", "money")
    source = {"title": text("Notice"), "issuer": text("Issuer"), "date": "2022-09", "url": None, "kind": "official"}
    made = {
        "red_flags.yaml": {
            "families": {name: {"name": text(name), "hint": text(f"Hint of {name}")} for name in families},
            "red_flags": {
                name: {
                    "family": family,
                    "decisive": decisive,
                    "name": text(name),
                    "definition": text("Definition"),
                    "legitimate": text("The real one"),
                    "sources": sources,
                }
                for name, (family, decisive, sources) in _FLAGS.items()
            },
        },
        "sources.yaml": {"A1": source, "A2": {**source, "date": None, "url": "https://www.service-public.fr"}},
        "contacts.yaml": {
            "desk": _contact("www.service-public.fr", urgent=False),
            "police": _contact("17", urgent=True),
        },
        "modules.yaml": {
            "m1": {
                "title": text("Module"),
                "goals": text("Goals"),
                "minutes": 30,
                "seed": 7,
                "scenarios": ["alder", "birch"],
            }
        },
        "alder/scenario.yaml": _scenario("alder", "birch", "scam"),
        "birch/scenario.yaml": _scenario("birch", "alder", "genuine"),
        "alder/documents/paper.svg": SVG,
        "birch/documents/paper.svg": SVG,
    }
    # Through JSON, so that no two places share a value: a test changes one of them.
    return cast("Files", json.loads(json.dumps(made)))


def to_yaml(value: object) -> str:
    """Return plain values as block YAML, one value a line."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: object) -> Iterator[str]:
    for mark, item in _entries(value):
        if isinstance(item, (dict, list)) and item:
            first, *rest = _lines(item)
            # A list's entry begins beside its dash, a mapping's value below its key.
            yield from (f"{mark} {first}",) if mark == "-" else (f"{mark}", f"  {first}")
            yield from (f"  {line}" for line in rest)
        else:
            yield f"{mark} {_scalar(item)}"


def _entries(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((f"{_scalar(key)}:", item) for key, item in value.items())
    elif isinstance(value, list):
        yield from (("-", item) for item in value)


def _scalar(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"(?!null|true|false)[A-Za-z]\w*", value, re.ASCII | re.IGNORECASE):
        return value
    return json.dumps(value, ensure_ascii=False)


def write_project(folder: Path, change: Callable[[Files], object] | None = None) -> Path:
    """Write the folder, after `change` has had its way with its values, and return it."""
    content = files()
    if change is not None:
        change(content)
    for name, value in content.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(value if isinstance(value, str) else to_yaml(value), encoding="utf-8")
    return folder


DROP = object()
"""In place of a value: take the key or the entry away."""


def put(file: str, where: tuple[str | int, ...], value: object) -> Callable[[Files], None]:
    """Return a change of one place of one file; a list's end is reached by its length."""

    def change(content: Files) -> None:
        target = content[file]
        for one in where[:-1]:
            target = target[one]
        if value is DROP:
            del target[where[-1]]
        elif isinstance(target, list) and where[-1] == len(target):
            target.append(value)
        else:
            target[where[-1]] = value

    return change


def both(*changes: Callable[[Files], object]) -> Callable[[Files], None]:
    """Return the changes as one."""

    def change(content: Files) -> None:
        for one in changes:
            one(content)

    return change


def findings(folder: Path, change: Callable[[Files], object] | None = None) -> list[tuple[str, str, int, str]]:
    """Write the folder and return what checking it finds: code, file within the folder, line, sentence with hint."""
    found = load_project(write_project(folder, change)).diagnostics
    root = f"{folder.as_posix()}/"
    return [(one.code, one.path.removeprefix(root), one.line, f"{one.message} ({one.hint})") for one in found]


def project(folder: Path, change: Callable[[Files], object] | None = None) -> Project:
    """Write the folder and load it; it must be free of errors."""
    loaded = load_project(write_project(folder, change))
    assert loaded.project is not None, "\n".join(map(str, loaded.diagnostics))
    return loaded.project


def compiled(folder: Path, salt: str = "salt", release: Release = "training") -> Mapping[str, tuple[Scenario, Key]]:
    """Write the folder and return its two scenarios compiled, by id: `alder` (scam) and `birch` (genuine)."""
    return compile_project(project(folder), salt, release)
