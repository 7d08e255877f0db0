"""Notebooks and nbgrader assignments built from scenarios; collecting, grading, feedback, export."""
