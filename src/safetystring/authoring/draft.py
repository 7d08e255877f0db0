"""A new pair of scenarios as files to be written: from a plain skeleton, a notice, or a scenario that is there."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from safetystring.authoring.base import SOURCE_PATTERN
from safetystring.authoring.checks_ids import near
from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.emit import to_yaml
from safetystring.authoring.explain import validate
from safetystring.authoring.modelled import modelled
from safetystring.authoring.neutral import refusal, suggestions
from safetystring.authoring.registry import RegistryError, register
from safetystring.authoring.shared import Contacts, Modules, RedFlags, Sources
from safetystring.authoring.skeleton import CUES, Plan, playthrough, skeleton
from safetystring.authoring.source import load
from safetystring.scenario.model import Channel, Lang

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from safetystring.scenario.key import Truth

M = TypeVar("M", bound=BaseModel)
SCHEMA = "# yaml-language-server: $schema=../scenario.schema.json\n"
_DRAWING = re.compile(r"documents/[^/]+\.svg")
_PLAY = re.compile(r"playthroughs/[^/]+\.ya?ml")
_FAMILIES = ("identity", "channel", "pressure", "isolation", "money")
"""Of a skeleton's cues, where no notice says more."""


class DraftError(ValueError):
    """What was asked for cannot be drafted; the message says why, and what would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the author asked for; what is None is chosen."""

    name: str
    origin: str = "skeleton"
    twin: str | None = None
    module: str | None = None
    channel: Channel = "call"
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Draft:
    """Files by their path within the scenarios folder, bytes for drawings; and modules.yaml, which is changed."""

    twin: str
    module: str
    files: dict[str, str | bytes]
    modules: str


@dataclass(frozen=True, slots=True)
class _Shared:
    red_flags: RedFlags
    sources: Sources
    contacts: Contacts
    modules: Modules


def draft(folder: Path, wanted: Wanted) -> Draft:
    """Return the files of a new pair. Nothing is written, and nothing that is there would be overwritten.

    Raises
    ------
    DraftError
        If a name tells, is taken or is no name; if the origin or the module is not there; if a shared file is broken.
    """
    shared = _Shared(*(_read(folder, f"{name}.yaml", model) for name, model in _MODELS.items()))  # type: ignore[arg-type]
    taken = {path.name for path in folder.iterdir()} | {
        n for one in shared.modules.root.values() for n in one.scenarios
    }
    flags = {*shared.red_flags.families, *shared.red_flags.red_flags}
    twin = wanted.twin or suggestions({*taken, wanted.name}, 1)[0]
    for name in (wanted.name, twin):
        _acceptable(name, taken, flags)
    if twin == wanted.name:
        raise DraftError("a scenario and its twin have two names")
    module = _module(wanted.module, shared.modules, flags)
    if re.fullmatch(SOURCE_PATTERN, wanted.origin) or wanted.origin == "skeleton":
        files = _plain(dataclasses.replace(wanted, twin=twin, module=module), shared)
    else:
        files = _like(folder, dataclasses.replace(wanted, twin=twin, module=module))
    try:
        changed = register((folder / "modules.yaml").read_text("utf-8-sig"), module, [wanted.name, twin])
    except RegistryError as error:
        raise DraftError(str(error)) from None
    return Draft(twin, module, files, changed)


_MODELS: dict[str, type[BaseModel]] = {
    "red_flags": RedFlags,
    "sources": Sources,
    "contacts": Contacts,
    "modules": Modules,
}


def _read(folder: Path, name: str, model: type[M]) -> M:
    located = load(folder / name, name)
    if isinstance(located, Diagnostic):
        raise DraftError(str(located))
    written = validate(model, located)
    if isinstance(written, tuple):
        raise DraftError(f"{name} is to be mended first: {written[0]}")
    return written


def _acceptable(name: str, taken: set[str], flags: set[str]) -> None:
    why = refusal(name, flags)
    if not why and name in taken:
        why = f"`{name}` is there already, and nothing is overwritten"
    if why:
        raise DraftError(f"{why}. Neutral words that are free: {', '.join(suggestions(taken))}")


def _module(asked: str | None, modules: Modules, flags: set[str]) -> str:
    known = list(modules.root)
    if asked is None:
        if len(known) != 1:
            raise DraftError(f"say which module: --module {' | '.join(known)}, or a new name")
        return known[0]
    if asked not in known and refusal(asked, flags):
        raise DraftError(f"{refusal(asked, flags)}. Modules that are there: {', '.join(known)}")
    return asked


