"""From files that came to submissions in their places: sorted by learner and assignment, then kept."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.answers import RefusedError
from safetystring.course.collector import joined, notebooks_of
from safetystring.course.incoming.keep import ASIDE, Kept, keep
from safetystring.course.incoming.owners import Owner, is_name, owner_of, pseudonym
from safetystring.course.incoming.parcels import opened
from safetystring.course.incoming.pieces import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safetystring.course.incoming.parcels import Parcel


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What one parcel brought from a learner for one assignment."""

    learner: str
    assignment: str
    outer: str
    modified: float
    files: Mapping[str, bytes]


@dataclass(slots=True)
class Collected:
    """What came of it.

    Attributes
    ----------
    kept
        By learner and assignment.
    lines
        One on each thing that was not taken, or that somebody should know.
    nameless
        Outer names of files that hold answers and name nobody.
    by
        How many learners are known by table, platform, code or pseudonym.
    """

    kept: dict[tuple[str, str], Kept] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    nameless: set[str] = field(default_factory=set)
    by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def collect(
    root: Path, places: Iterable[Path], table: Mapping[str, str], *, secret: str | None, write: bool = True
) -> Collected:
    """Collect what lies in `places` into the course in `root`.

    Parameters
    ----------
    places
        Folders of files that came, a platform's zip files, or single files.
    table
        Learner by outer name, see :mod:`.table`.
    secret
        What pseudonyms are drawn with; None gives none, and files that name nobody are left out and listed.
    write
        False only says what would be done.

    Raises
    ------
    RefusedError
        If the course has no assignment yet, or a place cannot be read at all.
    OSError
        If something cannot be written.
    """
    blanks = _blanks(root)
    assignments = {Path(name).stem: assignment for assignment, blank in blanks.items() for name in blank}
    found = Collected()
    deliveries: dict[tuple[str, str], list[Delivery]] = defaultdict(list)
    for place in places:
        with opened(place, found.lines.append) as parcels:
            for parcel in parcels:
                for delivery in _sorted(parcel, table, secret, assignments, found):
                    deliveries[delivery.learner, delivery.assignment].append(delivery)
    spelled = {path.name.casefold(): path.name for path in sorted((root / "submitted").glob("*"))}
    for (learner, assignment), some in sorted(deliveries.items()):
        if spelled.setdefault(learner.casefold(), learner) != learner:
            found.lines.append(
                f"{some[0].outer}: not taken: {learner} differs only in capitals from {spelled[learner.casefold()]}; "
                "give one of them another name"
            )
            continue
        _keep(root, some, blanks[assignment], found, write=write)
    return found


def _blanks(root: Path) -> Mapping[str, Mapping[str, bytes]]:
    found = {folder.name: notebooks_of(folder) for folder in sorted((root / "release").glob("*")) if folder.is_dir()}
    found = {name: blank for name, blank in found.items() if blank}
    if not found:
        raise RefusedError(f"{root / 'release'}: nothing was handed out yet; run `nbgrader generate_assignment` first")
    return found


def _sorted(
    parcel: Parcel, table: Mapping[str, str], secret: str | None, assignments: Mapping[str, str], found: Collected
) -> list[Delivery]:
    owner = owner_of(parcel.path, table, set(assignments.values()))
    try:
        pieces = pieces_of(parcel, assignments, lambda line: found.lines.append(f"{parcel.path}: not taken: {line}"))
    except RefusedError as error:
        found.lines.append(f"{parcel.path}: not taken: {error}")
        return []
    learner = _learner(owner, secret, found)
    if learner is None:
        return []
    return [
        Delivery(learner=learner, assignment=name, outer=str(parcel.path), modified=parcel.modified, files=files)
        for name, files in pieces.items()
    ]


def _learner(owner: Owner, secret: str | None, found: Collected) -> str | None:
    if owner.by != "nobody":
        if not is_name(owner.name):
            found.lines.append(f"{owner.outer}: not taken: {owner.name[:40]!r} can be no learner's name")
            return None
        found.by[owner.by].add(owner.name)
        return owner.name
    if secret is None:
        found.nameless.add(owner.outer)
        return None
    name = pseudonym(owner.outer, secret)
    found.by["pseudonym"].add(name)
    return name


def _keep(
    root: Path, deliveries: Sequence[Delivery], blank: Mapping[str, bytes], found: Collected, *, write: bool
) -> None:
    """Keep one learner's deliveries in the order in which they were sent; the newest counts where they contradict."""
    order = sorted(deliveries, key=lambda one: (one.modified, one.outer))
    learner, assignment = order[0].learner, order[0].assignment
    groups: list[tuple[Delivery, dict[str, bytes]]] = []
    for one in order:
        both = joined(groups[-1][1], one.files) if groups else None
        if both is not None:
            groups[-1] = (one, both)
        else:
            groups.append((one, dict(one.files)))
    for (older, _), (newer, _) in itertools.pairwise(groups):
        found.lines.append(
            f"{older.outer}: replaced by {newer.outer}, which has other answers, the same name {learner} and a later "
            "date (if these are two people, give one of them another name)"
        )
    if not write:
        found.kept[learner, assignment] = Kept(what="new")
        return
    for one, files in groups:
        kept = keep(
            root / "submitted" / learner / assignment, root / ASIDE / learner / assignment, files, blank, one.modified
        )
        if kept.contradicts and len(groups) == 1:
            found.lines.append(
                f"{one.outer}: other answers than {learner} handed in before; the earlier ones are kept in {kept.aside}"
            )
        before = found.kept.get((learner, assignment))
        if before is None or kept.what != "unchanged":
            found.kept[learner, assignment] = kept
