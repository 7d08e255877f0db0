from __future__ import annotations

import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from course.nbcourse import compiled, log_text, played
from safetystring.course import parts_page
from safetystring.course.feedback import DATA, debrief_html, summary, summary_of
from safetystring.course.retold import talk_of
from safetystring.course.words import course_words, words
from safetystring.player.events import Left, Skipped
from safetystring.scenario import LANGUAGES, Slot, Text, content_hash, key_to_json, scenario_to_json
from safetystring.scenario.slots import draw
from safetystring.scoring.debrief import Explainer
from safetystring.scoring.ending import ending_rating
from scoring import plays

if TYPE_CHECKING:
    from safetystring.player.events import WayOut
    from safetystring.player.session import Session
    from safetystring.scenario import Key, Lang, Scenario

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of_run(session: Session, scenario: Scenario, key: Key, lang: Lang) -> str:
    explainer = Explainer(scenario, key)
    return debrief_html(explainer.explain(session, lang), talk_of(session, explainer, lang), lang)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keys = tmp_path / "keys"
    keys.mkdir()
    for one in compiled():
        (keys / f"{one.scenario.id}.json").write_text(key_to_json(one.key))
        (keys / f"{one.scenario.id}.scenario.json").write_text(scenario_to_json(one.scenario))
    place = tmp_path / "autograded" / "s1" / "m1"
    (place / "responses").mkdir(parents=True)
    return place


