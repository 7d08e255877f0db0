from __future__ import annotations

import dataclasses
import re
import string
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cohort.gradebooks import write_gradebook
from cohort.room import log, put, room, shelf
from safetystring.cohort import Cohort, load, pair
from safetystring.cohort.frames import Rows
from safetystring.cohort.measures import Detection, Estimate
from safetystring.cohort.report import render, words
from safetystring.cohort.summary import Summary, summarise
from safetystring.scenario import LANGUAGES, Lang, Text, content_hash
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ROOM = files("safetystring.cohort")
SIMULATED = {"zh": "程序模拟", "en": "are simulated", "fr": "sont simulés"}
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 4321*2 }}\"'&"


class Tags(HTMLParser):
    """Every start tag with its attributes, the text, and whether tags close in order."""

    VOID = frozenset({"meta", "path", "use", "rect", "line", "circle", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


@pytest.fixture(scope="module")
def pages(summary: Summary) -> dict[Lang, str]:
    return {lang: render(summary, lang) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_alone(pages: dict[Lang, str], lang: Lang) -> None:
    page = Tags(pages[lang])
    names = {name for name, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "a", "base", "image"}
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("src", "action", "style") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in pages[lang]
    assert "@import" not in pages[lang]
    assert "://" not in pages[lang]
    policy = [attributes["content"] for _, attributes in page.tags if "http-equiv" in attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert len(pages[lang].encode()) < 200_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_it_should(pages: dict[Lang, str], lang: Lang) -> None:
    page = Tags(pages[lang])
    assert dict(page.tags)["html"]["lang"] == words(lang)["html_lang"]
    for name in ("flags_title", "alarms_title", "choices_title", "paid_title", "sharp_title", "verdicts_title"):
        assert words(lang)[name] in page.text
    assert SIMULATED[lang] in page.text
    assert "d′ = " in page.text.replace("\u00a0", " ")
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_no_pseudonym_is_on_the_page(forty: Cohort, pages: dict[Lang, str]) -> None:
    for page in pages.values():
        assert not any(learner in page for learner in forty.learners["learner"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_go_down_one_step_at_a_time(pages: dict[Lang, str], lang: Lang) -> None:
    levels = [int(name[1]) for name, _ in Tags(pages[lang]).tags if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("learners", [0, 1, 4])
def test_a_small_room_gets_questions_and_no_figures(tmp_path: Path, lang: Lang, learners: int) -> None:
    cohort = room(tmp_path, learners) if learners else Rows().frames((), {})
    page = Tags(render(summarise(cohort), lang))
    assert words(lang)["q_generic_1"] in page.text
    body = page.text.replace("100%", "").replace("95%", "")
    assert "%" not in body
    assert (words(lang)["empty"] in page.text) is (learners == 0)
    assert (SIMULATED[lang] in page.text) is (learners > 0)


def test_three_hundred_learners(tmp_path: Path) -> None:
    page = render(summarise(room(tmp_path, 300)), "zh")
    assert ">300<" in page
    assert ">600<" in page
    assert len(page) < 200_000


def test_real_learners_are_not_called_simulated(tmp_path: Path) -> None:
    for seed in range(6):
        put(tmp_path / f"A{seed}" / "cedar.jsonl", log(seed=seed).replace(b"simula", b"a1b2c3"))
    for lang in LANGUAGES:
        assert SIMULATED[lang] not in render(summarise(load(tmp_path, shelf())), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_grades_alone_make_a_page_that_says_so(tmp_path: Path, lang: Lang) -> None:
    points = {f"A{n}": {"cedar": {"item-02": 2.0, "verdict": 1.5}} for n in range(6)}
    page = Tags(render(summarise(load(write_gradebook(tmp_path / "gradebook.db", points), shelf())), lang))
    assert words(lang)["sure_grades"] in page.text
    assert words(lang)["part_partly"] in page.text
    assert words(lang)["choices_title"] not in page.text


def test_hostile_texts_are_shown_as_text(tmp_path: Path) -> None:
    made, answers = plays.pair("scam")
    written = ATTACK.replace("{", "{{").replace("}", "}}")  # in a compiled text a single brace begins a slot
    bad = Text(written, written, written)
    scenes = {
        name: dataclasses.replace(
            scene, messages=tuple(dataclasses.replace(message, text=bad) for message in scene.messages)
        )
        for name, scene in made.scenes.items()
    }
    made = dataclasses.replace(made, scenes=scenes, title=bad, hash="")
    made = dataclasses.replace(made, hash=content_hash(made))
    flags = {name: dataclasses.replace(flag, name=bad) for name, flag in answers.red_flags.items()}
    cues = {name: dataclasses.replace(cue, why=bad) for name, cue in answers.cues.items()}
    answers = dataclasses.replace(answers, hash=made.hash, red_flags=flags, cues=cues)
    for seed in range(8):
        data = log(profile="trusting", seed=seed).replace(plays.pair("scam")[0].hash.encode(), made.hash.encode())
        put(tmp_path / f"A{seed}" / "cedar.jsonl", data)
    found = summarise(load(tmp_path, {"cedar": pair(made, answers)}))
    page = Tags(render(found, "en"))
    assert not {"script", "img"} & {name for name, _ in page.tags}
    assert page.text.count(ATTACK) >= 3
    assert "8642" not in page.text


def test_the_three_languages_have_the_same_words_and_places() -> None:
    def places(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}

    zh = words("zh")
    for lang in LANGUAGES:
        assert list(words(lang)) == list(zh)
        for name, text in words(lang).items():
            assert text.strip() == text != ""
            assert places(text) == places(zh[name]), (lang, name)


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    template = ROOM.joinpath("report.html.j2").read_text(encoding="utf-8")
    code = ROOM.joinpath("report.py").read_text(encoding="utf-8") + ROOM.joinpath("questions.py").read_text(
        encoding="utf-8"
    )
    known = set(words("zh"))
    direct = set(re.findall(r"say\('([a-z0-9_]+)'[,)]", template)) | set(re.findall(r'say\(\s*"([a-z0-9_]+)"', code))
    assert direct <= known
    families = ("part_", "rating_", "verdict_", "kind_", "outcome_", "endings_", "truth_", "status_", "q_", "tens_")
    loose = {name for name in known if name not in direct and not name.startswith(families)}
    both = template + code
    assert {name for name in loose if f"'{name}'" not in both and f'"{name}"' not in both} == set()


def test_french_and_chinese_typography() -> None:
    for name, text in words("fr").items():
        assert not re.search("(?<!\u202f)[;!?]", text), name
        assert not re.search("(?<!\u00a0):", text), name
        assert not re.search("«(?!\u00a0)|(?<!\u00a0)»|'", text), name
    for name, text in words("zh").items():
        assert not re.search("[一-鿿][,;:?!]|[,;:?!][一-鿿]", text), name


def estimate(value: float, reach: float) -> Estimate:
    return Estimate(value=value, low=value - reach, high=value + reach, n=80, learners=40)


@pytest.mark.parametrize(
    ("sharp", "lean", "expected"),
    [
        (estimate(0.5, 0.6), estimate(0.1, 0.3), ("say_sharp_none", "say_lean_even")),
        (estimate(0.9, 0.4), estimate(0.5, 0.3), ("say_sharp_some", "say_lean_trusting")),
        (estimate(2.0, 0.5), estimate(-0.5, 0.3), ("say_sharp_good", "say_lean_suspicious")),
    ],
)
def test_plain_words_go_no_further_than_the_interval(
    summary: Summary, sharp: Estimate, lean: Estimate, expected: tuple[str, str]
) -> None:
    assert summary.conversations is not None
    judged = Detection(
        d_prime=sharp,
        criterion=lean,
        hits=summary.conversations.hits,
        false_alarms=summary.conversations.false_alarms,
    )
    page = Tags(render(dataclasses.replace(summary, conversations=judged), "en"))
    said = {name for name in words("en") if name.startswith("say_") and words("en")[name] in page.text}
    assert said == set(expected)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_contrast_is_wcag_aa(theme: int) -> None:
    css = ROOM.joinpath("report.css").read_text(encoding="utf-8")
    colours = [
        dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    ]
    assert len(colours) == 3
    used = colours[theme]
    for ground in ("page", "soft"):
        for name in ("ink", "mute", "accent", "safe", "cautious", "harmful"):
            assert contrast(used[name], used[ground]) >= 4.5, (name, ground)
    for name in ("seen", "late", "other", "safe", "cautious", "harmful", "alarm", "calm", "edge"):
        assert contrast(used[name], used["page"]) >= 3.0, name
    # A part of a bar against what was missed.
    for name in ("seen", "late", "other", "safe", "cautious", "harmful", "alarm"):
        assert contrast(used[name], used["track"]) >= 2.6, name


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_it_without_a_request_or_a_sideways_scroll(
    page: Page, tmp_path: Path, pages: dict[Lang, str], lang: Lang, width: int
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    path = tmp_path / "report.html"
    path.write_text(pages[lang], encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    bars = page.locator("svg.bar rect:not(.track)")
    assert bars.count() > 10
    assert all((box := bars.nth(place).bounding_box()) and box["width"] > 0 for place in range(5))
