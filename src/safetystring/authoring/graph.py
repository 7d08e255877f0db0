"""The graph of scenes: what leads where, and to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.models import WrittenScenario, WrittenScene

END = ""
"""The node of all endings; no scene has an empty id."""


def graph(written: WrittenScenario) -> nx.DiGraph[str]:
    """Return the scenes as a directed graph; what leads to a scene that is not there leads to the end."""
    known = {scene.id for scene in written.scenes}
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from([*known, END])
    for scene in written.scenes:
        made.add_edges_from((scene.id, target if target in known else END) for target in targets(scene))
    return made


def targets(scene: WrittenScene) -> Iterator[str]:
    """Yield the scenes (or :data:`END`) that this one leads to."""
    if scene.choice is not None:
        yield from (option.goto or END for option in scene.choice.options)
    if scene.goto is not None:
        yield scene.goto
    if scene.choice is None and scene.goto is None:
        yield END


def reached(made: nx.DiGraph[str], start: str) -> set[str]:
    """Return the scenes that can be come to from `start`, itself included."""
    return {start, *nx.descendants(made, start)} if start in made else set()


def ends(made: nx.DiGraph[str]) -> set[str]:
    """Return the scenes from which the conversation can come to an end."""
    return set(nx.ancestors(made, END))