def test_what_varied_is_told_as_the_scored_attempt_drew_it(folder: Path) -> None:
    slot = Slot(name="day", rows=tuple({"": Text(day, day, day)} for day in ("Monday", "Friday")))
    scam, _ = compiled()
    debrief = dataclasses.replace(scam.key.debrief, summary=Text("{day}", "It was {day}.", "{day}"))
    scenario = dataclasses.replace(scam.scenario, slots=(slot,))
    scenario = dataclasses.replace(scenario, hash=content_hash(scenario))
    key = dataclasses.replace(scam.key, hash=scenario.hash, debrief=debrief, slots=(slot,))
    keys = folder.parents[2] / "keys"
    (keys / "cedar.json").write_text(key_to_json(key))
    (keys / "cedar.scenario.json").write_text(scenario_to_json(scenario))
    first = played("all")["responses/cedar.jsonl"].splitlines()
    told = []
    for seed, other in ((1, 0), (0, 1)):
        lines = [json.loads(line) for line in first]
        again = [*lines, {**lines[0], "attempt": 2, "seed": other}]  # started over: the first attempt is the one told
        again = [{**line, "n": n} for n, line in enumerate(again, 1)]
        again[0]["seed"] = seed
        (folder / "responses" / "cedar.jsonl").write_text("".join(json.dumps(line) + "\n" for line in again))
        told.append(summary(folder, "cedar").html)
    for page, seed in zip(told, (1, 0), strict=True):
        assert f"It was {('Monday', 'Friday')[draw('day', 2, seed)]}." in page
    assert draw("day", 2, 0) != draw("day", 2, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_debrief_of_one_s_own_run_in_one_s_own_language(folder: Path, lang: Lang) -> None:
    (folder / "responses" / "cedar.jsonl").write_text(played("all", lang)["responses/cedar.jsonl"])
    made = summary(folder, "cedar")
    scam, _ = compiled()
    assert made.lang == lang
    assert f'lang="{words(lang)["lang_tag"]}"' in made.html
    debrief = scam.key.debrief
    for text in (
        debrief.summary,
        debrief.real,
        *debrief.say,
        *debrief.do,
        *(cue.why for cue in scam.key.cues.values()),
    ):
        assert text.get(lang) in made.html
    assert set(made.labels) == {f"item-{n:02}" for n in range(1, 13)} | {"false-alarms", "verdict"} | {
        f"decision-{n:02}" for n in range(1, 4)
    }
    bundle = made._repr_mimebundle_()
    assert bundle["text/html"] == made.html
    assert bundle[DATA]["lang"] == lang


def test_every_element_is_closed_and_none_can_act() -> None:
    for one in compiled():
        for name in plays.SHORTCUTS:
            run = plays.shortcut(name, one.scenario, one.key)
            if run is None:
                continue
            page = Tags(page_of_run(run.session, one.scenario, one.key, "fr"))
            assert page.open == []
            assert not {"script", "iframe", "img", "a", "form", "link"} & set(page.tags)
            assert not [name for name in page.attributes if name.startswith("on")]


@pytest.mark.parametrize("by", ["check", "tell", "report", "hang_up"])
@pytest.mark.parametrize("truth", ["scam", "genuine"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_left_is_told_what_came_of_it(lang: Lang, truth: Literal["scam", "genuine"], by: WayOut) -> None:
    scenario, key = plays.pair(truth)
    run = plays.Run(scenario)
    run.see({})
    run.do(Left(by=by))
    run.judge(85, {})
    run.review({})
    page = page_of_run(run.session, scenario, key, lang)
    w = words(lang)
    told = w[f"left_{by}_{truth}"] if by != "hang_up" else key.endings[str(key.leave)].text.get(lang)
    assert told in page
    assert [other for other in ("check", "tell", "report") if w[f"left_{other}_title"] in page] == [by][
        : by != "hang_up"
    ]
    assert w[f"outcome_{ending_rating(run.session, key)}"] in page
    assert w["replay_rest"] in page


def test_whatever_an_author_wrote_is_text() -> None:
    scam, _ = compiled()
    evil = Text(zh=EVIL, en=EVIL, fr=EVIL)
    cues = {name: dataclasses.replace(cue, why=evil, say=evil) for name, cue in scam.key.cues.items()}
    debrief = dataclasses.replace(scam.key.debrief, summary=evil, say=(evil,))
    key = dataclasses.replace(scam.key, cues=cues, debrief=debrief)
    run = plays.shortcut("good", scam.scenario, key)
    assert run is not None
    page = page_of_run(run.session, scam.scenario, key, "en")
    assert not {"script", "img"} & set(Tags(page).tags)
    assert page.count("&lt;script&gt;") >= len(cues)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (None, "none"),
        ("{}\nno log\n", "none"),
        (log_text([], compiled()[0]), "unfinished"),
        (log_text([Skipped()], compiled()[0]), "skipped"),
    ],
)
def test_without_a_finished_run_a_sentence_says_so_and_tells_nothing(
    folder: Path, log: str | None, expected: str
) -> None:
    if log is not None:
        (folder / "responses" / "cedar.jsonl").write_text(log)
    made = summary(folder, "cedar")
    assert course_words("en")[expected] in made.text
    assert "why m" not in made.html


def test_a_course_without_its_key_says_so(folder: Path) -> None:
    for path in (folder.parents[2] / "keys").iterdir():
        path.unlink()
    assert course_words("en")["unavailable"] in summary(folder, "cedar").text


@pytest.mark.parametrize("scenario", ["../../keys/cedar", "", "nowhere"])
def test_ids_that_lead_nowhere(folder: Path, scenario: str) -> None:
    assert course_words("en")["unavailable"] in summary(folder, scenario).text


def test_the_parts_use_words_that_exist() -> None:
    for file in Path(parts_page.__file__).parent.glob("parts_*.py"):
        names = set(re.findall(r'\bw\["(\w+)"\]', file.read_text(encoding="utf-8")))
        assert names, file.name
        for lang in LANGUAGES:
            assert names <= words(lang).keys(), file.name


def test_a_drill_is_told_without_points() -> None:
    scenario, key = plays.pair("drill")
    session = plays.run(scenario, marks={"m05": "money"}).session
    found = summary_of(session, Explainer(scenario, key))
    assert found.text == words(session.lang)["truth_drill"]
    assert "sp-retold" not in found.html
