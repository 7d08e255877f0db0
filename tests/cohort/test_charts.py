from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.cohort.charts import bar, column, scale, tens
from safetystring.cohort.measures import HIDDEN, Estimate

if TYPE_CHECKING:
    from markupsafe import Markup

SHARES = st.floats(0.0, 1.0)


def read(svg: Markup) -> ET.Element:
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.get("aria-hidden") == "true"
    return root


def percent(element: ET.Element, name: str) -> float:
    return float((element.get(name) or "").rstrip("%"))


def test_a_bar_stacks_its_parts_and_leaves_out_empty_ones() -> None:
    drawn = read(bar([("hit", 0.25), ("late", 0.0), ("wrong_family", 0.5)], Estimate(value=0.75, low=0.6, high=0.9)))
    track, *parts = drawn.findall("rect")
    assert track.get("width") == "100%"
    assert [(part.get("class"), percent(part, "x"), percent(part, "width")) for part in parts] == [
        ("hit", 0.0, 25.0),
        ("wrong_family", 25.0, 50.0),
    ]
    line = drawn.findall("line")[0]
    assert (percent(line, "x1"), percent(line, "x2")) == (60.0, 90.0)


@pytest.mark.parametrize("reach", [None, HIDDEN])
def test_without_an_interval_there_is_no_line(reach: Estimate | None) -> None:
    assert read(bar([("hit", 0.5)], reach)).findall("line") == []


@pytest.mark.parametrize(
    ("share", "filled"), [(0.0, None), (0.1, "30.0"), (0.36, "104.4"), (1.0, "300.0"), (1.7, "300.0"), (-1.0, None)]
)
def test_tens_are_filled_to_the_share(share: float, filled: str | None) -> None:
    drawn = read(tens("flag", share))
    inner = drawn.find("svg")
    assert (None if inner is None else inner.get("width")) == filled
    empty = drawn.find("g")
    assert empty is not None
    assert len(empty) == 10


@given(st.floats(-10, 10), st.floats(0, 5), st.floats(0, 5))
def test_a_scale_keeps_everything_on_the_line(value: float, below: float, above: float) -> None:
    drawn = read(scale(-1.5, 1.5, [("dot", Estimate(value=value, low=value - below, high=value + above))]))
    for line in drawn.findall("line"):
        assert 0.0 <= float((line.get("x1") or "").rstrip("%")) <= 100.0
    point = drawn.find("svg")
    assert point is not None
    assert 0.0 <= percent(point, "x") <= 100.0


def test_a_scale_leaves_out_what_is_hidden_and_tells_its_points_apart() -> None:
    sure = Estimate(value=0.0, low=-0.1, high=0.1)
    drawn = read(scale(-1.5, 1.5, [("dot", sure), ("diamond", sure), ("dot", HIDDEN)]))
    points = [point[0].tag for point in drawn.findall("svg")]
    assert points == ["circle", "rect"]
    zero = drawn.findall("line")[1]
    assert percent(zero, "x1") == 50.0


@given(SHARES, SHARES)
def test_columns_reach_from_the_ground_to_their_share_of_the_highest(share: float, more: float) -> None:
    most = max(share, more)
    rect = read(column(share, most, "scam")).find("rect")
    assert rect is not None
    assert percent(rect, "y") + percent(rect, "height") == pytest.approx(100.0, abs=0.02)
    assert percent(rect, "height") == pytest.approx(100 * share / most if most else 0.0, abs=0.01)
