from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from safetystring.course.incoming.owners import is_name, owner_of, plain, pseudonym

TABLE = {plain("Li Na"): "A01", plain("mails/from-max.txt"): "A02", plain("Été.jsonl"): "A03"}


@pytest.mark.parametrize(
    ("path", "name", "by"),
    [
        ("answers_B7_m1.zip", "B7", "code"),
        ("mail/answers_B7_m1 (2).zip", "B7", "code"),
        ("LIN_4711_answers_B7_m1-1.zip", "B7", "code"),
        ("Li Na_1234567_assignsubmission_file_/answers_B7_m1.zip", "1234567", "platform"),
        ("李娜_1234567_assignsubmission_file_cedar.jsonl", "1234567", "platform"),
        ("li_LATE_4711_98765_answers_B7_m1.zip", "4711", "platform"),
        ("nali_4711_98765_cedar.jsonl", "4711", "platform"),
        ("X_1_assignsubmission_file_/Y_2_assignsubmission_file_/cedar.jsonl", "1", "platform"),
        ("li na/responses/cedar.jsonl", "A01", "table"),
        ("mails/from-max.txt", "A02", "table"),
        ("E\u0301te\u0301.jsonl", "A03", "table"),
        ("cedar (1).jsonl", "", "nobody"),
        ("answers_../../A01_m1.zip", "", "nobody"),
    ],
)
def test_the_outer_name_tells(path: str, name: str, by: str) -> None:
    owner = owner_of(PurePosixPath(path), TABLE)
    assert (owner.name, owner.by) == (name, by)


@pytest.mark.parametrize(
    ("path", "outer"),
    [
        ("cedar.jsonl", "cedar.jsonl"),
        ("2026/Max/cedar.jsonl", "2026/Max"),
        ("Max/m1/responses/cedar.jsonl", "Max"),
        ("responses/cedar.jsonl", "responses/cedar.jsonl"),
    ],
)
def test_files_of_one_folder_are_one_sender_s(path: str, outer: str) -> None:
    assert owner_of(PurePosixPath(path), {}, {"m1"}).outer == outer


def test_a_pseudonym_stays_and_needs_the_secret() -> None:
    assert pseudonym("Li Na", "s") == pseudonym("li na", "s") != pseudonym("Li Na", "t")
    assert is_name(pseudonym("Li Na", "s" * 99))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("A01", True),
        ("li.na@example.org", True),
        ("..", False),
        ("a..b", False),
        ("-a", False),
        ("a/b", False),
        ("con", False),
        ("AUX.txt", False),
        ("a.", False),
        ("a+b", False),
        ("李", False),
        ("x" * 65, False),
        ("", False),
    ],
)
def test_what_can_be_a_learner_s_name(text: str, good: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_name(text) is good
