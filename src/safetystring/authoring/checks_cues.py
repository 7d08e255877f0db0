"""Cues and lookalikes: where they may stand, how many, how spread (SS040 to SS049, SS103)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.draw import ITEMS
from safetystring.authoring.models import NoteMessage
from safetystring.authoring.subject import messages, spine_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.spoken import WrittenCue
    from safetystring.authoring.subject import Folder, PlacedMessage, Workspace

FEWEST_CUES, MOST_CUES = 5, 8
FEWEST_LOOKALIKES = 2


def check_notes(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that cues and lookalikes stand on messages of the spine that a learner can mark, one a message."""
    file, genuine = folder.file, folder.file.written.truth == "genuine"
    for placed in messages(file.written):
        name = placed.message.id
        cue, odd = cue_of(placed), _lookalike(placed)
        if (cue or odd) and not placed.markable:
            message = f"`{name}` is the learner's own message: nobody can mark it"
            yield file.report("SS047", (*placed.where, "cue" if cue else "lookalike"), message, key=True)
        if cue and odd:
            message = f"`{name}` has a cue and a lookalike: it is a red flag or it is in order"
            yield file.report("SS048", (*placed.where, "lookalike"), message, key=True)
        if cue and genuine:
            message = f"`{name}` has a cue, and the scenario is genuine"
            yield file.report("SS041", (*placed.where, "cue"), message, "make it a lookalike", key=True)
        if cue and not placed.on_spine:
            message = f"`{name}` has a cue off the spine, where not every learner sees it"
            yield file.report("SS040", (*placed.where, "cue"), message, "move it to a scene of the spine", key=True)
        if odd and not placed.on_spine:
            message = f"`{name}` is off the spine, so its lookalike is never an item"
            yield file.report("SS049", (*placed.where, "lookalike"), message, key=True)


def check_amounts(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that a scam has five to eight cues, a genuine scenario two lookalikes, both twelve messages to mark."""
    file, written = folder.file, folder.file.written
    if written.truth == "drill":
        return
    spine = [placed for placed in spine_messages(written) if placed.markable]
    if len(spine) < ITEMS:
        message = f"the spine has {len(spine)} messages that can be marked; at least {ITEMS} are scored"
        yield file.report("SS046", ("spine",), message, key=True)
    cues = sum(1 for placed in spine if cue_of(placed))
    if written.truth == "scam" and not FEWEST_CUES <= cues <= MOST_CUES:
        message = f"the spine has {cues} cues; a scam has {FEWEST_CUES} to {MOST_CUES}"
        yield file.report("SS042", ("truth",), message)
    odd = sum(1 for placed in spine if _lookalike(placed))
    if written.truth == "genuine" and odd < FEWEST_LOOKALIKES:
        message = f"the spine has {odd} lookalikes; a genuine conversation has at least {FEWEST_LOOKALIKES}"
        yield file.report("SS045", ("truth",), message, "odd things that are in order, with why")


def check_spread(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that the cues do not all fall in the first third, so that there is something to see all along."""
    file, written = folder.file, folder.file.written
    spine = [placed for placed in spine_messages(written) if placed.markable]
    places = [number for number, placed in enumerate(spine) if cue_of(placed)]
    if written.truth == "scam" and places and places[-1] * 3 < len(spine):
        last = spine[places[-1]]
        message = f"the last cue is on message {places[-1] + 1} of {len(spine)}: all of them in the first third"
        yield file.report("SS043", (*last.where, "cue"), message, key=True)


def check_sources(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that a cue's source is one of its red flag's, or one that the scenario rests on, and has been verified."""
    file = folder.file
    flags = workspace.red_flags.written.red_flags if workspace.red_flags is not None else {}
    sources = workspace.sources.written.root if workspace.sources is not None else {}
    for placed in messages(file.written):
        cue = cue_of(placed)
        if cue is None:
            continue
        where = (*placed.where, "cue", "source")
        flag, source = flags.get(cue.red_flag), sources.get(cue.source)
        if flag is not None and cue.source not in (*flag.sources, *file.written.sources):
            message = f"`{cue.source}` is neither a source of `{cue.red_flag}` nor of this scenario"
            yield file.report("SS044", where, message, f"its sources are {', '.join(flag.sources)}")
        if source is not None and source.verify:
            message = f"`{cue.source}` is still to be verified, and a learner is told it as fact"
            yield file.report("SS105", where, message, "look it up, then take `verify` away in sources.yaml")


def check_first_sign(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that on a scam the first sign is a cue."""
    file, written = folder.file, folder.file.written
    first = written.debrief.first_sign
    cues = {placed.message.id for placed in messages(written) if cue_of(placed)}
    if written.truth == "scam" and first is not None and first not in cues:
        yield file.report("SS103", ("debrief", "first_sign"), f"the first sign, `{first}`, is on no cue")


def cue_of(placed: PlacedMessage) -> WrittenCue | None:
    """Return the message's cue, or None."""
    return None if isinstance(placed.message, NoteMessage) else placed.message.cue


def _lookalike(placed: PlacedMessage) -> bool:
    return not isinstance(placed.message, NoteMessage) and placed.message.lookalike is not None
