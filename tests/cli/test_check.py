from __future__ import annotations

import datetime as dt
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli import check
from support.project import files, put, to_yaml, write_project

if TYPE_CHECKING:
    from safetystring.authoring.source import Where

ROOT = Path(__file__).parents[2]
ALDER = "alder/scenario.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "today", lambda: dt.date(2026, 12, 1))
    return tmp_path


def run(*arguments: str | Path) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    check.register(app)
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "80"})


def quiet(done: Any) -> None:  # noqa: ANN401 - as above
    """No traceback: the command ended by itself, in a way it means."""
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in (0, 1, 2)


def test_nothing_to_mend(place: Path) -> None:
    write_project(place / "scenarios")
    done = run()
    assert (done.exit_code, done.stdout) == (0, "2 scenarios, nothing to mend\n")


def test_errors_stand_on_one_line_each_with_their_place(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("start",), "s99"))
    done = run()
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"scenarios/alder/scenario\.yaml:\d+:\d+: SS021 error: there is no scene `s99`.*", lines[0])
    assert "2 errors, 0 warnings" in lines


def test_warnings_alone_are_no_findings(place: Path) -> None:
    write_project(place / "scenarios", put("sources.yaml", ("A2", "verify"), value=True))
    done = run()
    assert done.exit_code == 0
    assert "3 warnings" in done.stdout


def test_json(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("minutes",), 99))
    done = run("--json")
    assert done.exit_code == 1
    (one,) = json.loads(done.stdout)["diagnostics"]
    assert (one["code"], one["severity"], one["path"]) == ("SS016", "error", "scenarios/alder/scenario.yaml")
    assert one["line"] > 0


def test_json_of_a_good_project(place: Path) -> None:
    write_project(place / "scenarios")
    done = run("--json", "--explore")
    assert done.exit_code == 0
    plain = json.loads(done.stdout)
    assert plain["diagnostics"] == []
    assert [one["scenario"] for one in plain["explored"]] == ["alder", "birch"]


ASKED = [
    ("scenarios", {"alder", "birch", "contacts.yaml"}),
    ("scenarios/alder", {"alder"}),
    ("scenarios/alder/", {"alder"}),
    ("scenarios/birch/scenario.yaml", {"birch"}),
    ("scenarios/contacts.yaml", {"contacts.yaml"}),
    ("scenarios/red_flags.yaml", set()),
]


@pytest.mark.parametrize(("path", "expected"), ASKED)
def test_findings_about_what_was_asked_for(place: Path, path: str, expected: set[str]) -> None:
    def change(content: dict[str, Any]) -> None:
        for name in ("alder", "birch"):
            content[f"{name}/scenario.yaml"]["leave"] = "e99"
        content["contacts.yaml"]["police"]["urgent"] = False

    write_project(place / "scenarios", change)
    done = run(path, "--json")
    assert done.exit_code == (1 if expected else 0)
    found = {one["path"].split("/")[1] for one in json.loads(done.stdout)["diagnostics"]}
    assert found == expected


