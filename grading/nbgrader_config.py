"""nbgrader's settings for this course; what each is for stands in safetystring/course/config.py."""

from pathlib import Path

from safetystring.course.config import configure

c = get_config()  # noqa: F821 - nbgrader provides it
configure(c, Path(__file__).resolve().parent)

# Below this line, settings of your own, for instance:
# c.CourseDirectory.course_id = "spring-2027"
# c.Exchange.root = "/srv/nbgrader/exchange"
