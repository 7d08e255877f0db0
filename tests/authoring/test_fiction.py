"""What could be real, and what cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.authoring.fiction import fictional_phone, same_number, suspects

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


HARD = [
    ("拨打０６ １２ ３４ ５６ ７８", "SS070"),
    ("06\u00a012\u202f34\u00a056\u00a078", "SS070"),
    ("06.12.34.56.78", "SS070"),
    ("06·12·34·56·78", "SS070"),
    ("06–12–34–56–78", "SS070"),
    ("06/12/34/56/78", "SS070"),
    ("06\u200b12\u200b34\u200b56\u200b78", "SS070"),
    ("①③⑧ 0013 8000", "SS070"),
    ("٠٦ ١٢ ٣٤ ٥٦ ٧٨", "SS070"),
    ("0 892 70 57 05 ou 0892 705 705", "SS070"),
    ("+86 138 0013 8000", "SS070"),
    ("0086-138-0013-8000", "SS070"),
    ("(86)13800138000", "SS070"),
    ("86 138 0013 8000", "SS070"),
    ("138-0013-8000", "SS070"),
    ("138 001 380 00", "SS070"),
    ("010-65001234", "SS070"),
    ("(010) 6500 1234", "SS070"),
    ("02165001234", "SS070"),
    ("4008001234", "SS070"),
    ("一三八零零一三八零零零", "SS070"),
    ("幺三八，零零幺三，八零零零", "SS070"),
    ("请拨打95588", "SS076"),
    ("短信发到 10690", "SS076"),
    ("致电“12306”", "SS076"),
    ("Call 3639 now", "SS076"),
    ("Appelez le 36 39", "SS076"),
    ("Envoyez un SMS au 38310", "SS076"),
    ("lin@banque-x.fr", "SS071"),
    ("lin＠banque-x．fr", "SS071"),
    ("banque-x point fr", "SS071"),
    ("banque-x[.]fr", "SS071"),
    ("banque。com", "SS071"),
    ("淘示例.com", "SS071"),
    ("colis点com", "SS071"),
    ("suivi.icu/abc", "SS071"),
    ("fr76 3000 6000 0112 3456 7890 189", "SS072"),
    ("FR76-3000-6000-0112-3456-7890-189", "SS072"),
    ("FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189", "SS072"),
    ("6222.0000.0000.0000", "SS073"),
    ("５１００ ００００ ００００ ０００８", "SS073"),
    ("110101-20000101-0018", "SS074"),
    ("1 99 05 75 056 001 23", "SS074"),
    ("passeport E12345678", "SS074"),
    ("EA1234567", "SS074"),
    ("12AB34567", "SS074"),
    ("QQ号：123456789", "SS077"),
    ("微信号 lin_0213", "SS077"),
    ("wxid_ab12cd34", "SS077"),
    ("find @lina_paris there", "SS077"),
    ("0x52908400098527886E0F7030069857D2E4169EE7", "SS078"),
    ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "SS078"),
]


@pytest.mark.parametrize(("text", "code"), HARD)
def test_what_could_be_real_however_it_is_written(text: str, code: str) -> None:
    assert code in {one.code for one in suspects(text)}


INNOCENT = [
    "打 110 报警，或拨 112",
    "拨打 3X XX",
    "打电话，工号316",
    "Call me in 300 minutes, or call 2:41",
    "Appelez dans 300 minutes",
    "号码 000000",
    "通话 2 分 41 秒，转账 9800 欧",
    "01.02.2026 10:41",
    "二零二六年十一月",
    "三、零、零、八",
    "1 240,00 € et 9 800 €",
    "@小周 你看",
    "@exemple_lin",
    "QQ群里说",
    "0xEXEMPLE…",
    "E0000000X，E00000000",
    "0 00 00 00 000 000",
    "v. point 3, on se voit au point info",
    "文件.pdf 看一下",
    "卡号末四位 0000",
    "M. Exemple. Fr est la langue.",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_no_number_and_no_address(text: str) -> None:
    assert list(suspects(text)) == []


def test_a_number_in_two_spellings_is_one() -> None:
    assert same_number("+33 6 40 95 36 07") == same_number("06.40.95.36.07") == same_number("0033 (0)640953607")
    assert same_number("+86-10-12308") == same_number("０１０ 12308")


def test_a_hostile_drawing_takes_no_time() -> None:
    for piece in (" ", "call ", "QQ ", "a.", "点", "0 ", "@a", "一", "[.]"):
        assert all(one.code.startswith("SS07") for one in suspects(piece * (60_000 // len(piece))))
