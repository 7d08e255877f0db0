"""Looking through a scenario finds every message once, and the spine in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.scenario import counterpart_ids, messages_by_id, spine_choices, spine_messages

if TYPE_CHECKING:
    from safetystring.scenario import Scenario


def test_every_message_is_found_replies_too(scenario: Scenario) -> None:
    assert sorted(messages_by_id(scenario)) == ["m01", "m02", "m03", "m04", "m05", "m06"]


def test_the_spine_holds_no_replies(scenario: Scenario) -> None:
    assert [message.id for message in spine_messages(scenario)] == ["m01", "m02", "m03", "m04", "m06"]


def test_the_spine_s_choice_points_come_in_order(scenario: Scenario) -> None:
    assert [choice.id for choice in spine_choices(scenario)] == ["c01"]


def test_only_the_counterpart_s_messages_may_be_marked(scenario: Scenario) -> None:
    assert counterpart_ids(scenario) == {"m01", "m02", "m05", "m06"}
