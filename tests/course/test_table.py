from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.course.table import plain, write_table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (2.0, "2"),
        (100, "100"),
        (-1.5, "-1.5"),
        (1.9992, "1.9992"),
        (1234.5678, "1234.5678"),
        (1 / 3, "0.333333"),
        ("林小雨", "林小雨"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+33 1", "'+33 1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\tx", "'\tx"),
        ("\r=1", "'\r=1"),
        ("\nx", "'\nx"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("\u3000=1", "'\u3000=1"),
        (" =1", "' =1"),
        ("\u202e=1", "'\u202e=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\x00=1", "'=1"),
        ("a=1", "a=1"),
        ("", ""),
        (" ", " "),
    ],
)
def test_plain(value: object, expected: str) -> None:
    assert plain(value) == expected


@given(st.text())
def test_nothing_starts_a_formula_and_every_row_keeps_its_columns(text: str) -> None:
    row = io.StringIO(newline="")
    csv.writer(row).writerow([plain(text), "next"])
    [(first, second)] = list(csv.reader(io.StringIO(row.getvalue(), newline="")))
    assert second == "next"
    assert not first.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not first.startswith(("\t", "\r", "\n"))


def test_a_spreadsheet_reads_chinese_and_quotes_rightly(tmp_path: Path) -> None:
    path = tmp_path / "grades.csv"
    assert write_table(path, ("name", "=note"), [('林,"小"\n雨', "étrange"), ("\ud800", None)]) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbfname,'=note\r\n")
    read = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert read == [["name", "'=note"], ['林,"小"\n雨', "étrange"], ["?", ""]]
