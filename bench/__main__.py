"""`python -m bench`: measure everything and show the table."""

from bench import kernel
from bench.table import show

show([*kernel.measure()])
