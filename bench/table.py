"""A measured line, the table a person reads, and the file a program reads."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One comparison. `goal` bounds the ratio ours ÷ baseline, or the difference where `by` is "difference"."""

    name: str
    ours: float
    baseline: float
    unit: str
    goal: float
    by: str = "ratio"

    @property
    def value(self) -> float:
        """What the goal is held against."""
        return self.ours - self.baseline if self.by == "difference" else self.ours / self.baseline

    def plain(self) -> dict[str, object]:
        """Return the documented form of `bench/results.json`."""
        ratio = float(f"{self.ours / self.baseline:.3g}")
        fields = {field: getattr(self, field) for field in ("name", "ours", "baseline", "unit")}
        sign = "+" if self.by == "difference" else "×"
        return {**fields, "ratio": ratio, "goal": f"≤ {sign}{self.goal:.3g}", "met": self.value <= self.goal}


def show(measures: list[Measure]) -> None:
    """Print the table and write the results; a goal that is not met is printed as such and fails nothing."""
    rows = [measure.plain() for measure in measures]
    print(f"{'what':44} {'ours':>10} {'baseline':>10} {'unit':5} {'ratio':>8} {'goal':>10}  met")
    for row in rows:
        met = "yes" if row["met"] else "NO"
        print(
            f"{row['name']:44} {row['ours']:>10.1f} {row['baseline']:>10.1f} {row['unit']:5} "
            f"{row['ratio']:>8.3g} {row['goal']:>10}  {met}"
        )
    RESULTS.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def rounded(measure: Measure) -> Measure:
    """Return the measure with its figures at three decimals."""
    return dataclasses.replace(measure, ours=round(measure.ours, 3), baseline=round(measure.baseline, 3))
