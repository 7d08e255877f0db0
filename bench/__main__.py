"""`python -m bench`: measure everything and show the table."""

from bench import grading, kernel, player
from bench.table import show

show([*kernel.measure(), *player.measure(), *grading.measure()])
