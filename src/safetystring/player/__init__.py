"""One learner's run: events, the response log, the session as a pure fold over events, the widget."""
