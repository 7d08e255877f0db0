from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.cohort.formats import decimal, euros, percent, quotable, span, tens

if TYPE_CHECKING:
    from safetystring.scenario import Lang


@pytest.mark.parametrize(
    ("share", "lang", "expected"),
    [
        (0.0, "en", "0%"),
        (0.004, "en", "<1%"),
        (0.004, "fr", "<\u202f1\u00a0%"),
        (0.364, "zh", "36%"),
        (0.364, "fr", "36\u00a0%"),
        (0.996, "en", "99%"),
        (1.0, "en", "100%"),
        (-0.06, "en", "−6%"),
    ],
)
def test_percent(share: float, lang: Lang, expected: str) -> None:
    assert percent(share, lang) == expected


def test_span() -> None:
    assert span(0.294, 0.437, "fr") == ("29", "44\u00a0%")
    assert span(-0.19, 0.07, "en") == ("−19", "7%")


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        (1.214, "en", "1.21"),
        (1.214, "fr", "1,21"),
        (-0.5, "zh", "−0.50"),
        (-0.001, "en", "0.00"),
        (float("nan"), "en", "–"),
    ],
)
def test_decimal(value: float, lang: Lang, expected: str) -> None:
    assert decimal(value, lang) == expected


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [(28000, "en", "€28,000"), (28000, "fr", "28\u202f000\u00a0€"), (7000, "zh", "7,000\u00a0欧元"), (0.4, "en", "€0")],
)
def test_euros(value: float, lang: Lang, expected: str) -> None:
    assert euros(value, lang) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, "0"), (0.01, "few"), (0.12, "about 1"), (0.4, "4"), (0.38, "about 4"), (1.0, "10")]
)
def test_tens(share: float, expected: str) -> None:
    assert tens(share, "about {n}", "few") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("“好的，先不说。”", "zh", "好的，先不说。"),
        ("存进“安全账户”。", "zh", "存进‘安全账户’。"),
        ("“a” or “b”", "en", "‘a’ or ‘b’"),
        ("« Bien sûr. »", "fr", "Bien sûr."),
        ("Un «\u00a0compte sécurisé\u00a0» ?", "fr", "Un “compte sécurisé” ?"),
        ("two\nlines", "en", "two lines"),
        ("x" * 50, "en", "x" * 29 + "…"),
    ],
)
def test_quotable(text: str, lang: Lang, expected: str) -> None:
    assert quotable(text, lang, 30) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("He waits.", "He waits"), ("他在等。", "他在等"), ("And then...", "And then...")]
)
def test_a_full_stop_goes_where_the_sentence_goes_on(text: str, expected: str) -> None:
    assert quotable(text, "zh", 30, goes_on=True) == expected
    assert quotable(text, "zh", 30) == text
