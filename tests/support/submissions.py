"""The cases of tests/hostile/submissions/: each is put on the disk from a table, also what no repository can hold.

tests/hostile/README.md describes the tables for people.
"""

from __future__ import annotations

import copy
import io
import json
import os
import re
import socket
import stat
import struct
import tomllib
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.preflight.logs import BEGIN, GENUINE, SCAM, honest, lines_of, moved, packed, written
from safetystring.player.events import Debriefed, Marked
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[1] / "hostile" / "submissions"
ONES = {"cedar": SCAM, "maple": GENUINE}
WHEN = b"2025-11-24 10:00:00 UTC"
_WORDS = {"@SURROGATE": "\ud800", "@LONG": "a" * 1_000, "@BYTE": "\udce9"}
_DAY = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Case:
    """One attack: what it is, what stock nbgrader does, what of it counts, and what the report has to say."""

    folder: Path
    what: str
    stock: str
    put: list[dict[str, Any]]
    door: str = "folder"
    shown: str = ""
    earns: Mapping[str, str] = field(default_factory=lambda: {"cedar": "good", "maple": "good"})
    report: tuple[tuple[str, str], ...] = ()

    @property
    def learner(self) -> str:
        return self.folder.name.replace("_", "-")

    @property
    def person(self) -> int:
        return 100 + sum(self.folder.name.encode()) * 1_000 + len(self.folder.name)


