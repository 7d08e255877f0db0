"""pydantic's errors as findings: where they stand in the file, and in sentences an author understands."""

from __future__ import annotations

import difflib
import functools
import itertools
import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from safetystring.authoring import base, models, playthrough, screens, shared, spoken
from safetystring.authoring.diagnostics import Diagnostic, finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.source import Located, Where

M = TypeVar("M", bound=BaseModel)
_MOST = 50
"""Findings of one file; beyond that the file is something else altogether."""
_TEXTS = ("WrittenText", "WrittenWords")
_PATTERNS: Mapping[str, tuple[str, str, str]] = {
    base.ID_PATTERN: ("SS018", "a neutral id, a letter or two and a number", "s01, m01, c01, o01, e01, p01"),
    base.NAME_PATTERN: ("SS018", "small letters, digits and _, beginning with a letter", "cedar, safe_account"),
    base.SOURCE_PATTERN: ("SS018", "the id of a source, a capital and a number", "A1, W3b"),
    base.HASH_PATTERN: ("SS019", "8 hexadecimal digits in quotes", '"1f3a09bc"'),
    spoken.SENDER_PATTERN: ("SS018", "`me` or an id of the cast", "p01"),
    models.KEY_PATTERN: ("SS019", "one key of a telephone in quotes", '"9"'),
    screens.MAIL_DATE_PATTERN: ("SS019", "a day in quotes", '"2026-09-14"'),
    screens.ASSET_PATTERN: ("SS019", "the name of an SVG file in documents/", "notice.svg"),
    spoken.TIME_PATTERN: ("SS019", "a time of day in quotes", '"10:41"'),
    shared.DATE_PATTERN: ("SS019", "a date, YYYY-MM-DD or YYYY-MM", "2022-09-14"),
    shared.DAY_PATTERN: ("SS019", "a day, YYYY-MM-DD", "2026-11-23"),
    shared.URL_PATTERN: ("SS019", "an address that begins with https://", "https://www.service-public.fr"),
}
_OTHERS: tuple[type[BaseModel], ...] = (
    shared.WrittenSource,
    shared.WrittenContact,
    shared.WrittenModule,
    shared.WrittenRedFlag,
    playthrough.WrittenPlaythrough,
    playthrough.WrittenExpectation,
)
_KINDS = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list (lines that begin with `- `, or [a, b])",
    "dict_type": "a mapping (`key: value` lines)",
    "model_type": "a mapping (`key: value` lines)",
    "model_attributes_type": "a mapping (`key: value` lines)",
}


def validate(model: type[M], located: Located) -> M | tuple[Diagnostic, ...]:
    """Return the file's values as `model`, or everything in which they do not fit it."""
    try:
        return model.model_validate(located.root)
    except ValidationError as error:
        found = list(dict.fromkeys(_explain(one, located) for one in _own(error)))
        if len(found) <= _MOST:
            return tuple(found)
        rest = finding("SS012", located.path, located.at(()), f"and {len(found) - _MOST} more that do not fit")
        return (*found[:_MOST], rest)


def _own(error: ValidationError) -> list[dict[str, Any]]:
    """Return the errors without those that only say that a list is short of the entries which are wrong themselves."""
    found = [dict(one) for one in error.errors(include_url=False)]
    places: list[tuple[str | int, ...]] = [one["loc"] for one in error.errors()]

    def follows(one: dict[str, Any]) -> bool:
        size = len(tuple(one["loc"]))
        return one["type"] == "too_short" and any(len(at) > size and at[:size] == one["loc"] for at in places)

    return [one for one in found if not follows(one)]


def _explain(error: dict[str, Any], located: Located) -> Diagnostic:
    where = _place(error["loc"])
    is_key = error["type"] == "extra_forbidden" or "[key]" in error["loc"]
    code, message, hint = _sentence(error, where)
    return finding(code, located.path, located.at(where, key=is_key), message, hint)


def _place(loc: tuple[str | int, ...]) -> Where:
    """Return the way through the file: pydantic's, without what tells the form of a message or a step."""
    tags = {
        number + 2
        for number, (step, after) in enumerate(itertools.pairwise(loc))
        if step in ("messages", "replies", "steps") and isinstance(after, int)
    }
    return tuple(step for number, step in enumerate(loc) if step != "[key]" and number not in tags)


