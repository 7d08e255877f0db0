"""The texts themselves, in all files: typography, translations, edges (SS015, SS090 to SS096)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from safetystring.authoring.typography import chinese, french, mostly_chinese
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import File, Folder, Workspace

_SLIPS = {"zh": chinese, "fr": french}


def check_texts(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check the texts of a scenario."""
    yield from _texts(folder.file, folder.file.written.source_lang)


def check_shared_texts(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the texts of the shared files."""
    for file in (workspace.red_flags, workspace.sources, workspace.contacts, workspace.modules):
        if file is not None:
            yield from _texts(file, "zh")


def _texts(file: File[Any], source_lang: str) -> Iterator[Diagnostic]:
    for where, text in texts(file.source.root):
        for lang in LANGUAGES:
            words = text.get(lang)
            if isinstance(words, str) and words:
                yield from _one(file, (*where, lang), lang, words)
        source, of = text.get(source_lang), text.get("of")
        if isinstance(source, str) and isinstance(of, str) and of != fingerprint(source):
            message = f"the {source_lang} text has changed since it was translated"
            yield file.report("SS095", (*where, "of"), message, f'look at both, then write of: "{fingerprint(source)}"')


def _one(file: File[Any], where: Where, lang: str, words: str) -> Iterator[Diagnostic]:
    if not words.strip():
        yield file.report("SS015", where, f"`{lang}` is blank")
        return
    for code, message in dict.fromkeys(_SLIPS[lang](words) if lang in _SLIPS else ()):
        yield file.report(code, where, message)
    if lang != "zh" and mostly_chinese(words):
        yield file.report("SS094", where, f"most of the `{lang}` text is Chinese")
    if words.rstrip("\n") != words.strip():
        yield file.report("SS096", where, f"`{lang}` begins or ends with a space")


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
