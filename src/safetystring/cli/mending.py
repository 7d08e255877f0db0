"""`safetystring check --fix`: writes the author's files, and says what was changed in them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.authoring.project import show
from safetystring.authoring.rewrite import rewrite
from safetystring.authoring.source import read_bytes
from safetystring.cli.asked import files_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def mend(chosen: Iterable[tuple[Path, Path]], *, stamp: bool) -> Iterator[str]:
    """Mend the files that were asked for, and yield a line a change.

    Raises
    ------
    OSError
        If a file cannot be written. It is then as it was.
    """
    files = dict.fromkeys(file for path, root in chosen for file in files_below(path, root))
    for file in files:
        data = read_bytes(file)
        if isinstance(data, str):
            continue
        made = rewrite(data, show(file), stamp=stamp)
        if made.data != data:
            _replace(file, made.data)
        for change in made.changes:
            yield f"{show(file)}:{change.line}:{change.column}: mended {change}"


def _replace(file: Path, data: bytes) -> None:
    """Write beside the file, then put the new one in its place, so that nothing is ever half written."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(target.stat().st_mode)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
