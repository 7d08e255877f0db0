"""The shape of a scenario: the compiled public part and its key, as frozen dataclasses.

Standard library only: this is what a learner's machine, a browser kernel and the grader load.
"""

from safetystring.scenario.codec import FormatError, decode, encode
from safetystring.scenario.key import Cue, Debrief, Ending, Key, Outcome, RedFlag, Source
from safetystring.scenario.model import (
    LANGUAGES,
    Choice,
    Contact,
    Document,
    Family,
    FileCard,
    Lang,
    LinkCard,
    Message,
    Option,
    Person,
    Scenario,
    Scene,
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
from safetystring.scenario.walk import counterpart_ids, messages_by_id, spine_choices, spine_messages

__all__ = [
    "LANGUAGES",
    "Choice",
    "Contact",
    "Cue",
    "Debrief",
    "Document",
    "Ending",
    "Family",
    "FileCard",
    "FormatError",
    "Key",
    "Lang",
    "LinkCard",
    "Message",
    "Option",
    "Outcome",
    "Person",
    "RedFlag",
    "Scenario",
    "Scene",
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
    "read_key",
    "read_scenario",
    "scenario_to_json",
    "spine_choices",
    "spine_messages",
]