def test_from_inside_a_scenario(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(place / "scenarios", put(ALDER, ("leave",), "e99"))
    monkeypatch.chdir(place / "scenarios" / "alder")
    done = run("scenario.yaml")
    assert done.exit_code == 1
    assert done.stdout.startswith("scenario.yaml:")


def test_explore_says_what_best_play_and_shortcuts_earn(place: Path) -> None:
    write_project(place / "scenarios")
    done = run("--explore", "scenarios/alder")
    assert done.exit_code == 0
    assert "alder (scam): 8 paths" in done.stdout
    assert "best play 36 of 36 points" in done.stdout
    assert "shortcuts in alder: points and discernment" in done.stdout
    assert "birch (" not in done.stdout
    assert "the course" not in done.stdout


def test_explore_pools_the_shortcuts_over_the_course(place: Path) -> None:
    write_project(place / "scenarios")
    assert "shortcuts in the course: points and discernment" in run("--explore").stdout
    pooled = json.loads(run("--explore", "--json").stdout)["shortcuts"]
    assert list(pooled) == ["alder", "birch", "the course"]
    last = pooled["the course"][0]
    assert last["points"] == pooled["alder"][0]["points"] + pooled["birch"][0]["points"]


def test_a_playthrough_is_played_and_named_at_its_line(place: Path) -> None:
    file = write_project(place / "scenarios") / "alder" / "playthroughs" / "one.yaml"
    file.parent.mkdir()
    file.write_text("title: one\nsteps:\n- leave\n- expect: {ending: e01}\n", encoding="utf-8")
    assert run().stdout == "2 scenarios, 1 playthroughs, nothing to mend\n"
    file.write_text("title: one\nsteps:\n- leave\n- expect: {ending: e02}\n", encoding="utf-8")
    done = run("scenarios/alder/playthroughs/one.yaml")
    assert done.exit_code == 1
    sentence = "SS114 error: expected ending `e02`, found `e01`"
    assert done.stdout.splitlines()[0] == f"scenarios/alder/playthroughs/one.yaml:4:20: {sentence}"
    assert run("scenarios/birch").exit_code == 0


def test_nothing_there(place: Path) -> None:
    done = run()
    assert done.exit_code == 2
    assert "scenarios is not there: expected a scenarios folder" in done.stderr
    (place / "file.yaml").write_text("a: 1")
    done = run("file.yaml")
    assert done.exit_code == 2
    assert "belongs to no scenarios folder" in done.stderr


def test_what_a_file_says_is_no_markup_and_no_control(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("leave",), "[bold]x"))
    (place / "scenarios" / "odd\x1b[31m").mkdir()
    done = run()
    assert "[bold]x" in done.stdout
    assert "\x1b" not in done.stdout


def test_this_repository() -> None:
    done = run(ROOT / "scenarios", "--explore")
    assert done.exit_code == 0, done.stdout


def test_the_end_of_the_output_says_what_to_do(place: Path) -> None:
    def change(content: dict[str, Any]) -> None:
        content[ALDER]["title"]["fr"] = "L'appel"
        content[ALDER]["start"] = "s99"
        content["contacts.yaml"]["desk"]["certain"] = False

    write_project(place / "scenarios", change)
    done = run()
    assert done.exit_code == 1
    assert "First: mend the ids of scenarios/alder/scenario.yaml" in done.stdout
    assert "`safetystring check --fix`, which mends 1 of these" in done.stdout
    assert "  docs/diagnostics/SS021.md  unknown scene" in done.stdout
    assert done.stdout.endswith("  scenarios/contacts.yaml: 1 said to be uncertain: desk\n")
    assert "uncertain" not in run("scenarios/alder").stdout


def test_fix_mends_then_checks(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("title", "fr"), "L'appel"))
    assert run().exit_code == 1
    done = run("--fix")
    assert done.exit_code == 0
    assert "mended `L'appel` → `L’appel`" in done.stdout
    assert "nothing to mend" in done.stdout
    assert "mended" not in run("--fix").stdout


def test_stamp_is_asked_for(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("title", "of"), "00000000"))
    assert "SS095" in run("--fix").stdout
    alone = run("--stamp")
    assert alone.exit_code == 2
    assert "--stamp goes with --fix" in alone.stderr
    done = run("--fix", "--stamp", "scenarios/alder", "--json")
    assert json.loads(done.stdout)["diagnostics"] == []
    assert json.loads(done.stdout)["mended"]
    assert "of:" not in (place / "scenarios" / "contacts.yaml").read_text(encoding="utf-8")


def test_explain(place: Path) -> None:
    assert place.is_dir()
    done = run("--explain", "ss052")
    assert done.exit_code == 0
    assert done.stdout.startswith("# SS052: safe option always in the same place\n")
    wrong = run("--explain", "SS9999")
    assert wrong.exit_code == 2
    assert "there is no code SS9999" in wrong.stderr


