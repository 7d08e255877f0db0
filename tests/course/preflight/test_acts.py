from __future__ import annotations

from course.preflight.logs import SCAM, honest, play_of
from safetystring.course.preflight.acts import acts_of


def test_only_what_a_person_did_and_how_long_they_thought() -> None:
    play = play_of(honest(SCAM, 1))
    acts, gaps = acts_of(play.lines)
    assert len(acts) == len(gaps)
    assert acts[-1] == "Reviewed"
    assert any(act.startswith("+m13=") for act in acts)
    assert "98 %" in acts
    assert not any("hown" in act for act in acts)
    assert min(gaps) >= 900
    assert acts_of(()) == ((), ())
