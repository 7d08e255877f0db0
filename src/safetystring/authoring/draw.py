"""Draws that look like chance and are the same on every machine: keyed hashes, sorted.

The key of each draw is HMAC-SHA-256 of what is drawn, under the salt (for items) or the module's seed (for its order).
Adding one thing to what is drawn from does not change how the others lie to each other.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ITEMS = 12
"""Items of every scenario, so that their number does not tell a scam from a genuine one."""


def shuffled(names: Iterable[str], secret: str, purpose: str) -> tuple[str, ...]:
    """Return the names in an order that only `secret` and `purpose` decide."""

    def drawn(name: str) -> tuple[bytes, str]:
        return hmac.digest(secret.encode(), f"{purpose}\0{name}".encode(), hashlib.sha256), name

    return tuple(sorted(names, key=drawn))


def draw_items(
    scenario: str, cues: Iterable[str], lookalikes: Iterable[str], others: Iterable[str], salt: str
) -> tuple[str, ...]:
    """Return the scenario's items in the order of their numbers.

    The cues come first, then lookalikes, then other messages, each group in drawn order, until there are
    :data:`ITEMS`; then all of them are put in drawn order, so that a number tells nothing.
    """
    groups = (shuffled(group, salt, f"{scenario}/choose") for group in (cues, lookalikes, others))
    chosen = [name for group in groups for name in group][:ITEMS]
    return shuffled(chosen, salt, f"{scenario}/order")
