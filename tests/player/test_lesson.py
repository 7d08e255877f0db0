from __future__ import annotations

from player import sample
from safetystring.player.lesson import Lesson, Part, Takeaway

SCENARIO = sample.make()


def test_a_lesson_is_told_in_one_language() -> None:
    text = sample.text
    parts = (Part(words=text("hello"), does=text("nothing")), Part(words=text("pay"), does=text("x"), flag=text("fee")))
    lesson = Lesson(minutes=2, points=(text("point"),), sender=text("who"), parts=parts, genuine=text("real"))
    for lang in ("zh", "en", "fr"):
        told = lesson.plain(lang)
        assert told["points"] == [text("point").get(lang)]
        assert [part["flag"] for part in told["parts"]] == [None, text("fee").get(lang)]
        assert (told["sender"], told["genuine"]) == (text("who").get(lang), text("real").get(lang))


def test_a_card_is_told_under_its_module() -> None:
    line = sample.text("line")
    told = Takeaway(remember=(line,) * 3, say=(line,), dial=SCENARIO.help).plain(sample.text("module"), "fr")
    assert told["title"] == sample.text("module").fr
    assert told["remember"] == [line.fr] * 3
    assert [one["id"] for one in told["dial"]] == [one.id for one in SCENARIO.help]
