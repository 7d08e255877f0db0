from __future__ import annotations

from player import sample
from player.sample import header
from safetystring.player.entries import entries, localised, ordered_options, painted, rest_from
from safetystring.player.events import Chose, Event, Left, Shown, Verdict
from safetystring.player.script import Course
from safetystring.player.session import Session, fold

SCENARIO = sample.make()
COURSE = Course.of(SCENARIO)


def after(*events: Event) -> Session:
    return fold(header(SCENARIO), events, COURSE)


ANSWERED = (Shown(ids=("m01",)), Chose(choice="c01", option="o01"))


def test_entries_are_as_the_front_end_expects_them() -> None:
    scene, ring, option, chat, first, paper, story, mine = entries(after(*ANSWERED), COURSE, "fr")
    assert scene == {
        "seq": 1,
        "kind": "scene",
        "id": "s01",
        "channel": "ring",
        "name": "somebody fr",
        "about": "far fr",
        "number": "+33 1 99 00 00 01",
        "avatar": "desk",
        "members": 0,
    }
    assert option == {
        "seq": 3,
        "kind": "option",
        "id": "o01",
        "option_kind": "do",
        "text": "answer fr",
        "mine": True,
    }
    assert first == {
        "seq": 5,
        "kind": "message",
        "id": "m02",
        "form": "text",
        "side": "in",
        "sender": "p01",
        "name": "somebody fr",
        "avatar": "desk",
        "text": "m02 fr",
        "markable": True,
    }
    assert paper["attachment"] == {"is": "Document", "asset": "paper", "caption": "paper fr", "alt": "a paper fr"}
    assert paper["time"] == "10:41"
    assert [(entry["side"], entry["name"], entry["markable"]) for entry in (story, mine)] == [
        ("none", "", False),
        ("out", "", False),
    ]
    assert [ring["id"], chat["id"]] == ["m01", "s02"]


def test_only_what_is_new_can_be_asked_for() -> None:
    session = after(*ANSWERED)
    whole = entries(session, COURSE, "zh")
    for count in range(len(whole) + 1):
        assert entries(session, COURSE, "zh", after=count) == whole[count:]


def test_painted_stops_before_the_scene_of_the_first_message_that_was_not() -> None:
    table: list[tuple[tuple[Event, ...], int]] = [
        ((), 0),
        ((Shown(ids=("m01",)),), 2),
        (ANSWERED, 3),
        ((*ANSWERED, Shown(ids=("m02",))), 5),
        ((*ANSWERED, Shown(ids=("m03",))), 3),
        ((*ANSWERED, Shown(ids=("m02", "m03", "m04", "m05"))), 8),
        ((*ANSWERED, Left()), 3),
    ]
    for events, expected in table:
        assert painted(after(*events)) == expected, events


def test_the_rest_is_set_apart_and_its_options_are_not_mine() -> None:
    session = after(*ANSWERED, Shown(ids=("m02",)), Left(), Verdict(percent=50))
    start = rest_from(session)
    assert start == len(after(*ANSWERED, Shown(ids=("m02",)), Left()).script) + 1
    said = [entry for entry in entries(session, COURSE, "en") if entry["kind"] == "option"]
    assert [(entry["id"], entry["mine"]) for entry in said] == [("o01", True), ("o03", False)]
    assert rest_from(after()) == 0


def test_an_exam_orders_options_by_the_seed_and_training_does_not() -> None:
    choice = COURSE.choices["c02"]

    def order(seed: int, release: str) -> tuple[str, ...]:
        session = fold(header(SCENARIO, seed=seed, release=release), (), COURSE)
        return tuple(option.id for option in ordered_options(choice, session))

    assert {order(seed, "training") for seed in range(40)} == {("o03", "o04", "o05")}
    exams = [order(seed, "exam") for seed in range(40)]
    assert len(set(exams)) == 6
    assert all(sorted(exam) == ["o03", "o04", "o05"] for exam in exams)
    assert order(3, "exam") == order(3, "exam")


def test_every_text_in_an_attachment_is_reduced_to_one_language() -> None:
    assert localised(COURSE.messages["m08"].attachment, "en") == {
        "is": "LinkCard",
        "title": "site",
        "url": "https://file.example",
        "site": "a site",
    }


def test_in_a_drill_no_message_can_be_marked() -> None:
    drill = Course.of(sample.make(kind="drill"))
    sent = entries(fold(header(drill.scenario), ANSWERED, drill), drill, "en")
    assert {entry["markable"] for entry in sent if entry["kind"] == "message"} == {False}
