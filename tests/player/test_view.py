from __future__ import annotations

from safetystring.player.view import View

TRAITS = {
    "phase",
    "lang",
    "strings",
    "about",
    "onward",
    "entries",
    "shown",
    "rest_from",
    "marks",
    "picked",
    "assets",
    "notice",
    "debrief",
    "download",
}


def test_the_traits_are_those_of_the_protocol() -> None:
    own = set(View.class_own_traits(sync=True)) - {"_esm", "_css", "_anywidget_id"}
    assert own == TRAITS


def test_appending_grows_the_list_without_sending_it_again() -> None:
    view = View(entries=[{"seq": 1}])
    held = view.entries
    changes: list[object] = []
    view.observe(changes.append, "entries")
    view.append([{"seq": 2}])
    assert view.entries is held
    assert view.entries == [{"seq": 1}, {"seq": 2}]
    assert view.get_state("entries") == {"entries": [{"seq": 1}, {"seq": 2}]}  # what a second page is given
    assert changes == []


def test_the_built_front_end_is_there() -> None:
    view = View()
    assert "render" in str(view._esm)
    assert ".sp-player" in str(view._css)
