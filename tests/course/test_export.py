from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.course.export import COLUMNS, describe, plain, write_csv
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (2.0, "2"),
        (1.9992, "1.9992"),
        ("林小雨", "林小雨"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+33 1", "'+33 1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
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
    assert not first.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_spreadsheet_reads_chinese_and_quotes_rightly(tmp_path: Path) -> None:
    path = tmp_path / "grades.csv"
    row = {"student_id": "s1", "last_name": '林,"小"\n雨', "label_fr": "étrange"}
    assert write_csv(path, [row]) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbfstudent_id,")
    [read] = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert (read["last_name"], read["label_fr"]) == ('林,"小"\n雨', "étrange")
    assert tuple(read) == COLUMNS


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("item-01", {"kind": "other", "marked_family": None}),
        ("item-02", {"kind": "cue", "red_flag": "flag_money", "family": "money", "marked_family": "channel"}),
        ("item-03", {"kind": "lookalike"}),
        ("item-99", {}),
        ("decision-02", {"kind": "decision"}),
        ("false-alarms", {"kind": "false-alarms"}),
        ("verdict", {"kind": "verdict"}),
        ("reflection", {"kind": "reflection"}),
    ],
)
def test_describe(cell: str, expected: dict[str, object]) -> None:
    _, key = plays.pair("scam")
    told = describe(cell, key, {"m15": "channel"})
    assert expected.items() <= told.items()
    assert all(told[f"label_{lang}"] for lang in ("zh", "en", "fr"))


def test_a_red_flag_has_its_names_in_three_languages() -> None:
    _, key = plays.pair("scam")
    told = describe("item-02", key, {})
    name = key.red_flags["flag_money"].name
    assert (told["red_flag_zh"], told["red_flag_en"], told["red_flag_fr"]) == (name.zh, name.en, name.fr)
