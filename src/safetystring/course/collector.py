"""What plugs into `nbgrader zip_collect` and `nbgrader collect`, so that only bounded answers come in.

Nothing a learner hands in is copied unread: both ways go through :func:`safetystring.course.answers.take`. A notebook
that is missing or damaged is supplied from the release, so that the answers beside it still count.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

from safetystring.course.answers import (
    EXCHANGE_NOTES,
    Answers,
    RefusedError,
    code_of,
    expected,
    folder_parts,
    is_notebook,
    open_archive,
    take,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EXTENSIONS = (".ipynb", ".jsonl", ".txt")


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive whose answers were taken. `modified` is in seconds since the Unix epoch."""

    path: Path
    code: str
    modified: float
    answers: Answers


def read_archives(paths: Iterable[Path], module: str, wanted: Mapping[str, int]) -> tuple[list[Archive], list[str]]:
    """Read the archives of one assignment and bring together those of one learner.

    Each download holds every log and the notebook it was made from, so two downloads of one learner complete each
    other. Whether they are one learner's shows in the logs, which only ever grow: where neither log begins with the
    other, the newer archive is taken and both are named.

    Returns
    -------
    The archives in the order of their codes, and one line on everything that was not taken.
    """
    taken: dict[str, Archive] = {}
    lines: list[str] = []
    for path in sorted(paths):
        try:
            archive = _read_archive(path, module, wanted)
        except (RefusedError, OSError) as error:
            lines.append(f"{path.name}: not taken: {error}")
            continue
        lines += [f"{path.name}: not taken: {line}" for line in archive.answers.refused]
        other = taken.get(archive.code)
        if other is None:
            taken[archive.code] = archive
            continue
        older, newer = sorted((other, archive), key=lambda one: one.modified)
        files = joined(older.answers.files, newer.answers.files)
        if files is None:
            lines.append(
                f"{older.path.name}: not taken: {newer.path.name} has the same code {archive.code}, other answers and "
                "a later date (if these are two people, give one of them another code)"
            )
            files = dict(newer.answers.files)
        taken[archive.code] = Archive(newer.path, newer.code, newer.modified, Answers(files, ()))
    return [taken[code] for code in sorted(taken)], lines


def joined(older: Mapping[str, bytes], newer: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """Return what two downloads of one learner hold together, or None where their logs contradict each other."""
    files = {**older, **newer}
    for name in older.keys() & newer.keys():
        if not name.endswith(".jsonl"):
            continue
        short, long = sorted((older[name], newer[name]), key=len)
        if not long.startswith(short):
            return None
        files[name] = long
    return files


def notebooks_of(folder: Path) -> dict[str, bytes]:
    """Return the notebooks of a release or source folder by file name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.ipynb")) if path.is_file()}


def completed(files: Mapping[str, bytes], blank: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """Return the files with each missing or unreadable notebook taken from `blank`, and the names of those."""
    supplied = [name for name in sorted(blank) if name not in files or not is_notebook(files[name])]
    return {**files, **{name: blank[name] for name in supplied}}, supplied


class AnswersExtractor(ExtractorPlugin):  # type: ignore[misc]  # nbgrader ships no types
    """Unpacks the learners' downloads, ``answers_<code>_<module>.zip``, each into a folder named by its code."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack every archive below `archive_path` that belongs to this assignment; say why one is left out."""
        coursedir = self.parent.coursedir
        module = coursedir.assignment_id
        blank = _blank(coursedir)
        wanted = expected(frozenset(Path(name).stem for name in blank))
        paths = [path for path in Path(archive_path).rglob("*") if not path.is_dir() and not path.name.startswith(".")]
        archives, lines = read_archives(paths, module, wanted)
        for line in lines:
            self.log.warning(line)
        for archive in archives:
            files, supplied = completed(archive.answers.files, blank)
            if supplied:
                self.log.info("%s: supplied from the release: %s", archive.path.name, ", ".join(supplied))
            # Without it `nbgrader release_feedback` stops at work that did not come through the exchange.
            files["submission_secret.txt"] = secrets.token_hex(64).encode()
            _write(Path(extracted_path) / archive.code, files, archive.modified)
        self.log.info("%d of %d archives taken", len(archives), len(paths))


class AnswersCollector(FileNameCollectorPlugin):  # type: ignore[misc]  # nbgrader ships no types
    """Says whose each unpacked file is. The extractor has made the folders, so their names can be trusted."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return nbgrader's record of a file: the learner is its top folder, the time is its archive's."""
        path = Path(submitted_file)
        top = Path(self.parent._format_collect_path(self.parent.extracted_directory))  # noqa: SLF001 - no public way
        if path.suffix not in _EXTENSIONS or not path.is_relative_to(top):
            return None
        code, *rest = path.relative_to(top).parts
        if not rest:
            return None
        stamp = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        return {"student_id": code, "file_id": "/".join(rest), "timestamp": stamp}


class AnswersCollect(ExchangeCollect):  # type: ignore[misc]  # nbgrader ships no types
    """Collects from the exchange only what belongs to a submission, and follows no link on the way."""

    def do_copy(self, src: str, dest: str, log: object = None) -> None:  # noqa: ARG002 - nbgrader's signature
        """Copy a learner's submission `src` to `dest` by the rules of :mod:`safetystring.course.answers`."""
        blank = _blank(self.coursedir)
        wanted = expected(frozenset(Path(name).stem for name in blank), notes=True)
        folder = Path(src)
        answers = take(folder_parts(folder, wanted), wanted) if not folder.is_symlink() else Answers({}, ("a link",))
        for line in answers.refused:
            self.log.warning("%s: not taken: %s", folder.name, line)
        files, supplied = completed(answers.files, blank)
        if supplied:
            self.log.info("%s: supplied from the release: %s", folder.name, ", ".join(supplied))
        _write(Path(dest), files, None)


def _read_archive(path: Path, module: str, wanted: Mapping[str, int]) -> Archive:
    code = code_of(path.name, module)
    with open_archive(path) as parts:
        answers = take(parts, wanted)
    if not answers.files:
        raise RefusedError(f"it holds no answers to {module}" + "".join(f"; {line}" for line in answers.refused))
    return Archive(path, code, path.stat().st_mtime, answers)


def _blank(coursedir: object) -> dict[str, bytes]:
    """Return the released notebooks of the assignment at hand."""
    release = Path(coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id))  # type: ignore[attr-defined]
    blank = notebooks_of(release)
    if not blank:
        raise FileNotFoundError(f"{release}: no notebooks; run `nbgrader generate_assignment` for it first")
    return blank


def _write(folder: Path, files: Mapping[str, bytes], modified: float | None) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if modified is not None and name not in EXCHANGE_NOTES[1:]:
            os.utime(path, (modified, modified))
