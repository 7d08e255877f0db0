from __future__ import annotations

import re

import pytest

from safetystring.player.questions import VERDICT_STEPS
from safetystring.player.words import everywhere, practice, strings, word
from safetystring.scenario import LANGUAGES, Lang


def texts(lang: Lang) -> dict[str, str]:
    flat = {key: value for key, value in strings(lang).items() if isinstance(value, str)}
    inner = {
        f"practice.{index}.{key}": str(value) for index, one in enumerate(practice(lang)) for key, value in one.items()
    }
    return {**flat, **inner}


def test_the_languages_have_the_same_keys_and_holes() -> None:
    zh = texts("zh")
    for lang in LANGUAGES:
        assert list(strings(lang)) == list(strings("zh"))
        found = texts(lang)
        assert found.keys() == zh.keys()
        for key, text in found.items():
            assert text.strip(), (lang, key)
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", zh[key])), (lang, key)


def test_no_text_holds_markup() -> None:
    for lang in LANGUAGES:
        assert not [key for key, text in texts(lang).items() if re.search(r"[<>&]", text)]


def test_every_language_can_be_paced() -> None:
    for lang in LANGUAGES:
        speed = strings(lang)["chars_per_second"]
        assert isinstance(speed, int)
        assert 4 <= speed <= 40


CHINESE = r"[\u4e00-\u9fff]"
TYPOGRAPHY: list[tuple[Lang, str, str]] = [
    ("zh", rf"{CHINESE}[,;:?!()]|[,;:?!(]{CHINESE}", "half-width punctuation beside Chinese"),
    ("zh", r"[\"'‘’]" + CHINESE, "straight or single quotes"),
    ("fr", r"(?<!play)(?<!\()[\"']", "straight quotes"),
    ("fr", r"(?<![\u202f])[;!?]", "no narrow space before ; ! ?"),
    ("fr", r"(?<![\u00a0])[:%»](?!//)", "no fixed space before : % »"),
    ("fr", r"«(?!\u00a0)", "no fixed space after «"),
    ("en", r"['\"](?!cedar)(?!\))", "straight quotes"),
]


@pytest.mark.parametrize(("lang", "pattern", "fault"), TYPOGRAPHY)
def test_typography(lang: Lang, pattern: str, fault: str) -> None:
    code = {"id_expected"}  # holds a line of Python
    bad = {key: text for key, text in texts(lang).items() if key not in code and re.search(pattern, text)}
    assert not bad, fault


def test_what_the_code_asks_for_is_there() -> None:
    for lang in LANGUAGES:
        keys = strings(lang)
        assert {f"verdict_{percent}" for percent in VERDICT_STEPS} < keys.keys()
        assert {f"reason_{reason}" for reason in ("full", "readonly", "other")} < keys.keys()
        assert {f"notice_{kind}" for kind in ("unsaved", "moved", "changed", "refused")} < keys.keys()
        assert "practice" not in keys


def test_a_drill_has_words_of_its_own_and_speaks_of_no_verdict() -> None:
    verdicts: dict[Lang, str] = {"zh": "判断", "en": "verdict", "fr": "avis"}
    for lang, verdict in verdicts.items():
        own = {key.removeprefix("drill_") for key in strings(lang) if key.startswith("drill_")}
        drill = strings(lang, drill=True)
        assert {key for key in drill if drill[key] != strings(lang)[key]} == own
        assert verdict in strings(lang)["leave_text"]
        assert not [key for key in own if verdict in drill[key].lower()]


def test_one_practice_message_is_a_flag_and_one_is_not() -> None:
    for lang in LANGUAGES:
        assert [message["family"] for message in practice(lang)] == ["technology", None]


def test_holes_are_filled_once_and_as_text() -> None:
    assert word("en", "minutes", n=8) == "About 8 minutes"
    assert word("en", "source", source="{n}") == "Source: {n}"
    lines = everywhere("missing", id="cedar").splitlines()
    assert len(lines) == len(LANGUAGES)
    assert all("data/cedar.json" in line for line in lines)


def test_a_caller_cannot_change_the_words() -> None:
    strings("en").clear()
    practice("en")[0].clear()
    assert strings("en")
    assert practice("en")[0]


def test_the_money_of_a_drill_counts_what_went_before_it_began() -> None:
    for lang in LANGUAGES:
        said = strings(lang, drill=True)["money_paid"]
        assert said != strings(lang)["money_paid"]
        assert said.count("{amount}") == 1
