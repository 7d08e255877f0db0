"""Small charts as inline SVG, drawn from numbers only: no text of anybody's gets in here, so nothing needs escaping.

Each chart stands beside the same figures in words and is hidden from screen readers. Widths are percentages, so that
a chart fits whatever it stands in, on screen and on paper; colours are the page's, by class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetystring.cohort.measures import Estimate

_QUIET = 'aria-hidden="true" focusable="false"'
_PITCH, _SIZE = 30, 24
_BAR, _THICK = 26, 15


def bar(parts: Sequence[tuple[str, float]], reach: Estimate | None = None) -> Markup:
    """Return a horizontal bar of stacked parts (class, share of 0 to 1), with the interval of `reach` under it."""
    top = 1
    drawn = [f'<rect class="track" x="0" y="{top}" width="100%" height="{_THICK}"/>']
    left = 0.0
    for name, share in parts:
        if share > 0:
            drawn.append(f'<rect class="{name}" x="{_pc(left)}" y="{top}" width="{_pc(share)}" height="{_THICK}"/>')
            left += share
    if reach is not None and reach.low is not None and reach.high is not None:
        drawn.append(_whisker(reach.low, reach.high, _BAR - 5, 3))
    return _svg("bar", _BAR, drawn)


def tens(symbol: str, share: float) -> Markup:
    """Return ten symbols, so many of them filled as `share` of 0 to 1 says, the last one in part."""
    width = 10 * _PITCH - (_PITCH - _SIZE)
    whole, part = divmod(10 * min(max(share, 0.0), 1.0), 1)
    filled = whole * _PITCH + part * _SIZE
    places = (place * _PITCH for place in range(10))
    row = "".join(f'<use href="#{symbol}" x="{x}" width="{_SIZE}" height="{_SIZE}"/>' for x in places)
    # An inner svg shows only what lies within its width: the filled ones, the last cut where it ends.
    inner = f'<svg class="{symbol}" width="{filled:.1f}" height="{_SIZE}">{row}</svg>' if filled else ""
    return Markup(  # noqa: S704 - numbers and our own names only
        f'<svg class="tens" viewBox="0 0 {width} {_SIZE}" {_QUIET}><g class="empty">{row}</g>{inner}</svg>'
    )


def scale(low: float, high: float, marks: Sequence[tuple[str, Estimate]], zero: float = 0.0) -> Markup:
    """Return a number line from `low` to `high` with a tick at `zero`, and a point with its interval for each mark.

    A mark is the point's shape, `dot` or `diamond`, and the estimate; one without a value is left out.
    """
    height = 16 + 26 * max(len(marks), 1)
    middle = _pc(_at(zero, low, high))
    drawn = [
        f'<line class="axis" x1="0" x2="100%" y1="{height - 8}" y2="{height - 8}"/>',
        f'<line class="zero" x1="{middle}" x2="{middle}" y1="0" y2="{height - 2}"/>',
    ]
    for row, (shape, estimate) in enumerate(marks):
        if estimate.value is None or estimate.low is None or estimate.high is None:
            continue
        y = 15 + 26 * row
        drawn.append(_whisker(_at(estimate.low, low, high), _at(estimate.high, low, high), y, 5))
        turned = ' transform="rotate(45)"' if shape == "diamond" else ""
        point = f'<rect class="point" x="-7" y="-7" width="14" height="14"{turned}/>'
        point = '<circle class="point" r="8"/>' if shape == "dot" else point
        drawn.append(f'<svg class="over" x="{_pc(_at(estimate.value, low, high))}" y="{y}">{point}</svg>')
    return _svg("scale", height, drawn)


def column(share: float, most: float, name: str) -> Markup:
    """Return one upright bar of a histogram, its height a share of the highest one."""
    tall = 0.0 if most <= 0 else share / most
    return Markup(  # noqa: S704 - numbers and our own names only
        f'<svg class="column" width="100%" height="96" {_QUIET}>'
        f'<rect class="{name}" x="8%" width="84%" y="{_pc(1 - tall)}" height="{_pc(tall)}"/></svg>'
    )


def _svg(name: str, height: float, drawn: Sequence[str]) -> Markup:
    return Markup(  # noqa: S704 - numbers and our own names only
        f'<svg class="{name}" width="100%" height="{height}" {_QUIET}>{"".join(drawn)}</svg>'
    )


def _whisker(low: float, high: float, y: float, cap: float) -> str:
    """Return an interval as a line with its two ends, `cap` pixels to either side."""
    lines = (
        f'x1="{_pc(low)}" x2="{_pc(high)}" y1="{y}" y2="{y}"',
        f'x1="{_pc(low)}" x2="{_pc(low)}" y1="{y - cap}" y2="{y + cap}"',
        f'x1="{_pc(high)}" x2="{_pc(high)}" y1="{y - cap}" y2="{y + cap}"',
    )
    return "".join(f'<line class="reach" {line}/>' for line in lines)


def _at(value: float, low: float, high: float) -> float:
    """Return where a value lies on a line, as a share of 0 to 1; what is beyond stays at the end."""
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _pc(share: float) -> str:
    return f"{100 * share:.2f}%"
