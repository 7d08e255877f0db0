"""A measured line, the table a person reads, and the file a program reads."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One comparison.

    `goal` bounds the ratio ours ÷ baseline, the difference where `by` is "difference", or where it is "itself", and
    there is no baseline, our own figure.
    """

    name: str
    ours: float
    baseline: float | None = None
    unit: str
    goal: float
    by: Literal["ratio", "difference", "itself"] = "ratio"

    @property
    def value(self) -> float:
        """What the goal is held against."""
        if self.baseline is None or self.by == "itself":
            return self.ours
        return self.ours - self.baseline if self.by == "difference" else self.ours / self.baseline

    def plain(self) -> dict[str, object]:
        """Return the documented form of `bench/results.json`."""
        ratio = None if self.baseline is None else float(f"{self.ours / self.baseline:.3g}")
        fields = {field: getattr(self, field) for field in ("name", "ours", "baseline", "unit")}
        sign = {"ratio": "×", "difference": "+", "itself": ""}[self.by]
        return {**fields, "ratio": ratio, "goal": f"≤ {sign}{self.goal:.4g}", "met": self.value <= self.goal}


def show(measures: list[Measure]) -> None:
    """Print the table and write the results; a goal that is not met is printed as such and fails nothing."""
    rows = [measure.plain() for measure in measures]
    print(f"{'what':44} {'ours':>10} {'baseline':>10} {'unit':5} {'ratio':>8} {'goal':>10}  met")
    for row in rows:
        met = "yes" if row["met"] else "NO"
        print(
            f"{row['name']:44} {row['ours']:>10.1f} {_number(row['baseline'], '.1f'):>10} {row['unit']:5} "
            f"{_number(row['ratio'], '.3g'):>8} {row['goal']:>10}  {met}"
        )
    RESULTS.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _number(value: object, form: str) -> str:
    return "–" if value is None else format(value, form)


def rounded(measure: Measure) -> Measure:
    """Return the measure with its figures at three decimals."""
    baseline = None if measure.baseline is None else round(measure.baseline, 3)
    return dataclasses.replace(measure, ours=round(measure.ours, 3), baseline=baseline)
