"""What could be real, and what cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.authoring.fiction import fictional_phone, suspects

REAL = [
    ("appelez le 01 42 00 47 10", "SS070", "01 42 00 47 10"),
    ("06.12.34.56.78", "SS070", "06.12.34.56.78"),
    ("0612345678", "SS070", "0612345678"),
    ("打+33 1 42 00 47 10问", "SS070", "+33 1 42 00 47 10"),
    ("0033 6 12 34 56 78", "SS070", "0033 6 12 34 56 78"),
    ("+33(0)612345678", "SS070", "+33(0)612345678"),
    ("＋３３ 6 12 34 56 78", "SS070", "+33 6 12 34 56 78"),
    ("手机13800138000", "SS070", "13800138000"),
    ("+86 138 0013 8000", "SS070", "+86 138 0013 8000"),
    ("010-6512 3456", "SS070", "010-6512 3456"),
    ("客服400-820-8820", "SS070", "400-820-8820"),
    ("+44 20 7947 0000", "SS070", "+44 20 7947 0000"),
    ("+1 212 555 0200", "SS070", "+1 212 555 0200"),
    ("https://ameli-remboursement.fr/a?b", "SS071", "ameli-remboursement.fr"),
    ("打开www.colis.top看", "SS071", "colis.top"),
    ("ecrire à aide@consulat.cn", "SS071", "consulat.cn"),
    ("点colis-suivi.com查询", "SS071", "colis-suivi.com"),
    ("https://example.com.evil.io", "SS071", "example.com.evil.io"),
    ("notexample.com", "SS071", "notexample.com"),
    ("FR76 3000 6000 0112 3456 7890 189", "SS072", "FR76 3000 6000 0112 3456 7890 189"),
    ("收款DE89370400440532013000。", "SS072", "DE89370400440532013000"),
    ("4970 1000 0000 0154", "SS073", "4970 1000 0000 0154"),
    ("carte 5555555555554444", "SS073", "5555555555554444"),
    ("身份证110101199003074514", "SS074", "110101199003074514"),
    ("11010519491231002X", "SS074", "11010519491231002X"),
    ("ssh 8.8.8.8", "SS075", "8.8.8.8"),
]


@pytest.mark.parametrize(("text", "code", "words"), REAL)
def test_what_could_be_real(text: str, code: str, words: str) -> None:
    assert [(one.code, one.words) for one in suspects(text)] == [(code, words)]


FICTION = [
    "+33 1 99 00 47 10",
    "01 99 00 00 12",
    "06.39.98.12.34",
    "+33 (0)6 39 98 00 00",
    "0033 4 65 71 00 00",
    "+44 20 7946 0123",
    "07700 900123",
    "+1 212 555 0123",
    "+86 1XX 0000 0000",
    "010-0000 XXXX",
    "示例案〔0000〕000号，0000 0000 0000",
    "编号0217-2026-00345",
    "12308、96110、17、112、3018、116 006",
    "https://colis-suivi.example/x?y=1",
    "antai-paiement.invalid",
    "aide@banque.example",
    "www.example.com, example.org",
    "FR00 EXEM PLE0 0000 0000 0000 000",
    "GB00 TEST 0000 0000 0000 00",
    "0000 00•• •••• 0000",
    "0000 0000 0000 0000",
    "000000 1900 00 00 000X",
    "192.0.2.17 et 203.0.113.5",
    "12.09.2026, 10:41, 9 800 €, 1 240,00 €",
    "timbre 1234 5678 9012 3456 7890 1234",
    "dossier.pdf, notice.docx, etc. Il est là. M.Exemple p.m. e.g. this",
    "2026-11-23 09:40:00",
    "E0000000X XX0000000",
]


@pytest.mark.parametrize("text", FICTION)
def test_what_cannot_be_real(text: str) -> None:
    assert list(suspects(text)) == []


@given(st.sampled_from(["19900", "26191", "35301", "46571", "53649", "63998"]), st.integers(0, 9999))
def test_french_fictional_ranges_in_every_spelling(block: str, rest: int) -> None:
    digits = f"{block}{rest:04d}"
    for spelling in (
        f"0{digits}",
        f"+33{digits}",
        f"+33 (0){digits}",
        " ".join(["0" + digits[0], digits[1:3], digits[3:5]]),
    ):
        assert fictional_phone(spelling) or len(spelling) < 10
    assert list(suspects(f"+33 {digits[0]} {digits[1:3]} {digits[3:5]} {digits[5:7]} {digits[7:]}")) == []


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(one.code.startswith("SS07") for one in suspects(text))
