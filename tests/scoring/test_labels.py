from __future__ import annotations

import dataclasses

import pytest

from safetystring.scenario import LANGUAGES, Lang, Source
from safetystring.scoring.cells import cell_maxima
from safetystring.scoring.labels import date, label, red_flag_name, source_line
from scoring.plays import pair, text

SCAM, GENUINE = pair("scam"), pair("genuine")


@pytest.mark.parametrize(
    ("cell", "lang", "with_key", "expected"),
    [
        ("item-07", "en", False, "Message 7"),
        ("item-07", "zh", False, "消息 7"),
        ("item-07", "en", True, "Message 7: flag identity"),
        ("item-07", "zh", True, "消息 7：flag identity 中"),
        ("item-07", "fr", True, "Message 7\u00a0: flag identity fr"),
        ("item-03", "en", True, "Message 3: odd, but fine"),
        ("item-01", "en", True, "Message 1: fine"),
        ("item-13", "en", True, "Message 13"),
        ("decision-02", "zh", True, "选择 2"),
        ("decision-02", "fr", False, "Choix 2"),
        ("false-alarms", "en", True, "Other messages left alone"),
        ("verdict", "fr", False, "Avis final"),
        ("reflection", "zh", False, "思考题"),
        ("item-7", "en", True, "item-7"),
        ("<b>", "en", True, "<b>"),
    ],
)
def test_labels(cell: str, lang: Lang, *, with_key: bool, expected: str) -> None:
    assert label(cell, lang, SCAM[1] if with_key else None) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_has_a_name_of_its_own(lang: Lang) -> None:
    for key in (None, SCAM[1], GENUINE[1]):
        names = [label(cell, lang, key) for cell in cell_maxima(SCAM[1])]
        assert len(set(names)) == len(names)
        assert not set(names) & cell_maxima(SCAM[1]).keys()


def test_without_the_key_a_label_tells_nothing() -> None:
    assert [label(cell, "en") for cell in cell_maxima(SCAM[1])] == [label(c, "en") for c in cell_maxima(GENUINE[1])]


def test_a_red_flag_the_key_does_not_hold_keeps_its_id() -> None:
    key = dataclasses.replace(SCAM[1], red_flags={})
    assert red_flag_name(key, "flag_money", "en") == "flag_money"


@pytest.mark.parametrize(
    ("iso", "lang", "expected"),
    [
        ("2022-09", "zh", "2022年9月"),
        ("2022-09", "en", "September 2022"),
        ("2022-09", "fr", "septembre 2022"),
        ("2024-08-01", "zh", "2024年8月1日"),
        ("2024-08-01", "en", "1 August 2024"),
        ("2024-08-01", "fr", "1er août 2024"),
        ("2024-12-31", "fr", "31 décembre 2024"),
        ("2024", "en", "2024"),
        ("2024-13", "en", "2024-13"),
    ],
)
def test_dates(iso: str, lang: Lang, expected: str) -> None:
    assert date(iso, lang) == expected


@pytest.mark.parametrize(
    ("written", "lang", "expected"),
    [
        ("2022-09", "en", "an embassy, a notice, September 2022"),
        ("2022-09", "zh", "an embassy 中，a notice 中，2022年9月"),
        (None, "fr", "an embassy fr, a notice fr"),
    ],
)
def test_a_source_in_one_line(written: str | None, lang: Lang, expected: str) -> None:
    source = Source(id="A1", title=text("a notice"), issuer=text("an embassy"), date=written, url=None)
    assert source_line(source, lang) == expected