def _sentence(error: dict[str, Any], where: Where) -> tuple[str, str, str]:  # noqa: PLR0911 - one return a kind of error
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    name = str(where[-1]) if where else ""
    if kind == "missing":
        return _missing(name)
    if kind == "extra_forbidden":
        near = _near(name, _fields())
        fits = near if near != name else ""
        return "SS011", f"{shown(name)} is no field here", f"did you mean `{fits}`?" if fits else "delete it"
    if kind in ("literal_error", "union_tag_invalid"):
        return _choice(given, str(context.get("expected") or context.get("expected_tags")), context)
    if kind == "union_tag_not_found":
        return "SS010", "`form` is missing", "text, call, voice, document, link, file, transfer, system …"
    if kind == "string_pattern_mismatch":
        code, what, example = _PATTERNS.get(context.get("pattern", ""), ("SS019", "another form", ""))
        return code, f"expected {what}, found {shown(given)}", f"for instance {example}" if example else ""
    if kind == "string_too_short":
        return "SS015", f"`{name}` is empty", "every text a learner sees is there in all three languages"
    if kind in ("too_short", "too_long", "string_too_long"):
        return "SS017", _amount(kind, name, context), ""
    if kind in _KINDS:
        return _wrong_kind(kind, given, context)
    return _range_or_other(error, given)


def _missing(name: str) -> tuple[str, str, str]:
    if name in ("zh", "en", "fr"):
        return "SS014", f"the text has no `{name}`", "a text is {zh: …, en: …, fr: …}, all three"
    return "SS010", f"`{name}` is missing", ""


def _choice(given: object, expected: str, context: Mapping[str, Any]) -> tuple[str, str, str]:
    words = re.findall(r"'([^']*)'", expected)
    found = context.get("tag", given)
    near = _near(str(found), words)
    return (
        "SS013",
        f"expected one of {', '.join(words)}; found {shown(found)}",
        f"did you mean `{near}`?" if near else "",
    )


def _amount(kind: str, name: str, context: Mapping[str, Any]) -> str:
    few, many = context.get("min_length"), context.get("max_length")
    if kind == "string_too_long":
        return f"`{name}` is longer than {many} characters"
    found = context.get("actual_length")
    return f"expected {f'at least {few}' if kind == 'too_short' else f'at most {many}'} in `{name}`, found {found}"


def _wrong_kind(kind: str, given: object, context: Mapping[str, Any]) -> tuple[str, str, str]:
    what = _KINDS[kind]
    hint = ""
    if context.get("class_name") in _TEXTS:
        what, hint = "a text in three languages", "{zh: …, en: …, fr: …}"
    elif kind == "string_type" and isinstance(given, (int, float, bool)):
        hint = f'put it in quotes: "{given}"'
    elif kind in ("int_type", "bool_type") and isinstance(given, str):
        hint = "without quotes"
    return "SS012", f"expected {what}, found {shown(given)}", hint


def _range_or_other(error: dict[str, Any], given: object) -> tuple[str, str, str]:
    context = error.get("ctx", {})
    for bound, words in (("ge", "at least"), ("gt", "more than"), ("le", "at most"), ("lt", "less than")):
        if bound in context:
            return "SS016", f"expected {words} {context[bound]}, found {shown(given)}", ""
    return "SS012", f"{error['msg']}; found {shown(given)}", ""


def shown(value: object) -> str:
    """Return a value of a file as one short phrase."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(str(value).split())
    return f"`{text}`" if len(text) <= 40 else f"`{text[:37]}…`"  # noqa: PLR2004 - one line of a terminal


def _near(word: str, words: list[str]) -> str:
    close = difflib.get_close_matches(word[:60], words, n=1, cutoff=0.7)
    return close[0] if close else ""


@functools.cache
def _fields() -> list[str]:
    return sorted(set(_names(models.WrittenScenario)) | set(_names(shared.RedFlags)) | set(_other_names()))


def _other_names() -> Iterator[str]:
    for model in _OTHERS:
        yield from _names(model)


def _names(model: type[BaseModel]) -> Iterator[str]:
    schema = model.model_json_schema(by_alias=True)
    for one in (schema, *schema.get("$defs", {}).values()):
        yield from one.get("properties", {})
