"""Chinese and French typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.authoring.typography import chinese, english, french, mostly_chinese

NB, NN = "\u00a0", "\u202f"

CHINESE_SLIPS = [
    ("你好,同学", ["SS090"]),
    ("打12308,然后等", ["SS090"]),
    ("编号:0217", ["SS090"]),
    ("真的吗?", ["SS090"]),
    ("快点!", ["SS090"]),
    ("视频(30秒)", ["SS090"]),
    ("好.明天见", ["SS090"]),
    ("那……,行", ["SS090"]),
    ('他说"行"', ["SS091", "SS091"]),
]
CHINESE_RIGHT = [
    "您好，这里是领事部，工号0217。您有一份公文，一直没领，是吧？",
    "九点10:41，3.5%，1,240欧，http://x.example/a?b=1",
    "“行。”他说（声音很低）：“好……”",
    "App里看，WhatsApp也行",
    "OK! Bye, see you.",
    "打 12308：中文服务",
    "",
]
FRENCH_SLIPS = [
    ("Allô?", "SS092"),
    ("Allô ?", "SS092"),
    ("Vite !", "SS092"),
    ("Voilà : rien", "SS092"),
    ("Voilà: rien", "SS092"),
    ("«bonjour»", "SS092"),
    (f"«{NB}bonjour »", "SS092"),
    ("un colis ; rien", "SS092"),
    (f"«{NB}{NB}non{NB}»", "SS092"),
    (f"Allô {NN}?", "SS092"),
    ("L'appel", "SS093"),
    ("aujourd'hui", "SS093"),
    ("l'« appel »", "SS093"),
]
FRENCH_RIGHT = [
    f"Allô{NN}? Oui{NN}! Attendez{NN}; voilà{NB}: rien.",
    f"«{NB}Bonjour{NB}», dit-il{NN}!",
    f"Quoi{NN}?! Non… 10:41, https://x.example/?a=1, 9 h 40",
    f"Vraiment{NB}? C’est l’appel d’aujourd’hui",
    "",
]


@pytest.mark.parametrize(("text", "codes"), CHINESE_SLIPS)
def test_chinese_slips(text: str, codes: list[str]) -> None:
    assert [code for code, _ in chinese(text)] == codes


@pytest.mark.parametrize("text", CHINESE_RIGHT)
def test_chinese_right(text: str) -> None:
    assert list(chinese(text)) == []


@pytest.mark.parametrize(("text", "code"), FRENCH_SLIPS)
def test_french_slips(text: str, code: str) -> None:
    assert code in [found for found, _ in french(text)]


@pytest.mark.parametrize("text", FRENCH_RIGHT)
def test_french_right(text: str) -> None:
    assert list(french(text)) == []


def test_english_slips() -> None:
    assert [code for code, _ in english('It\'s "so"')] == ["SS099", "SS099"]
    assert list(english("It’s “so”, at 5’")) == []


def test_the_words_around_are_quoted() -> None:
    assert next(chinese("这里是领事部,工号"))[1] == "half-width `,` in `这里是领事部,工号`: write `，`"


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert {code for code, _ in (*chinese(text), *french(text))} <= {"SS090", "SS091", "SS092", "SS093"}


MOSTLY = [
    ("早上的电话", True),
    ("le dossier 材料", False),
    ("", False),
    ("12308", False),
    ("取保候审 (caution)", False),
]


@pytest.mark.parametrize(("text", "expected"), MOSTLY)
def test_mostly_chinese(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert mostly_chinese(text) is expected
