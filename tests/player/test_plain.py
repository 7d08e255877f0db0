from __future__ import annotations

from safetystring.player.plain import Plain


def test_it_shows_as_text_and_as_a_page_part() -> None:
    shown = Plain.of("missing", id="<b>")._repr_mimebundle_(include=None)
    assert shown["text/plain"].count("\n") == 2
    assert "<b>" in shown["text/plain"]
    assert "<b>" not in shown["text/html"]
    assert shown["text/html"].count("<p>") == 3
    assert str(Plain("a")) == "a"
    assert Plain("a", "<i>a</i>")._repr_mimebundle_()["text/html"] == "<i>a</i>"
