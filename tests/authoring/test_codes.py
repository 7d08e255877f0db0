"""The table of codes."""

from __future__ import annotations

import re
from pathlib import Path

from safetystring.authoring import codes
from safetystring.authoring.codes import CODES


def test_codes_are_well_formed_and_titles_differ() -> None:
    assert all(re.fullmatch(r"SS[0-9]{3}", code) for code in CODES)
    assert list(CODES) == sorted(CODES)
    titles = [title for _, title in CODES.values()]
    assert len(set(titles)) == len(titles)


def test_every_code_is_given_somewhere_and_no_other() -> None:
    folder = Path(codes.__file__).parent
    source = "".join(file.read_text("utf-8") for file in folder.glob("*.py") if file.name != "codes.py")
    assert set(re.findall(r'"(SS[0-9]{3})"', source)) == set(CODES)
