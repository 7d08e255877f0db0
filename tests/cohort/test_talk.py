from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cohort.room import room
from safetystring.cohort.measures import HIDDEN
from safetystring.cohort.talk import false_alarms, flags, quote, words_of
from safetystring.scenario import Document, FileCard, LinkCard, Message, Text, Transfer, Voice
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.cohort import Cohort
    from safetystring.scenario.model import Attachment

NAMED = Text("名", "name", "nom")


def test_every_flag_the_room_met_is_there_with_its_name(forty: Cohort) -> None:
    found = flags(forty)
    assert {flag.red_flag for flag in found} == {f"flag_{family}" for family in plays.CUES.values()}
    assert {flag.red_flag for flag in found if flag.decisive} == {"flag_money"}
    assert found[0].name.en.startswith("flag ")


def test_parts_add_up_to_what_was_caught(forty: Cohort) -> None:
    for flag in flags(forty):
        assert flag.hit + flag.late + flag.wrong_family + flag.partly == pytest.approx(flag.caught.value)
        rows = forty.items[forty.items["red_flag"] == flag.red_flag]
        assert flag.caught.value == pytest.approx(rows["marked_family"].notna().mean())


def test_what_is_surely_missed_most_comes_first(forty: Cohort) -> None:
    highs = [flag.caught.high or 0.0 for flag in flags(forty)]
    assert highs == sorted(highs)


def test_the_quote_is_the_line_missed_most(forty: Cohort) -> None:
    money = next(flag for flag in flags(forty) if flag.red_flag == "flag_money")
    rows = forty.items[forty.items["red_flag"] == "flag_money"]
    caught = rows.groupby("message")["marked_family"].apply(lambda marks: marks.notna().mean())
    assert money.quote is not None
    assert money.quote.message == caught.idxmin()
    assert money.quote_caught is not None
    assert money.quote_caught.value == pytest.approx(caught.min())
    assert money.why == forty.shelf["cedar"].key.cues[money.quote.message].why


def test_false_alarms_are_marks_that_stand_on_messages_in_order(forty: Cohort) -> None:
    found = false_alarms(forty)
    assert found
    for alarm in found:
        rows = forty.items.query("scenario == @alarm.quote.scenario and message == @alarm.quote.message")
        assert alarm.marked.value == pytest.approx((rows["result"] == "false_alarm").mean())
        assert alarm.genuine == (alarm.quote.scenario == "maple")
    assert any(alarm.note is not None for alarm in found)
    lows = [alarm.marked.low or 0.0 for alarm in found]
    assert lows == sorted(lows, reverse=True)


def test_a_small_room_shows_neither(tmp_path: Path) -> None:
    four = room(tmp_path, 4)
    assert all(flag.caught == HIDDEN and flag.quote is None for flag in flags(four))
    assert all(flag.hit == flag.late == flag.wrong_family == 0.0 for flag in flags(four))
    assert false_alarms(four) == ()


@pytest.mark.parametrize(
    "attachment",
    [
        Document(asset="a.svg", caption=NAMED, alt=Text("", "", "")),
        LinkCard(title=NAMED, url="https://x.example", site=Text("", "", "")),
        FileCard(name=NAMED, size="1 kB"),
        Transfer(amount="€ 1", payee=NAMED),
    ],
)
def test_a_message_without_words_is_named_by_what_it_shows(attachment: Attachment) -> None:
    message = Message(id="m01", form="text", sender="p01", text=Text(" ", "", ""), attachment=attachment)
    assert words_of(message) == NAMED


def test_a_message_with_words_keeps_them(forty: Cohort) -> None:
    spoken = Message(id="m01", form="voice", sender="p01", text=NAMED, attachment=Voice(seconds=3))
    assert words_of(spoken) == NAMED
    assert quote(forty, "cedar", "m13").text.en == "message 13"
