"""The shape of a scenario: the compiled public part and its key, as frozen dataclasses.

Standard library only: this is what a learner's machine, a browser kernel and the grader load.
"""

from typing import TYPE_CHECKING, Any

from safetystring.scenario.codec import FormatError, decode, encode
from safetystring.scenario.model import (
    LANGUAGES,
    Balance,
    Choice,
    Compare,
    Contact,
    Document,
    Family,
    FileCard,
    Frame,
    Lang,
    LinkCard,
    Mail,
    MailLink,
    Message,
    Option,
    Page,
    PageField,
    Paper,
    Payment,
    Person,
    Reaction,
    Row,
    Scenario,
    Scene,
    Slot,
    Text,
    Transfer,
    Voice,
)
from safetystring.scenario.read import (
    content_hash,
    decode_debrief,
    encode_debrief,
    key_to_json,
    read_key,
    read_scenario,
    scenario_to_json,
)
from safetystring.scenario.walk import counterpart_ids, messages_by_id, named, spine_choices, spine_messages

if TYPE_CHECKING:
    from safetystring.scenario.key import Cue, Debrief, Ending, Key, Outcome, RedFlag, Source

__all__ = [
    "LANGUAGES",
    "Balance",
    "Choice",
    "Compare",
    "Contact",
    "Cue",
    "Debrief",
    "Document",
    "Ending",
    "Family",
    "FileCard",
    "FormatError",
    "Frame",
    "Key",
    "Lang",
    "LinkCard",
    "Mail",
    "MailLink",
    "Message",
    "Option",
    "Outcome",
    "Page",
    "PageField",
    "Paper",
    "Payment",
    "Person",
    "Reaction",
    "RedFlag",
    "Row",
    "Scenario",
    "Scene",
    "Slot",
    "Source",
    "Text",
    "Transfer",
    "Voice",
    "content_hash",
    "counterpart_ids",
    "decode",
    "decode_debrief",
    "encode",
    "encode_debrief",
    "key_to_json",
    "messages_by_id",
    "named",
    "read_key",
    "read_scenario",
    "scenario_to_json",
    "spine_choices",
    "spine_messages",
]

_OF_THE_KEY = frozenset({"Cue", "Debrief", "Ending", "Key", "Outcome", "RedFlag", "Source"})


def __getattr__(name: str) -> Any:  # noqa: ANN401 - classes of the key, which a player does without until the debrief
    if name not in _OF_THE_KEY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from safetystring.scenario import key  # noqa: PLC0415

    return getattr(key, name)
