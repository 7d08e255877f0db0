"""Long runs that look for what no test thought of: `make soak`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # the small folder of scenarios that the tests use
