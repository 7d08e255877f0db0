# ruff: noqa: INP001 - nbgrader reads this file, nothing imports it
"""nbgrader's settings for this course; what each is for stands in safetystring/course/config.py."""

from pathlib import Path

from safetystring.course.config import configure

c = get_config()  # noqa: F821 - nbgrader provides it
configure(c, Path(__file__).resolve().parent)

# Settings of your own go below: `c.CourseDirectory.course_id`, say, or `c.Exchange.root`.
