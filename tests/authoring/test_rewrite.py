"""`--fix` on whole files: the right places, everything else byte for byte, and nothing the second time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.authoring.checks_text import fingerprint
from safetystring.authoring.rewrite import rewrite
from safetystring.authoring.source import Located, parse

ROOT = Path(__file__).parents[2]
NB, NN = "\u00a0", "\u202f"

BEFORE = """# A comment, with a slip: l'appel ?
id: x   # keep,this
title: {zh: "你好,世界", en: 'It''s "fine"', fr: C'est vrai ?}   # tail ?
list:
  - zh: |
      第一行,好

      第二行:好!
    en: >
      It's folded
      here, isn't it
    fr: "Vrai?
      Non: «oui»"   # tail, too
  - {zh: "他说\\"行\\"。", en:   " x ", fr: "\\u00e9"}
"""
AFTER = f"""# A comment, with a slip: l'appel ?
id: x   # keep,this
title: {{zh: "你好，世界", en: 'It’s “fine”', fr: C’est vrai{NN}?}}   # tail ?
list:
  - zh: |
      第一行，好

      第二行：好！
    en: >
      It’s folded
      here, isn’t it
    fr: "Vrai{NN}?
      Non{NB}: «{NB}oui{NB}»"   # tail, too
  - {{zh: "他说“行”。", en:   "x", fr: "\\u00e9"}}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_with_everything_in_it(newline: str, mark: bytes) -> None:
    before, after = (mark + text.replace("\n", newline).encode() for text in (BEFORE, AFTER))
    made = rewrite(before, "x.yaml")
    assert made.data == after
    assert len(made.changes) == 8
    assert str(made.changes[0]) == "`你好,世界` → `你好，世界`"
    assert (made.changes[0].line, made.changes[0].column) == (3, 13)
    again = rewrite(made.data, "x.yaml")
    assert (again.data, again.changes) == (after, ())


def test_a_file_that_is_no_yaml_is_left_alone() -> None:
    data = b"a: [\nb: l'appel"
    assert rewrite(data, "x.yaml") == rewrite(data, "x.yaml", stamp=True)
    assert rewrite(data, "x.yaml").data == data


def test_stamping_adds_renews_and_keeps() -> None:
    text = (
        'a: {zh: "一", en: "one", fr: "un"}\n'
        'b:\n  zh: "二"  # two\n  en: two\n  fr: "deux"\nc:\n  zh: 三\n  of: "00000000"\n'
    )
    made = rewrite(text.encode(), "x.yaml", stamp=True)
    one, two, three = (fingerprint(word) for word in "一二三")
    expected = (
        f'a: {{zh: "一", en: "one", fr: "un", of: "{one}"}}\n'
        f'b:\n  zh: "二"  # two\n  en: two\n  fr: "deux"\n  of: "{two}"\nc:\n  zh: 三\n  of: "{three}"\n'
    )
    assert made.data.decode() == expected
    assert rewrite(made.data, "x.yaml", stamp=True).changes == ()
    assert rewrite(text.encode(), "x.yaml").changes == ()


def test_stamping_follows_the_source_language_and_the_mended_text() -> None:
    text = "source_lang: en\na: {zh: 一, en: It's, fr: c}\n"
    made = rewrite(text.encode(), "x.yaml", stamp=True)
    located = parse(made.data, "x.yaml")
    assert isinstance(located, Located)
    assert located.root["a"]["of"] == fingerprint("It’s")


def test_stamping_a_last_line_without_its_end() -> None:
    made = rewrite(b"a:\n  zh: x\n  en: y\n  fr: z", "x.yaml", stamp=True)
    located = parse(made.data, "x.yaml")
    assert isinstance(located, Located)
    assert located.root["a"]["of"] == fingerprint("x")


def test_this_repositorys_own_scenario_roughened_and_mended() -> None:
    good = (ROOT / "scenarios" / "cedar" / "scenario.yaml").read_bytes()
    assert rewrite(good, "x.yaml").data == good
    rough = good.decode().replace(NN, " ").replace("，", ",").replace("’", "'")
    # Comments are the author's own, and stay as they are.
    made = rewrite(rough.encode(), "x.yaml")
    assert made.changes
    assert rewrite(made.data, "x.yaml").data == made.data
    comments = [line for line in rough.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in made.data.decode().splitlines() if line.lstrip().startswith("#")] == comments


_WORDS = st.text(alphabet="你好,:!?()\"' ab.é«»", max_size=16).filter(lambda text: text.strip() != "")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_WORDS, _WORDS, _WORDS), min_size=1, max_size=4), st.booleans())
def test_all_that_is_not_mended_stays(texts: list[tuple[str, str, str]], stamp: bool) -> None:  # noqa: FBT001 - drawn
    def quoted(words: str) -> str:
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = []
    for number, (zh, en, fr) in enumerate(texts):
        lines += [f"t{number}: # note {number}", f"    zh:   {quoted(zh)}  # zh,", f"    en: {quoted(en)}"]
        lines += [f"    fr: {quoted(fr)}", ""]
    data = "\n".join(lines).encode()
    made = rewrite(data, "x.yaml", stamp=stamp)
    assert rewrite(made.data, "x.yaml", stamp=stamp).data == made.data

    def frame(raw: bytes) -> str:
        return re.sub(r'"(?:[^"\\]|\\.)*"', '""', re.sub(r"\n +of: .*", "", raw.decode()))

    assert frame(made.data) == frame(data)


def test_a_hostile_text_takes_no_time() -> None:
    # A megabyte of blanks before a mark: what backtracks would still be at it tomorrow.
    data = ('a: {zh: "' + " " * 900_000 + '?", en: x, fr: y}\n').encode()
    assert rewrite(data, "x.yaml").data == data
    edge = ('a: {zh: "x", en: y, fr: "' + "a ! " * 990 + 'a"}\n').encode()
    assert len(rewrite(edge, "x.yaml").changes) == 1
