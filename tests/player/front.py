"""What a front end does to a player, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from safetystring.player.widget import Player

Sent = list[tuple[str, dict[str, Any]]]
"""What a front end received: the kind of each message, and what it held."""


def tell(player: Player, kind: object, **fields: object) -> None:
    """Send what a front end sends."""
    player.view._handle_custom_msg({"type": kind, **fields}, [])


def press(player: Player, index: int = 0) -> None:
    player.choices.buttons[index].click()


def labels(player: Player) -> list[str]:
    return [button.description for button in player.choices.buttons]