def read_cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*/case.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        values["report"] = tuple(map(tuple, values.get("report", ())))
        found.append(Case(path.parent, **values))
    return found


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case is put: the course, its released notebooks, and the file that no attack may make."""

    root: Path
    blank: Mapping[str, bytes]
    canary: Path


def base(stage: Stage, person: int) -> dict[str, bytes]:
    """Return an honest submission."""
    logs = {f"responses/{name}.jsonl": honest(one, person) for name, one in ONES.items()}
    return {**stage.blank, **logs, "timestamp.txt": WHEN}


def put(case: Case, folder: Path, stage: Stage) -> None:
    """Put a case into `folder`: an honest submission, then what the case does to it; or the files that came."""
    files = base(stage, case.person) if case.door == "folder" else {}
    if not (case.put and case.put[0].get("file") == ""):
        _write(folder, files)
    for step in case.put:
        _step(case, step, folder, files, stage)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _step(case: Case, step: dict[str, Any], folder: Path, files: Mapping[str, bytes], stage: Stage) -> None:
    name = _word(step["file"]).replace("CODE", case.learner)
    path = folder / name if name else folder
    before = files.get(name, b"")
    path.parent.mkdir(parents=True, exist_ok=True)
    special = _special(step, path, stage)
    if special is not None:
        if path.is_file() and not step.get("files"):
            path.unlink()
        elif path.is_dir() and not path.is_symlink() and not step.get("files"):
            for inner in path.iterdir():
                inner.unlink()
            path.rmdir()
        special()
        return
    if "rename" in step:
        path.rename(folder / step["rename"])
        return
    data = _data(case, step, before, stage)
    path.write_bytes(data)
    if "size" in step or "pad" in step:
        os.truncate(path, step.get("size") or step["pad"])  # takes no room on the disk


def _special(step: dict[str, Any], path: Path, stage: Stage) -> Callable[[], object] | None:
    ways: dict[str, Callable[[], object]] = {
        "missing": lambda: None,
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: _device(path),
        "socket": lambda: _socket(path),
        "link": lambda: path.symlink_to(step["link"]),
        "hard": lambda: os.link(stage.root / step["hard"], path),
        "files": lambda: _many(path, step["files"]),
    }
    return next((way for name, way in ways.items() if name in step), None)


def _device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except OSError:  # only the administrator makes devices
        path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name may have a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _many(path: Path, count: int) -> None:
    for number in range(count):
        (path.parent / f"{path.name}-{number}").touch()


def _data(case: Case, step: dict[str, Any], before: bytes, stage: Stage) -> bytes:
    ways: dict[str, Callable[[], bytes]] = {
        "member": lambda: _archive(case, step["member"], stage),
        "copy": lambda: _canary((case.folder / step["copy"]).read_text(encoding="utf-8"), stage).encode(),
        "like": lambda: stage.blank[step["like"]],
        "from": lambda: _from(step, stage),
        "text": lambda: _text(step, stage),
        "hex": lambda: bytes.fromhex(step["hex"]),
        **dict.fromkeys(("cells", "add", "replace"), lambda: _notebook(case, step, before, stage)),
    }
    way = next((way for name, way in ways.items() if name in step), None)
    if way is not None:
        return way()
    if step["file"].startswith("responses/"):
        return _log(case, step, before)
    return before[: int(len(before) * step.get("keep", 1))]


def _from(step: dict[str, Any], stage: Stage) -> bytes:
    return (stage.root / str(step["from"])).read_bytes()


def _text(step: dict[str, Any], stage: Stage) -> bytes:
    text = str(step.get("before", "")) + _canary(step["text"], stage) * int(step.get("times", 1))
    return text.encode()


def _canary(text: str, stage: Stage) -> str:
    return text.replace("CANARY", str(stage.canary))


def _word(text: str) -> str:
    for word, meaning in _WORDS.items():
        text = text.replace(word, meaning)
    return text


def _notebook(case: Case, step: dict[str, Any], before: bytes, stage: Stage) -> bytes:
    page = json.loads(before)
    for change in step.get("cells", ()):
        page["cells"] = [made for cell in page["cells"] for made in _cells(cell, change, stage)]
    for change in step.get("add", ()):
        source = change.get("source") or (case.folder / change["file"]).read_text(encoding="utf-8")
        metadata = {"nbgrader": {"cell_type": "code", **change["marks"]}} if "marks" in change else {}
        cell = {
            "cell_type": change["kind"],
            "id": "added",
            "metadata": metadata,
            "source": _canary(source, stage),
            "outputs": [],
            "execution_count": None,
        }
        page["cells"].insert(0 if change.get("first") else len(page["cells"]), cell)
    page.update(step.get("replace", {}))
    return json.dumps(page).encode()


def _cells(cell: dict[str, Any], change: dict[str, Any], stage: Stage) -> list[dict[str, Any]]:
    if cell["id"] != change["id"]:
        return [cell]
    made = copy.deepcopy(cell)
    if "source" in change:
        made["source"] = _canary(change["source"], stage)
    if "append" in change:
        made["source"] = "".join(made["source"]) + _word(change["append"]) * change.get("append_times", 1)
    if "marks" in change:
        made["metadata"]["nbgrader"] |= change["marks"]
    if "outputs" in change:
        made["outputs"] = change["outputs"]
    made |= change.get("set", {})
    return [{**made, "id": made["id"] if number == 0 else f"again{number}"} for number in range(change.get("times", 1))]


def _log(case: Case, step: dict[str, Any], before: bytes) -> bytes:
    data = _played(case, step, before)
    lines = _timed(step, lines_of(data)) if step.keys() & {"beat", "shift_days", "back_at", "attempts"} else None
    rows = (packed(lines) if lines is not None else data).splitlines(keepends=True)
    if "reverse" in step:
        rows.reverse()
    if "doubled" in step:
        rows = [row for row in rows for _ in range(2)]
    if "swap" in step:
        one, two = step["swap"]
        rows[one], rows[two] = rows[two], rows[one]
    if "insert" in step:
        rows.insert(step["insert"]["at"], _inserted(step["insert"]))
    data = b"".join(rows)
    for key, count in (("sub", 1), ("sub_all", 0)):
        if key in step:
            data = re.sub(step[key][0].encode(), step[key][1].encode(), data, count=count)
    if "before_times" in step:
        data = (step["before_times"][0] * step["before_times"][1]).encode() + data
    if "spaced" in step:
        data = b"".join(json.dumps(line).encode() + b"\n" for line in lines_of(data))
    if "crlf" in step:
        data = data.replace(b"\n", b"\r\n")
    data += step.get("after", "").encode() + bytes.fromhex(step.get("after_hex", ""))
    return bytes(data[: int(len(data) * step.get("keep", 1))])


def _played(case: Case, step: dict[str, Any], before: bytes) -> bytes:
    one = ONES[step.get("of", Path(step["file"]).stem)]
    if "person" in step:
        data = honest(one, step["person"])
        return moved(data, by=3 * 3600 * 1000, seed=2**31) if "disguised" in step else data
    if "play" not in step:
        return honest(one, case.person) if "of" in step else before
    way: plays.Shortcut = step["play"]
    if "then" in step:
        first, second = lines_of(honest(one, case.person, way)), lines_of(honest(one, case.person + 1, step["then"]))
        second[0]["attempt"] = 2
        for number, line in enumerate(second, len(first) + 1):
            line["n"] = number
        return packed([*first, *second])
    run = plays.shortcut(way, one.scenario, one.key)
    assert run is not None
    late = [Marked(id=message, family=cue.family) for message, cue in one.key.cues.items()]
    return written(one, [*run.events, Debriefed(), *late], case.person)


def _timed(step: dict[str, Any], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for number, line in enumerate(lines):
        if "beat" in step:
            line["at"] = BEGIN // 1000 * 1000 + number * step["beat"]
        line["at"] += step.get("shift_days", 0) * _DAY
        if number >= step.get("back_at", 10**9):
            line["at"] -= 3 * _DAY
    for number in range(2, step.get("attempts", 1) + 1):
        lines.append({**lines[0], "n": len(lines) + 1, "attempt": number})
    return lines


def _inserted(made: dict[str, Any]) -> bytes:
    text = _word(str(made.get("text", ""))) * int(made.get("times", 1))
    return text.encode() + bytes.fromhex(made.get("hex", "")) + b"\n"


def _archive(case: Case, members: list[dict[str, Any]], stage: Stage) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            _member(case, archive, member, stage)
        count, start = [member.get("many", 1) for member in members], archive.start_dir
    data = bytearray(file.getvalue())
    place = data.index(b"PK\x01\x02", start)
    for member, many in zip(members, count, strict=True):
        for _ in range(many):
            _lie(data, place, member)
            sizes = struct.unpack_from("<HHH", data, place + 28)
            place += 46 + sum(sizes)
    return bytes(data)


def _member(case: Case, archive: zipfile.ZipFile, member: dict[str, Any], stage: Stage) -> None:
    data = member.get("text", "").encode()
    if "log" in member:
        data = honest(ONES[member["log"]], case.person)
    if "size" in member:
        data = bytes(member["size"])
    for number in range(member.get("many", 1)):
        info = zipfile.ZipInfo(_canary(member["name"], stage) + (f"{number}" if "many" in member else ""))
        info.compress_type = zipfile.ZIP_STORED if "stored" in member else zipfile.ZIP_DEFLATED
        info.external_attr = member.get("mode", 0o100600) << 16
        with warnings.catch_warnings(action="ignore", category=UserWarning):  # of names that are there twice
            archive.writestr(info, data)


def _lie(data: bytearray, place: int, member: dict[str, Any]) -> None:
    """Change what the directory of the archive says of a member."""
    if "locked" in member:
        data[place + 8] |= 1
    if "method" in member:
        struct.pack_into("<H", data, place + 10, member["method"])
    if "damaged" in member:
        data[place + 16] ^= 0xFF
    if "lies" in member:
        struct.pack_into("<I", data, place + 24, member["lies"])
