"""`python -m soak`: run every part, or one; print what is found, with the seed that finds it again."""

from __future__ import annotations

import argparse
import sys

from soak import scenarios
from soak.run import run

PARTS = {"scenarios": scenarios.part}
"""Each part makes cases of a seed; see :class:`soak.run.Part`."""


def main() -> int:
    """Return 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m soak", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"], default="all", help="which part (default: all)")
    parser.add_argument("--cases", type=int, default=10_000, help="how many of each part (default: 10,000)")
    parser.add_argument("--seed", type=int, default=1, help="the first case's seed; case 1,234 has this + 1,234")
    parser.add_argument("--only", action="store_true", help="just the case of --seed, and show what it was")
    arguments = parser.parse_args()
    chosen = PARTS if arguments.part == "all" else {arguments.part: PARTS[arguments.part]}
    cases = 1 if arguments.only else arguments.cases
    found = sum(run(name, part(), arguments.seed, cases, show=arguments.only) for name, part in chosen.items())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
