"""The table of diagnostics: every code, how grave it is, and its title. Codes are permanent, like ids.

`docs/diagnostics/` has a page for each. An error keeps a scenario from being compiled; a warning asks a person to look.
"""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning"]

CODES: dict[str, tuple[Severity, str]] = {
    # The file
    "SS001": ("error", "file missing or unreadable"),
    "SS002": ("error", "file too large or nested too deep"),
    "SS003": ("error", "not clean UTF-8 text"),
    "SS004": ("error", "YAML syntax"),
    "SS005": ("error", "key given twice"),
    "SS006": ("error", "anchor, alias or tag"),
    "SS007": ("error", "folder and id differ"),
    "SS008": ("warning", "folder without a scenario"),
    # The form of one place
    "SS010": ("error", "field missing"),
    "SS011": ("error", "unknown field"),
    "SS012": ("error", "wrong kind of value"),
    "SS013": ("error", "not one of the words allowed here"),
    "SS014": ("error", "language missing"),
    "SS015": ("error", "empty text"),
    "SS016": ("error", "number out of range"),
    "SS017": ("error", "too few or too many"),
    "SS018": ("error", "id that is not neutral"),
    "SS019": ("error", "not of the expected pattern"),
    # References
    "SS020": ("error", "id used twice"),
    "SS021": ("error", "unknown scene"),
    "SS022": ("error", "unknown person"),
    "SS023": ("error", "unknown ending"),
    "SS024": ("error", "unknown red flag"),
    "SS025": ("error", "unknown source"),
    "SS026": ("error", "unknown contact"),
    "SS027": ("error", "unknown message"),
    "SS028": ("error", "scenario and module do not agree"),
    "SS029": ("error", "unknown family"),
    # The graph
    "SS030": ("error", "goto, end and choice exclude each other"),
    "SS031": ("error", "scene that cannot be reached"),
    "SS032": ("error", "loop without a way out"),
    "SS033": ("error", "spine does not begin at the start"),
    "SS034": ("error", "spine broken"),
    "SS035": ("error", "scene twice on the spine"),
    "SS036": ("warning", "never used"),
    # Cues
    "SS040": ("error", "cue off the spine"),
    "SS041": ("error", "cue on a genuine scenario"),
    "SS042": ("error", "a scam has five to eight cues"),
    "SS043": ("error", "cues not spread over the conversation"),
    "SS044": ("warning", "source does not name this red flag"),
    "SS045": ("error", "too few lookalikes"),
    "SS046": ("error", "too few messages to mark"),
    "SS047": ("error", "note on a message nobody can mark"),
    "SS048": ("error", "cue and lookalike on one message"),
    "SS049": ("warning", "lookalike off the spine"),
    # Decisions
    "SS050": ("error", "choice point without a safe option"),
    "SS051": ("error", "no choice point"),
    "SS052": ("error", "safe option always in the same place"),
    "SS053": ("error", "safe option always the longest"),
    "SS054": ("warning", "two options alike"),
    "SS055": ("warning", "over the course, a place gives the safe option away"),
    "SS056": ("warning", "over the course, length gives the safe option away"),
    # Twins and modules
    "SS060": ("error", "twin missing"),
    "SS061": ("error", "twin does not point back"),
    "SS062": ("error", "twins of one truth"),
    "SS063": ("error", "notes or themes tell twins apart"),
    "SS064": ("error", "number of choice points tells twins apart"),
    "SS065": ("error", "twins in different modules"),
    "SS066": ("warning", "minutes tell twins apart"),
    "SS067": ("warning", "fewer genuine scenarios than scams"),
    "SS068": ("warning", "over the course, form tells scams from genuine conversations"),
    # Fictional data
    "SS070": ("error", "telephone number outside the fictional ranges"),
    "SS071": ("error", "domain outside the reserved ones"),
    "SS072": ("error", "account number that could exist"),
    "SS073": ("error", "card number that could exist"),
    "SS074": ("error", "identity number that could exist"),
    "SS075": ("error", "IP address outside the reserved ones"),
    "SS076": ("error", "short number that could be dialled"),
    "SS077": ("error", "chat account that could exist"),
    "SS078": ("error", "wallet that could exist"),
    # Drawings
    "SS080": ("error", "drawing missing"),
    "SS081": ("error", "not a drawing"),
    "SS082": ("error", "drawing with active or outside content"),
    "SS083": ("error", "drawing without its watermark"),
    "SS084": ("warning", "drawing never shown"),
    # Texts
    "SS090": ("error", "half-width punctuation in Chinese"),
    "SS091": ("warning", "straight quotes in Chinese"),
    "SS092": ("error", "French spacing"),
    "SS093": ("error", "French apostrophe"),
    "SS094": ("warning", "text not translated"),
    "SS095": ("warning", "translation older than its source"),
    "SS096": ("warning", "space at the edge of a text"),
    "SS097": ("warning", "translations without their hash"),
    "SS098": ("warning", "simplified and traditional Chinese mixed"),
    "SS099": ("warning", "straight quotes in English"),
    # The whole
    "SS100": ("warning", "minutes and length do not agree"),
    "SS101": ("error", "theme without its care"),
    "SS102": ("error", "more paid than asked"),
    "SS103": ("warning", "first sign is no cue"),
    "SS104": ("error", "no urgent contact"),
    "SS105": ("warning", "source still to be verified"),
    "SS106": ("error", "released id gone"),
    "SS107": ("error", "released id has come to mean something else"),
    "SS108": ("warning", "released answers would be scored differently"),
    # Played through (`check --explore`)
    "SS110": ("error", "best play does not reach full points"),
    "SS111": ("error", "a shortcut pays"),
    "SS112": ("warning", "too many paths to walk them all"),
    "SS113": ("error", "playthrough: a step out of turn"),
    "SS114": ("error", "playthrough: not as expected"),
    "SS115": ("error", "playthrough: names what the scenario does not have"),
    "SS116": ("error", "playthrough: expectation hangs on the draw of items"),
    "SS120": ("error", "text still to be written"),
    "SS122": ("error", "leaving early or answering safely costs points"),
    # Slots
    "SS130": ("error", "brace that names no slot"),
    "SS131": ("error", "unknown slot"),
    "SS132": ("warning", "slot never used"),
    "SS133": ("error", "slot where none may be"),
    "SS134": ("error", "slot that differs by language in a place that has none"),
    "SS135": ("error", "values of one slot with different parts"),
    "SS136": ("warning", "two values of a slot alike"),
    "SS137": ("warning", "slot seen in the debrief only"),
    "SS138": ("warning", "value of a slot written out"),
    "SS139": ("error", "brace in a value"),
    # Channels
    "SS150": ("error", "form does not fit its channel"),
    "SS151": ("error", "reactions outside a chat"),
    "SS152": ("error", "telephone key outside a call"),
    "SS153": ("error", "group without its number of members"),
    "SS154": ("error", "address outside the reserved domains"),
    "SS155": ("error", "account without check digits 00"),
    "SS156": ("error", "name the bank knows without its check"),
    "SS157": ("error", "account that cannot work together"),
}

FIXED = frozenset({"SS090", "SS091", "SS092", "SS093", "SS096", "SS099"})
"""What `check --fix` mends."""
STAMPED = frozenset({"SS095", "SS097"})
"""What `check --fix --stamp` mends: it says that somebody has looked at the translations."""
EXPLORED = frozenset({"SS110", "SS111", "SS112", "SS122"})
"""What is found only by `check --explore`."""
