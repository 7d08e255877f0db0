"""The learner's answers as one file to hand in: the notebook and every response log beside it."""

from __future__ import annotations

import io
import re
import secrets
import zipfile
from typing import TYPE_CHECKING

from safetystring.player.log import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_NOTEBOOK = 4_000_000
"""Bytes. A larger notebook is left out: the answers are in the logs."""
MAX_LOGS = 64
MAX_CODE = 24
MEDIA_TYPE = "application/zip"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The zip format's own zero: when somebody played is in the log, nowhere else."""


def clean_code(code: str) -> str:
    """Return `code` reduced to letters, digits and inner hyphens, at most 24; may be empty."""
    return re.sub(r"[^A-Za-z0-9-]", "", code).strip("-")[:MAX_CODE].rstrip("-")


def pseudonym() -> str:
    """Return a random code for a learner who gave none: eight characters, nobody's name."""
    return secrets.token_hex(4)


def archive_name(code: str, module: str) -> str:
    """Return the archive's file name; `code` is clean and not empty."""
    return f"answers_{code}_{re.sub(r'[^a-z0-9-]', '', module.lower()) or 'course'}.zip"


def pack(folder: Path, scenario: str, held: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of the notebook `scenario` and all logs of `folder`.

    Parameters
    ----------
    folder
        Where the notebook is; its logs are in ``responses/``. What is missing, too large or no regular file stays out.
    held
        Logs by file name as they stand in memory, which win over the disk: they hold what could not be saved.
    """
    logs = {**_logs(folder / "responses"), **{name: data for name, data in held.items() if data}}
    parts = {f"responses/{name}": data for name, data in sorted(logs.items())}
    notebook = bounded(folder / f"{scenario}.ipynb", MAX_NOTEBOOK)
    if notebook is not None:
        parts[f"{scenario}.ipynb"] = notebook
    return zipped(parts)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these files by name; the same parts give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def _logs(folder: Path) -> dict[str, bytes]:
    try:
        paths = sorted(folder.glob("*.jsonl"))[:MAX_LOGS]
    except OSError:
        return {}
    read = {path.name: bounded(path, MAX_BYTES) for path in paths}
    return {name: data for name, data in read.items() if data is not None}


def bounded(path: Path, limit: int) -> bytes | None:
    """Return a regular file's bytes; None where there is none, it cannot be read, or it is longer than `limit`."""
    try:
        data = read_bytes(path, limit)
    except (OSError, ValueError):
        return None
    return data if len(data) <= limit else None
