"""The texts themselves, in all files: typography, translations, edges (SS015, SS090 to SS099)."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from safetystring.authoring.hanzi import simplified, traditional
from safetystring.authoring.typography import chinese, english, french, mostly_chinese
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import File, Folder, Workspace

_SLIPS = {"zh": chinese, "en": english, "fr": french}
_ADDRESS = re.compile(r"\S*[\w-]\.[a-z]{2,}\S*")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_PERSON = re.compile(r"[A-Z]\w*(?:[ \u00a0-][A-Z]\w*){0,2}")
"""A name as the cast has them: Xiao Zhou, Camille."""
_MOST_SHOWN = 6
"""Characters quoted in one finding."""


def check_texts(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the texts of a scenario."""
    yield from _texts(folder.file, folder.file.written.source_lang, _same(workspace))


def check_shared_texts(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the texts of the shared files."""
    for file in (workspace.red_flags, workspace.sources, workspace.contacts, workspace.modules):
        if file is not None:
            yield from _texts(file, "zh", _same(workspace))


def _texts(file: File[Any], source_lang: str, same: tuple[str, ...]) -> Iterator[Diagnostic]:
    bare: list[Where] = []
    hashes = 0
    for where, text in texts(file.source.root):
        for lang in LANGUAGES:
            words = text.get(lang)
            if isinstance(words, str) and words:
                yield from _one(file, (*where, lang), lang, words)
        yield from _copies(file, where, text, same)
        source, of = text.get(source_lang), text.get("of")
        if isinstance(source, str) and isinstance(of, str) and of != fingerprint(source):
            message = f"the {source_lang} text has changed since it was translated"
            hint = f'look at both, then write of: "{fingerprint(source)}", or check --fix --stamp'
            yield file.report("SS095", (*where, "of"), message, hint)
        hashes += of is not None
        bare += [where] if of is None and source else []
    # A file most of whose texts keep their hash is a file whose translations are watched.
    if bare and hashes >= len(bare):
        first = min(bare, key=file.source.at)
        message = (
            f"{len(bare)} of {len(bare) + hashes} texts have no `of`: nobody sees when their translations grow old"
        )
        yield file.report("SS097", first, message, "look at them, then check --fix --stamp")
    yield from _one_script(file)


def _one(file: File[Any], where: Where, lang: str, words: str) -> Iterator[Diagnostic]:
    if not words.strip():
        yield file.report("SS015", where, f"`{lang}` is blank")
        return
    for code, message in dict.fromkeys(_SLIPS[lang](words)):
        yield file.report(code, where, message)
    if lang != "zh" and mostly_chinese(words):
        yield file.report("SS094", where, f"most of the `{lang}` text is Chinese")
    if words.rstrip("\n") != words.strip():
        yield file.report("SS096", where, f"`{lang}` begins or ends with a space")


def _copies(file: File[Any], where: Where, text: dict[str, Any], same: tuple[str, ...]) -> Iterator[Diagnostic]:
    for number, lang in enumerate(LANGUAGES):
        words = text.get(lang)
        before = [other for other in LANGUAGES[:number] if text.get(other) == words]
        # What is Chinese where English or French belongs is said once, in those words.
        if before and isinstance(words, str) and not mostly_chinese(words) and not _may_be_same(words, where, same):
            hint = "translate it; a name goes into `same` of allowed.yaml"
            message = f"the `{lang}` text is the same as the `{before[0]}` text"
            yield file.report("SS094", (*where, lang), message, hint)
            return


def _may_be_same(words: str, where: Where, same: tuple[str, ...]) -> bool:
    """Whether nothing is left to translate: names, addresses, acronyms, numbers and single letters."""
    if where[:1] in (("cast",), ("slots",)) and _PERSON.fullmatch(words):
        return True
    rest = _ADDRESS.sub(" ", words)
    for name in same:
        rest = rest.replace(name, " ")
    return re.search(r"[^\W\d_]{2}", _ACRONYM.sub(" ", rest)) is None


def _one_script(file: File[Any]) -> Iterator[Diagnostic]:
    """Find the texts in the script that fewer of the file's characters belong to."""
    chinese_texts = [((*where, "zh"), text["zh"]) for where, text in texts(file.source.root) if _is_text(text)]
    whole = "".join(words for _, words in chinese_texts)
    if not (traditional(whole) and simplified(whole)):
        return
    fewer, name = (
        (traditional, "traditional")
        if len(traditional(whole)) <= len(simplified(whole))
        else (
            simplified,
            "simplified",
        )
    )
    for where, words in chinese_texts:
        if found := fewer(words):
            shown = found[:_MOST_SHOWN]
            other = "simplified" if name == "traditional" else "traditional"
            yield file.report("SS098", where, f"{name} `{shown}` in a file that is otherwise {other}")


def _is_text(text: dict[str, Any]) -> bool:
    return isinstance(text.get("zh"), str)


def _same(workspace: Workspace) -> tuple[str, ...]:
    # The longest first, so that a name within a name does not break it.
    return tuple(sorted(workspace.allowed.written.same, key=len, reverse=True)) if workspace.allowed is not None else ()


def fingerprint(source: str) -> str:
    """Return the first 8 hexadecimal digits of a text's SHA-256, as `of` keeps it."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:8]


def texts(value: object) -> Iterator[tuple[Where, dict[str, Any]]]:
    """Yield every mapping with a language in it, and the way to it."""
    open_: list[tuple[Where, object]] = [((), value)]
    while open_:
        where, one = open_.pop()
        if isinstance(one, dict):
            if any(isinstance(one.get(lang), str) for lang in LANGUAGES):
                yield where, one
            open_.extend(((*where, key), item) for key, item in one.items())
        elif isinstance(one, list):
            open_.extend(((*where, index), item) for index, item in enumerate(one))
