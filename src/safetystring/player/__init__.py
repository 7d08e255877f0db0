"""One learner's run: events, the response log, the session as a pure fold over events, the widget.

From the inside out: `events` and `session` say what can happen and what follows; `log` reads a response log and
`writer` writes one; `run` joins them to what a learner can do; `entries`, `about`, `words` and `questions` put a
session into words and plain data; `view`, `choices` and `widget` show it; `launch` is what a notebook's cell calls.
All up to `run` is the standard library only, and so is all that a grader needs.
"""
