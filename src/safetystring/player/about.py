"""What the front end shows around the conversation: the intro, the practice, the families, the help lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.player.words import practice
from safetystring.scenario.slots import drawn, fill

if TYPE_CHECKING:
    from safetystring.scenario import Contact, Family, Lang, Scenario


def about(scenario: Scenario, lang: Lang, seed: int | None = None) -> dict[str, Any]:
    """Return the trait `about` of ``docs/player.md`` in `lang`; what varies, in the setting, as the seed draws it.

    A drill asks for no marks, so it has no families to mark with.
    """
    values = drawn(scenario.slots, seed, lang)
    return {
        "title": scenario.title.get(lang),
        "setting": fill(scenario.setting.get(lang), values),
        "notes": scenario.notes.get(lang) if scenario.notes is not None else "",
        "minutes": scenario.minutes,
        "skippable": scenario.skippable,
        "practice": practice(lang),
        "families": [] if scenario.drill else [_family(family, lang) for family in scenario.families],
        "help": [contact(one, lang) for one in scenario.help],
    }


def _family(family: Family, lang: Lang) -> dict[str, str]:
    return {"id": family.id, "name": family.name.get(lang), "hint": family.hint.get(lang)}


def contact(contact: Contact, lang: Lang) -> dict[str, Any]:
    """Return a help line in `lang` as plain JSON."""
    return {
        "id": contact.id,
        "name": contact.name.get(lang),
        "purpose": contact.purpose.get(lang),
        "value": contact.shown(lang),
        "hours": contact.hours.get(lang) if contact.hours is not None else "",
        "checked_on": contact.checked_on,
        "certain": contact.certain,
        "urgent": contact.urgent,
    }
