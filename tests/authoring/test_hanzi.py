"""Which script a character belongs to."""

from __future__ import annotations

import pytest

from safetystring.authoring.hanzi import simplified, traditional

CASES = [
    ("您好，这里是领事部", "", "这领"),
    ("您好，這裡是領事部", "這裡領", ""),
    ("请看這份文件", "這", "请"),
    ("工号12308 App", "", "号"),
    ("小玥、阿禾、囧", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "old", "new"), CASES)
def test_scripts(text: str, old: str, new: str) -> None:
    assert (traditional(text), simplified(text)) == (old, new)
