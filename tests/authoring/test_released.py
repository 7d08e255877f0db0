"""The shape of released.json."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from safetystring.authoring.released import Released

GOOD = {"format": 1, "scenarios": {"alder": {"truth": "scam", "ids": {"m01": "note"}, "key": {}}}}


def test_what_fits_and_what_does_not() -> None:
    assert Released.model_validate(GOOD).scenarios["alder"].retired == ()
    for wrong in ({**GOOD, "format": 2}, {"format": 1}, {**GOOD, "more": 1}):
        with pytest.raises(ValidationError):
            Released.model_validate(wrong)
