"""Simplified or traditional: which of the two a Chinese character belongs to, if only to one. Pure functions.

By the standards that Python carries: a character of Big5's first level (the 5,401 common ones of traditional Chinese)
that GB/T 2312-1980 lacks is traditional; one of GB/T 2312 that Big5 lacks is simplified. Most belong to both.
"""

from __future__ import annotations

import functools
import re

_BIG5_FIRST_LEVEL = (0xA440, 0xC67E)
# In names, and in the list of standard characters of 2013, though GB/T 2312 is older.
_BOTH = frozenset("伋玥玨珪堉琯晞湣璟璘甯焜昇湲芻祂她妳")
_HANZI = re.compile("[\u4e00-\u9fff]")


def traditional(text: str) -> str:
    """Return the characters of a text that simplified Chinese does not have, each once."""
    return "".join(dict.fromkeys(one for one in _HANZI.findall(text) if _is_traditional(one)))


def simplified(text: str) -> str:
    """Return the characters of a text that traditional Chinese does not have, each once."""
    return "".join(dict.fromkeys(one for one in _HANZI.findall(text) if _in(one, "gb2312") and not _in(one, "big5")))


@functools.cache
def _is_traditional(one: str) -> bool:
    if one in _BOTH or _in(one, "gb2312") or not _in(one, "big5"):
        return False
    first, last = _BIG5_FIRST_LEVEL
    return first <= int.from_bytes(one.encode("big5"), "big") <= last


def _in(one: str, standard: str) -> bool:
    try:
        one.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
