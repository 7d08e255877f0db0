"""Reading compiled scenarios and keys from JSON, and the light veil over a training release's debrief."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from safetystring.scenario.codec import FormatError, decode, encode
from safetystring.scenario.model import Scenario

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.scenario.key import Key

MAX_BYTES = 4_000_000
"""A compiled scenario is about 100 kB; nothing near this size is one."""


def scenario_to_json(scenario: Scenario) -> str:
    """Return the public part as canonical JSON: sorted keys, no spaces, UTF-8 as it is."""
    return _canonical(encode(scenario))


def key_to_json(key: Key) -> str:
    """Return the key as canonical JSON."""
    return _canonical(encode(key))


def content_hash(scenario: Scenario) -> str:
    """Return the SHA-256 (64 hex digits) of the public part, its own `hash` and `release` left out."""
    return _hash(encode(scenario))


def plain_hash(value: object) -> str | None:
    """Return the same for plain JSON as a public part is written, at a tenth of the cost; None where it is none."""
    return _hash(value) if isinstance(value, dict) else None


def _hash(value: dict[str, Any]) -> str:
    blank = value | {"hash": "", "release": "training"}
    return hashlib.sha256(_canonical(blank).encode("utf-8", "surrogatepass")).hexdigest()


def read_scenario(path: Path) -> Scenario:
    """Read the public part of a scenario.

    Raises
    ------
    FormatError
        If the file is missing, too large, not JSON, or not of the documented form.
    """
    return decode(Scenario, _load(_read(path), str(path)))


def read_key(path: Path) -> Key:
    """Read a key in plain JSON. Raises like :func:`read_scenario`."""
    return decode(_key(), _load(_read(path), str(path)))


def encode_debrief(key: Key) -> str:
    """Return the key as one line of ASCII that a glance does not give away. It is a veil, not a secret."""
    return base64.b85encode(zlib.compress(key_to_json(key).encode(), 9)).decode("ascii")


def decode_debrief(veiled: str) -> Key:
    """Undo :func:`encode_debrief`.

    Raises
    ------
    FormatError
        If the text is damaged or would unpack to more than :data:`MAX_BYTES`.
    """
    try:
        packed = base64.b85decode(veiled.strip())
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, MAX_BYTES)
    except (ValueError, binascii.Error, zlib.error) as error:
        message = "the debrief file is damaged: get the course folder again"
        raise FormatError(message) from error
    if unpacker.unconsumed_tail:
        message = "the debrief file is too large"
        raise FormatError(message)
    return decode(_key(), _load(data, "debrief"))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror})"
        raise FormatError(message) from error
    if len(data) > MAX_BYTES:
        message = f"{path}: larger than {MAX_BYTES} bytes"
        raise FormatError(message)
    return data


def _load(data: bytes, name: str) -> Any:  # noqa: ANN401 - plain JSON has no closer type
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        message = f"{name}: not JSON ({error})"
        raise FormatError(message) from error


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _key() -> type[Key]:
    from safetystring.scenario.key import Key  # noqa: PLC0415 - making its classes takes time, and a player needs none

    return Key
