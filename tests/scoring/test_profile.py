from __future__ import annotations

import pytest

from safetystring.scoring.assess import assess
from safetystring.scoring.profile import ENOUGH, Finished, profile
from scoring.plays import CUES, pair, run, shortcut

SCAM, GENUINE = pair("scam"), pair("genuine")
CHANNELS = {f"m{n:02d}": "call" if n < 10 else "chat" for n in range(40)}


def finished(name: str, at: int) -> list[Finished]:
    made = []
    for scenario, key in (SCAM, GENUINE):
        played = shortcut(name, scenario, key)  # type: ignore[arg-type] # the names of the tables below
        assert played is not None
        made.append(Finished(at=at, found=assess(played.session, scenario, key), channels=CHANNELS))
    return made


def test_nothing_finished_is_no_profile() -> None:
    found = profile([])
    assert (found["runs"], found["sharpness"], found["trend"], found["families"]) == (0, None, None, [])


def test_too_few_are_said_to_be_too_few() -> None:
    found = profile(finished("good", 1))
    assert found["signals"] < ENOUGH <= found["noise"]
    assert (found["sharpness"], found["suspicion"], found["needed"]) == (None, None, ENOUGH)


def test_who_sees_everything_is_sharp_and_who_marks_everything_is_suspicious() -> None:
    good = profile([*finished("good", 1), *finished("good", 2)])
    everything = profile([*finished("all", 1), *finished("all", 2)])
    nothing = profile([*finished("nothing", 1), *finished("nothing", 2)])
    assert good["sharpness"]["low"] > 1.5
    assert abs(everything["sharpness"]["value"]) < 1
    assert everything["suspicion"]["high"] < 0 < nothing["suspicion"]["low"]
    for one in (good, everything, nothing):
        assert one["sharpness"]["low"] < one["sharpness"]["value"] < one["sharpness"]["high"]


TRENDS = [
    # before, after, sharper, more suspicious
    ("nothing", "good", "up", "up"),
    ("good", "nothing", "down", "down"),
    ("nothing", "all", "unclear", "up"),
    ("good", "good", "unclear", "unclear"),
]


@pytest.mark.parametrize(("before", "after", "sharper", "suspicious"), TRENDS)
def test_sharper_is_told_apart_from_more_suspicious(before: str, after: str, sharper: str, suspicious: str) -> None:
    runs = [one for at, name in enumerate((before, before, after, after)) for one in finished(name, at)]
    assert profile(reversed(runs))["trend"] == {"sharper": sharper, "suspicious": suspicious}


def test_families_and_channels_count_what_was_met_caught_and_wrongly_marked() -> None:
    found = profile(finished("all", 1))
    assert sum(row["met"] for row in found["families"]) == len(CUES)
    assert sum(row["caught"] for row in found["families"]) == len(CUES)
    assert sum(row["wrongly"] for row in found["families"]) == found["noise"]
    assert {row["id"] for row in found["channels"]} <= {"call", "chat"}
    quiet = profile([Finished(at=1, found=assess(run(SCAM[0]).session, *SCAM), channels={})])
    assert sum(row["caught"] + row["wrongly"] for row in quiet["families"]) == 0
    assert quiet["channels"] == []