def _plain(wanted: Wanted, shared: _Shared) -> dict[str, str | bytes]:
    plan = _plan(wanted, shared)
    families = tuple(shared.red_flags.red_flags[flag].family for flag, _ in plan.flags)
    files: dict[str, str | bytes] = {}
    for name, twin, truth in _pair(wanted):
        files[f"{name}/scenario.yaml"] = SCHEMA + to_yaml(skeleton(name, twin, truth, plan))
        files[f"{name}/playthroughs/sees_all.yaml"] = to_yaml(playthrough(truth, plan, families))
    return files


def _pair(wanted: Wanted) -> Iterator[tuple[str, str, Truth]]:
    yield wanted.name, str(wanted.twin), "scam"
    yield str(wanted.twin), wanted.name, "genuine"


def _plan(wanted: Wanted, shared: _Shared) -> Plan:
    notice = None if wanted.origin == "skeleton" else wanted.origin
    sources, flags = shared.sources.root, shared.red_flags.red_flags
    if notice is not None and notice not in sources:
        raise DraftError(
            f"sources.yaml has no `{notice}`; enter the notice there first. {near(notice, sources)}".strip()
        )
    supported = [name for name, flag in flags.items() if notice in flag.sources]
    first = {flag.family: name for name, flag in reversed(flags.items()) if _known(flag.sources, shared)}
    usual = [first[family] for family in _FAMILIES if family in first] or list(flags)
    chosen = (list(dict.fromkeys([*supported, *usual])) * len(CUES))[: len(CUES)]
    pairs = tuple(
        (name, notice if name in supported and notice else _best(flags[name].sources, shared)) for name in chosen
    )
    urgent = sorted(shared.contacts.root, key=lambda name: not shared.contacts.root[name].urgent)
    return Plan(
        module=str(wanted.module),
        channel=wanted.channel,
        lang=wanted.lang,
        flags=pairs,
        sources=tuple(dict.fromkeys([*([notice] if notice else []), *(source for _, source in pairs)])),
        contacts=tuple(urgent[:2]),
        comment=tuple(_comment(notice, supported, wanted.lang, shared)) if notice is not None else (),
    )


def _known(sources: tuple[str, ...], shared: _Shared) -> bool:
    return any(name in shared.sources.root and not shared.sources.root[name].verify for name in sources)


def _best(sources: tuple[str, ...], shared: _Shared) -> str:
    return next((name for name in sources if _known((name,), shared)), sources[0])


def _comment(notice: str, supported: list[str], lang: Lang, shared: _Shared) -> Iterator[str]:
    source = shared.sources.root[notice]
    yield f"From {notice}: {getattr(source.title, lang)} ({getattr(source.issuer, lang)}, {source.date or 'no date'})"
    if source.url:
        yield f"  {source.url}"
    if source.verify:
        yield "  Still to be verified: look it up before anything here is told as fact."
    yield (
        "Red flags that name it as their source:"
        if supported
        else "No red flag names it as its source yet: red_flags.yaml"
    )
    for name in supported:
        flag = shared.red_flags.red_flags[name]
        yield f"  {name} ({flag.family}{', decisive' if flag.decisive else ''}): {getattr(flag.name, lang)}"


def _like(folder: Path, wanted: Wanted) -> dict[str, str | bytes]:
    """Return the files of a pair with the structure of a scenario and its twin."""
    first = _root(folder, wanted.origin)
    second = _root(folder, str(first.get("twin")))
    scam, genuine = (first, second) if first.get("truth") == "scam" else (second, first)
    files: dict[str, str | bytes] = {}
    for root, (name, twin, _) in zip((scam, genuine), _pair(wanted), strict=True):
        changes: dict[str, object] = {"id": name, "twin": twin, "module": wanted.module, "source_lang": wanted.lang}
        made = modelled(root, changes, str(root.get("source_lang", "zh")))
        files[f"{name}/scenario.yaml"] = SCHEMA + to_yaml(made)
        for file in sorted((folder / str(root["id"])).glob("*/*")):
            below = file.relative_to(folder / str(root["id"])).as_posix()
            if file.is_file() and (_DRAWING.fullmatch(below) or (_PLAY.fullmatch(below) and _wordless(file))):
                files[f"{name}/{below}"] = file.read_bytes()
    return files


def _wordless(playthrough: Path) -> bool:
    """Whether a playthrough expects no words, which are gone."""
    return b"text:" not in playthrough.read_bytes()


def _root(folder: Path, name: str) -> dict[str, object]:
    known = [path.name for path in folder.iterdir() if (path / "scenario.yaml").is_file()]
    if name not in known:
        asked = f"there is no scenario `{name}` to start from"
        raise DraftError(f"{asked}: expected one of {', '.join(sorted(known))}, a notice (A1 …), or skeleton")
    located = load(folder / name / "scenario.yaml", f"{name}/scenario.yaml")
    if isinstance(located, Diagnostic):
        raise DraftError(str(located))
    root: dict[str, object] = located.root
    return root
