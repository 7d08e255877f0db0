"""The key of a draft as the preview lists it: scene by scene, with the line of the file that each thing stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from safetystring.scenario.slots import shown
from safetystring.scoring.debrief import quote
from safetystring.scoring.labels import red_flag_name, source_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.preview.draft import Draft
    from safetystring.authoring.source import Where
    from safetystring.scenario import Key, Lang, Message, Option, Scene

Plain = dict[str, Any]


def keyed(draft: Draft, lang: Lang, seed: int | None = None) -> Plain:
    """Return what the page shows of the key, every text in `lang` and as it reads for `seed`, ready for JSON."""
    draft = _drawn(draft, seed)
    scenario, key = draft.scenario, draft.key
    lines = dict(_lines(draft))
    families = {family.id: family.name.get(lang) for family in scenario.families}
    return {
        "lang": lang,
        "truth": key.truth,
        "title": scenario.title.get(lang),
        "leave": key.leave,
        "first_sign": key.debrief.first_sign,
        "scenes": [_scene(draft, scene, lang, lines, families) for scene in scenario.scenes.values()],
        "endings": [
            {"id": name, "outcome": one.outcome, "title": one.title.get(lang), "text": one.text.get(lang)}
            | {"paid": one.paid, "line": lines.get(name)}
            for name, one in key.endings.items()
        ],
    }


def _drawn(draft: Draft, seed: int | None) -> Draft:
    slots = draft.key.slots
    if not slots:
        return draft
    return replace(draft, scenario=shown(draft.scenario, slots, seed), key=shown(draft.key, slots, seed))


def _lines(draft: Draft) -> Iterator[tuple[str, int]]:
    """Yield the line of each id; within a scenario an id is used once."""
    written, at = draft.file.written, draft.file.source.at

    def line(name: str, where: Where) -> tuple[str, int]:
        return name, at(where).line

    for number, scene in enumerate(written.scenes):
        top: Where = ("scenes", number)
        yield line(scene.id, top)
        for index, message in enumerate(scene.messages):
            yield line(message.id, (*top, "messages", index))
        if scene.choice is None:
            continue
        yield line(scene.choice.id, (*top, "choice"))
        for index, option in enumerate(scene.choice.options):
            yield line(option.id, (*top, "choice", "options", index))
            for reply, message in enumerate(option.replies):
                yield line(message.id, (*top, "choice", "options", index, "replies", reply))
    for name in written.endings:
        yield name, at(("endings", name), key=True).line


def _scene(draft: Draft, scene: Scene, lang: Lang, lines: Mapping[str, int], families: Mapping[str, str]) -> Plain:
    key = draft.key
    choice = scene.choice
    return {
        "id": scene.id,
        "line": lines.get(scene.id),
        "channel": scene.channel,
        "spine": scene.id in draft.scenario.spine,
        "messages": [_message(message, key, lang, lines, families) for message in scene.messages],
        "goes": scene.goto or key.scene_ends.get(scene.id),
        "choice": None
        if choice is None
        else {
            "id": choice.id,
            "line": lines.get(choice.id),
            "prompt": choice.prompt.get(lang),
            "options": [_option(option, key, lang, lines, families) for option in choice.options],
        },
    }


def _message(message: Message, key: Key, lang: Lang, lines: Mapping[str, int], families: Mapping[str, str]) -> Plain:
    made: Plain = {
        "id": message.id,
        "line": lines.get(message.id),
        "text": quote(message, lang),
        "markable": message.markable,
        "kind": "none",
    }
    if message.id in key.lookalikes:
        return made | {"kind": "lookalike", "why": key.lookalikes[message.id].get(lang)}
    cue = key.cues.get(message.id)
    if cue is None:
        return made
    flag, source = key.red_flags.get(cue.red_flag), key.sources.get(cue.source)
    return made | {
        "kind": "cue",
        "family": families.get(cue.family, cue.family),
        "red_flag": red_flag_name(key, cue.red_flag, lang),
        "decisive": flag.decisive if flag is not None else False,
        "why": cue.why.get(lang),
        "say": cue.say.get(lang) if cue.say is not None else None,
        "source": source_line(source, lang) if source is not None else cue.source,
    }


def _option(option: Option, key: Key, lang: Lang, lines: Mapping[str, int], families: Mapping[str, str]) -> Plain:
    outcome = key.outcomes[option.id]
    return {
        "id": option.id,
        "line": lines.get(option.id),
        "text": option.text.get(lang),
        "rating": outcome.rating,
        "consequence": outcome.consequence.get(lang),
        "replies": [_message(message, key, lang, lines, families) for message in option.replies],
        "goes": option.goto or outcome.ending,
    }
