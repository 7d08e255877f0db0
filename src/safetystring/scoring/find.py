"""Where the key of a scenario lies, and the public part that belongs to it.

A key decides which public part is right: only one whose content has the hash that the key names is ever used, wherever
it was found. So a learner may hand in what they like beside their answers.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.player.log import read_bytes
from safetystring.scenario import FormatError, Key, Scenario, content_hash, decode, decode_debrief
from safetystring.scenario.read import MAX_BYTES, plain_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENVIRONMENT = "SAFETYSTRING_KEYS"
"""Environment variable that names the folder of keys, and ends the search for one."""
LEVELS = 5
"""How many folders above the answers are looked into."""
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


class NoKeyError(ValueError):
    """There is no usable key. The message says where it was looked for and how to mend it."""


def is_id(value: object) -> bool:
    """Whether `value` has the form of a scenario id, and so may be part of a file name."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def trusted_keys(scenario_id: str, folder: Path) -> Iterator[Path]:
    """Yield the files that may hold the key of the answers in `folder`, best first.

    The folder itself is left out: what lies there was handed in by a learner.
    """
    named = os.environ.get(ENVIRONMENT)
    if named:
        yield Path(named) / f"{scenario_id}.json"
        return
    for above in folder.resolve().parents[:LEVELS]:
        yield above / "keys" / f"{scenario_id}.json"
        yield above / "grading" / "keys" / f"{scenario_id}.json"


def find(scenario_id: str, keys: Iterable[Path], public: Iterable[Path] = ()) -> tuple[Scenario, Key]:
    """Return the public part and the key of a scenario.

    Parameters
    ----------
    scenario_id
        Its id.
    keys
        Files that may hold the key, plain or veiled (`.debrief`); the first there is counts.
    public
        Files that may hold the public part, after ``<id>.scenario.json`` beside the key.

    Raises
    ------
    NoKeyError
        If there is no key, it is damaged or another scenario's, or no public part belongs to it.
    """
    looked = list(dict.fromkeys(keys))
    file = next((path for path in looked if path.is_file()), None)
    if file is None:
        raise NoKeyError(f"no key of {scenario_id}: `safetystring build` writes keys/{scenario_id}.json")
    try:
        key = read_any_key(file)
    except FormatError as error:
        raise NoKeyError(f"the key cannot be read: {error}. `safetystring build` writes it again") from error
    if key.id != scenario_id:
        raise NoKeyError(f"{file.name} is the key of {key.id}, expected {scenario_id}")
    beside = file.with_name(f"{scenario_id}.scenario.json")
    for path in (beside, *public):
        scenario = _public(path, key)
        if scenario is not None:
            return scenario, key
    raise NoKeyError(
        f"no public part of {scenario_id} belongs to {file.name}: "
        f"expected {beside.name} beside it; `safetystring build` writes both"
    )


def read_any_key(file: Path) -> Key:
    """Read a key, plain or veiled.

    Raises
    ------
    FormatError
        If the file cannot be read, is too large, or does not have the documented form.
    """
    data = _read(file)
    if file.suffix == ".debrief":
        return decode_debrief(data.decode("ascii", "replace"))
    return decode(Key, _json(data, file.name), file.name)


def _public(path: Path, key: Key) -> Scenario | None:
    """Return the public part in a file, if it belongs to the key."""
    try:
        value = _json(_read(path), path.name)
        scenario = decode(Scenario, value, path.name)
    except FormatError:
        return None  # another place may have it; find() says so when none has
    if scenario.id != key.id:
        return None
    # As it is written, a file has the hash already; one with fields at their defaults has it once they are left out.
    return scenario if plain_hash(value) == key.hash or content_hash(scenario) == key.hash else None


def _read(path: Path) -> bytes:
    # Not scenario.read's reader: that one follows links and would wait on a pipe, and a learner chose this path.
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError as error:
        raise FormatError(f"{path.name}: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise FormatError(f"{path.name}: larger than {MAX_BYTES} bytes")
    return data


def _json(data: bytes, name: str) -> object:
    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{name}: not JSON") from error
    return value
