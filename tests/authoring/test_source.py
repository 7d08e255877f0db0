"""YAML read as plain values with places, and refused where it could be anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.authoring.diagnostics import Diagnostic, Position
from safetystring.authoring.source import MAX_BYTES, MAX_DEPTH, Located, load, parse, read_bytes

SCENARIOS = Path(__file__).parents[2] / "scenarios"

VALUES = [
    ("a: 1", {"a": 1}),
    ("a: -7", {"a": -7}),
    ("a: 1.5", {"a": 1.5}),
    ("a: ~", {"a": None}),
    ("a:", {"a": None}),
    ("a: true\nb: False", {"a": True, "b": False}),
    ("a: yes\nb: off", {"a": "yes", "b": "off"}),
    ("a: 2022-09-14", {"a": "2022-09-14"}),
    ("a: 10:41", {"a": "10:41"}),
    ("a: 1e5", {"a": "1e5"}),
    ("a: 0x1F", {"a": "0x1F"}),
    ("a: '1'\nb: \"true\"", {"a": "1", "b": "true"}),
    ("a: " + "9" * 40, {"a": "9" * 40}),
    ("1: a\nnull: b", {"1": "a", "null": "b"}),
    ("<<: {a: 1}", {"<<": {"a": 1}}),
    ("a: [x, {b: c}, []]", {"a": ["x", {"b": "c"}, []]}),
    ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
    ("a: 中文，“引号”\r\nb: 2\r\n", {"a": "中文，“引号”", "b": 2}),
    ("\ufeffa: 1", {"a": 1}),
    ("%YAML 1.1\n---\na: off", {"a": "off"}),
]


def test_a_key_without_a_value_stands_on_its_own_line() -> None:
    located = parse(b"a: 1\nb:\n\nc: null\n", "x.yaml")
    assert isinstance(located, Located)
    assert (located.at(("b",)).line, located.at(("c",)).column) == (2, 4)


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values(text: str, expected: object) -> None:
    located = parse(text.encode(), "x.yaml")
    assert isinstance(located, Located)
    assert located.root == expected


REFUSED = [
    (b"", "SS004", 1, 1, "empty file"),
    (b"# only a comment\n", "SS004", 1, 1, "empty file"),
    (b"- 1", "SS012", 1, 1, "expected a mapping"),
    (b"word", "SS012", 1, 1, "expected a mapping"),
    (b"a: 1\nb: 2\na: 3", "SS005", 3, 1, "first on line 1"),
    (b"x:\n  - {k: 1, k: 2}", "SS005", 2, 12, "a second time"),
    (b"a: &x 1", "SS006", 1, 4, "anchor"),
    (b"a: *x", "SS006", 1, 4, "alias"),
    (b"&x a: 1", "SS006", 1, 1, "anchor"),
    (b"a: !!python/object/apply:os.system [x]", "SS006", 1, 4, "tag"),
    (b"a: !!str 1", "SS006", 1, 4, "tag"),
    (b"%TAG ! tag:x,2000:\n---\na: 1", "SS006", 2, 1, "TAG"),
    (b"? [a]\n: 1", "SS004", 1, 3, "a key that is itself"),
    (b"a: 1\n---\nb: 2", "SS004", 2, 1, "second document"),
    (b"a: b: c", "SS004", 1, 5, "quotes"),
    (b"a:\n\tb: 1", "SS004", 2, 1, "indent with spaces"),
    (b"a: [1, 2", "SS004", 1, 4, "expected"),
    (b'a: "\\U00110000"', "SS004", 1, 1, ""),
    (b'a: "\\ud800"', "SS003", 1, 4, "U+D800"),
    (b'a: "\\0"', "SS003", 1, 4, "U+0000"),
    (b"a: x\x1b[31m", "SS003", 1, 5, "U+001B"),
    ("a: 1\nb: x\u202ey".encode(), "SS003", 2, 5, "U+202E"),
    ("a: 中\nb: 中".encode() + b"\xff", "SS003", 2, 5, "0xff is not UTF-8"),
    (b"a: " + b"[" * 100 + b"]" * 100, "SS002", 1, 3 + MAX_DEPTH, "deep"),
    (b"a: " + b"x" * MAX_BYTES, "SS002", 0, 0, "larger than"),
]


@pytest.mark.parametrize(("data", "code", "line", "column", "words"), REFUSED)
def test_refused(data: bytes, code: str, line: int, column: int, words: str) -> None:
    found = parse(data, "x.yaml")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.path, found.line, found.column) == (code, "x.yaml", line, column)
    assert words in f"{found.message} {found.hint}"


def test_places_of_keys_and_values() -> None:
    located = parse("a: 1\n中文:\n  - x\n  - {b: 'c'}\n".encode(), "x.yaml")
    assert isinstance(located, Located)
    assert located.at(("a",)) == Position(1, 4)
    assert located.at(("a",), key=True) == Position(1, 1)
    assert located.at(("中文", 0)) == Position(3, 5)
    assert located.at(("中文", 1, "b")) == Position(4, 9)
    assert located.at(("中文", 1, "b"), key=True) == Position(4, 6)


def test_a_place_that_is_not_there_is_shown_at_what_holds_it() -> None:
    located = parse(b"a:\n  b: 1\n", "x.yaml")
    assert isinstance(located, Located)
    assert located.at(("a", "c")) == Position(2, 3)
    assert located.at(("a", "union-tag", "b")) == Position(2, 6)
    assert located.at(("z",)) == Position(1, 1)


def test_aliases_cannot_multiply() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    found = parse("\n".join(lines).encode(), "x.yaml")
    assert isinstance(found, Diagnostic)
    assert found.code == "SS006"


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("none.yaml", "folder.yaml", "pipe.yaml"):
        found = load(tmp_path / name, name)
        assert isinstance(found, Diagnostic)
        assert (found.code, str(found).split(":")[0]) == ("SS001", name)


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"12345")
    assert read_bytes(file, 5) == b"12345"
    assert read_bytes(file, 4) == "larger than 4 bytes"
    assert read_bytes(tmp_path / "a\0b") != b""


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_values_or_one_finding(data: bytes) -> None:
    assert isinstance(parse(data, "x"), (Located, Diagnostic))


YAML_TEXT = st.text(st.sampled_from("ab1:- \n\t[]{},'\"|>&*!%#?~\\x中\u2028\x85"), max_size=60)


@given(YAML_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_yaml_like_text_gives_values_or_one_finding(text: str) -> None:
    assert isinstance(parse(text.encode(), "x"), (Located, Diagnostic))


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc", min_size=1), PLAIN, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_what_was_written_comes_back(value: dict[str, object]) -> None:
    from support.project import to_yaml  # noqa: PLC0415 - only here

    located = parse(to_yaml(value).encode(), "x.yaml")
    assert isinstance(located, Located), located
    assert located.root == value


def _both(text: str) -> tuple[Located | Diagnostic, Located | Diagnostic]:
    """Return what libyaml's way and ruamel.yaml's way make of a text."""
    quick = parse(text.encode(), "x")
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr("yaml.CSafeLoader")
        return quick, parse(text.encode(), "x")


@pytest.mark.parametrize("name", ["cedar/scenario.yaml", "heron/scenario.yaml", "modules.yaml", "red_flags.yaml"])
def test_libyaml_and_ruamel_read_the_same_at_the_same_places(name: str) -> None:
    quick, slow = _both((SCENARIOS / name).read_text(encoding="utf-8"))
    assert quick == slow
    assert isinstance(quick, Located)


@given(YAML_TEXT)
@settings(max_examples=200, deadline=None)
def test_what_ruamel_refuses_nobody_reads(text: str) -> None:
    quick, slow = _both(text)
    if isinstance(slow, Diagnostic):
        assert quick == slow
