"""Looking through what was handed in before it is graded: what is damaged, changed or strange, for a person to judge.

Nothing here gives or takes a point. Each submission is read through the grading's own door
(:mod:`safetystring.course.grade.submission`), looked at by itself (:mod:`.logs`, :mod:`.notebooks`, :mod:`.files`,
:mod:`.times`, :mod:`.made`), and compared with the others (:mod:`.copies`).
"""
