"""Keyed draws."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from safetystring.authoring.draw import ITEMS, draw_items, shuffled

CUES = ["c1", "c2", "c3", "c4", "c5"]
ODD = ["l1", "l2"]
OTHERS = [f"o{number}" for number in range(20)]


@given(st.lists(st.text(max_size=5), unique=True), st.text(max_size=8))
def test_a_draw_is_an_order_of_the_same_things(names: list[str], secret: str) -> None:
    drawn = shuffled(names, secret, "x")
    assert sorted(drawn) == sorted(names)
    assert drawn == shuffled(reversed(names), secret, "x")


def test_the_draw_is_the_same_on_every_machine() -> None:
    assert shuffled("abcdef", "salt", "x") == ("c", "d", "e", "f", "a", "b")


def test_secret_and_purpose_both_matter() -> None:
    orders = {shuffled(OTHERS, secret, purpose) for secret in "ab" for purpose in "xy"}
    assert len(orders) == 4


def test_adding_one_does_not_move_the_others() -> None:
    before = shuffled(OTHERS, "salt", "x")
    after = shuffled([*OTHERS, "new"], "salt", "x")
    assert tuple(name for name in after if name != "new") == before


@given(st.text(max_size=8))
def test_cues_then_lookalikes_then_others(salt: str) -> None:
    items = draw_items("alder", CUES, ODD, OTHERS, salt)
    assert len(items) == len(set(items)) == ITEMS
    assert {*CUES, *ODD} < set(items)


def test_never_more_than_twelve() -> None:
    many = [f"l{number}" for number in range(30)]
    items = draw_items("alder", CUES, many, OTHERS, "salt")
    assert len(items) == ITEMS
    assert set(CUES) < set(items)
    assert not set(items) & set(OTHERS)


def test_numbers_do_not_tell_the_cues() -> None:
    places = [draw_items("alder", CUES, ODD, OTHERS, f"salt {n}").index("c1") for n in range(600)]
    # Uniform over 12 places: about 50 each, with a standard deviation of about 7.
    assert all(15 < places.count(place) < 95 for place in range(ITEMS))