def test_json_has_a_summary_and_what_to_look_up(place: Path) -> None:
    write_project(place / "scenarios", put("contacts.yaml", ("desk", "certain"), value=False))
    plain = json.loads(run("--json").stdout)
    assert plain["summary"] == {"error": 0, "warning": 0, "files": {}}
    (one,) = plain["recheck"]
    assert (one["path"], one["name"], one["why"]) == ("scenarios/contacts.yaml", "desk", "uncertain")
    assert one["line"] > 0


def test_sarif(place: Path) -> None:
    write_project(place / "scenarios", put(ALDER, ("minutes",), 99))
    done = run("--sarif")
    assert done.exit_code == 1
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert result["ruleId"] == "SS016"
    assert run("--sarif", "--json").exit_code == 2


def test_a_release_is_recorded_and_then_guarded(place: Path) -> None:
    write_project(place / "scenarios")
    assert "released.json: 2 scenarios recorded" in run("--record-release").stdout
    assert run("scenarios/alder", "--record-release").exit_code == 2
    write_project(place / "scenarios", put(ALDER, ("scenes", 4, "messages", 0, "id"), "m99"))
    done = run()
    assert done.exit_code == 1
    assert "SS106 error: `m13` (note) was released" in done.stdout
    assert run("--record-release").exit_code == 0
    assert run().exit_code == 0
    write_project(place / "scenarios", put(ALDER, ("start",), "s99"))
    refused = run("--record-release")
    assert refused.exit_code == 1
    assert "no release was recorded" in refused.stderr


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few of them replaced, put in, taken away, doubled or moved."""
    mutable = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(mutable)), chance.choice((1, 1, 2, 8, 60))
        piece = bytes(mutable[at : at + length])
        match chance.randrange(5):
            case 0:
                mutable[at : at + length] = chance.randbytes(length)
            case 1:
                mutable[at:at] = chance.choice(
                    (b"[", b"{", b"'", b'"', b"&a ", b"*a", b"- ", b"\n", b"\t", b": ", b"!", b"|")
                )
            case 2:
                del mutable[at : at + length]
            case 3:
                mutable[at:at] = piece
            case _:
                target = chance.randrange(len(mutable))
                mutable[target:target] = piece
    return bytes(mutable)


@pytest.mark.parametrize("file", ["red_flags.yaml", "sources.yaml", "contacts.yaml", "modules.yaml", ALDER])
def test_mutated_bytes_never_show_a_traceback(place: Path, file: str) -> None:
    folder = write_project(place / "scenarios")
    good = (folder / file).read_bytes()
    for seed in range(8):  # `make soak` goes on from here
        (folder / file).write_bytes(_mutated(good, random.Random(f"{file} {seed}")))  # noqa: S311 - a fixed draw
        quiet(run("--json"))


VALUES: list[object] = [
    None,
    True,
    0,
    -1,
    10**17,
    1.5,
    "",
    " ",
    "s01",
    "x" * 5000,
    [],
    {},
    ["s01"],
    {"zh": 1},
    {"": []},
    "\u00a0",
    "[/]",
]


def _places(value: object, above: Where = ()) -> list[Where]:
    found: list[Where] = [above] if above else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found += _places(item, (*above, key))
    return found


def test_mutated_values_never_show_a_traceback(place: Path) -> None:
    folder = write_project(place / "scenarios")
    chance = random.Random(2)  # noqa: S311 - a fixed draw
    content = files()
    for _ in range(20):  # `make soak` goes on from here
        file = chance.choice([name for name in content if name.endswith(".yaml")])
        changed = files()
        put(file, chance.choice(_places(changed[file])), chance.choice(VALUES))(changed)
        (folder / file).write_text(to_yaml(changed[file]), encoding="utf-8")
        quiet(run("--explore"))
        (folder / file).write_text(to_yaml(content[file]), encoding="utf-8")
