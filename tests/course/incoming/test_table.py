from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.course.answers import RefusedError
from safetystring.course.incoming.table import read_table, write_table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "data",
    [
        b"file,learner\nLi/cedar.jsonl,A01\nMax,A02\nunknown,\n",
        b'file;learner\r\n"Li/cedar.jsonl";A01\r\nMax;A02\r\n',
        "\ufefffile\tlearner\nLi/cedar.jsonl\tA01\nMax\tA02\n".encode(),
        "file,learner\nLi/cedar.jsonl,A01\nMax,A02\n李,A03\n".encode("gb18030"),
        "file,learner\nLi/cedar.jsonl,A01\nMax,A02\n".encode("utf-16"),
    ],
)
def test_as_any_spreadsheet_saves_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "map.csv").write_bytes(data)
    found = read_table(tmp_path / "map.csv")
    assert found.items() >= {"li/cedar.jsonl": "A01", "max": "A02"}.items()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"file,learner\na,../x\n", r"map.csv:2: '../x' can be no learner"),
        (b"file,learner\na,A1\nA,A2\n", "map.csv:3: 'A' stands there for two learners"),
        (b"file,learner\n", "expected lines like"),
        (b"\xff\xfe\x00", "map.csv"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "map.csv").write_bytes(data)
    with pytest.raises(RefusedError, match=said):
        read_table(tmp_path / "map.csv")
    with pytest.raises(RefusedError, match="cannot be read"):
        read_table(tmp_path / "nowhere.csv")


def test_the_table_to_fill_in_is_no_formula_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    write_table(path, ["=HYPERLINK(1).jsonl", "li, na.jsonl", "bad\udce9.txt"])
    text = path.read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    path.write_text(text.replace(".jsonl,", ".jsonl,A01").replace('.jsonl",', '.jsonl",A02'), encoding="utf-8")
    assert read_table(path) == {"=hyperlink(1).jsonl": "A01", "li, na.jsonl": "A02"}
    with pytest.raises(FileExistsError):
        write_table(path, [])
