"""Safety String: a Jupyter course that turns telephone-fraud notices into practice."""

__version__ = "0.1.0"
