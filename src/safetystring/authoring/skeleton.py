"""A pair of conversations in which everything is there but the words: a scam with five cues, and its genuine twin.

It passes every check but SS120. The structure is a plain one to begin with, no form to be kept to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.checks_channels import FITS, SPOKEN
from safetystring.authoring.emit import Noted, todo
from safetystring.scenario.model import Channel, Lang

if TYPE_CHECKING:
    from safetystring.scenario.key import Truth

ASKED = 1000
"""Euros asked for in the scam, until the author says how much."""
CUES = ("m03", "m06", "m10", "m14", "m18")
_LOOKALIKES = ("m05", "m08", "m12", "m15")
_SCENES = {
    "s01": (("m01", None), ("m02", "p01")),
    "s02": (("m03", "p01"), ("m04", "me"), ("m05", "p01"), ("m06", "p01"), ("m07", "me"), ("m08", "p01")),
    "s03": (("m09", "p01"), ("m10", "p01"), ("m11", "me"), ("m12", "p01"), ("m13", "p01")),
    "s04": (("m14", "p01"), ("m15", "p01"), ("m16", "me"), ("m17", "p01"), ("m18", "p01")),
}
# Choice point, options, each with its rating and where it leads.
_CHOICES = {
    "scam": {
        "s02": ("c01", ("o01", "harmful", "s03"), ("o02", "safe", "e01"), ("o03", "cautious", "s03")),
        "s03": ("c02", ("o04", "cautious", "s04"), ("o05", "harmful", "s04"), ("o06", "safe", "e01")),
        "s04": ("c03", ("o07", "safe", "e02"), ("o08", "harmful", "e04"), ("o09", "cautious", "e03")),
    },
    "genuine": {
        "s02": ("c01", ("o01", "cautious", "s03"), ("o02", "safe", "s03"), ("o03", "cautious", "e02")),
        "s03": ("c02", ("o04", "cautious", "s04"), ("o05", "cautious", "s04"), ("o06", "safe", "s04")),
        "s04": ("c03", ("o07", "safe", "e01"), ("o08", "harmful", "e03"), ("o09", "cautious", "e02")),
    },
}
_ENDINGS = {
    "scam": {"e01": ("safe", 0), "e02": ("safe", 0), "e03": ("cautious", 0), "e04": ("harmful", ASKED)},
    "genuine": {"e01": ("safe", 0), "e02": ("cautious", 0), "e03": ("harmful", 0)},
}
_WORTH = {
    "safe": ("安全的回答", "a safe answer", "une réponse sûre"),
    "cautious": ("谨慎但不够的回答", "a careful answer that is not enough", "une réponse prudente, mais insuffisante"),
    "harmful": (
        "会吃亏的回答，要说得顺口",
        "a harmful answer, as natural as the others",
        "une réponse risquée, tout aussi naturelle",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the author said.

    Attributes
    ----------
    flags
        Five pairs of red flag and source, for the five cues in order.
    sources
        Ids of sources the pair rests on.
    contacts
        Ids of contacts for the debrief, one of them urgent.
    comment
        Lines for the head of the file: the notice, and the red flags it supports.
    """

    module: str
    channel: Channel
    lang: Lang
    flags: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    contacts: tuple[str, ...]
    comment: tuple[str, ...] = ()


def skeleton(name: str, twin: str, truth: Truth, plan: Plan) -> dict[str, object]:
    """Return one of the pair as plain values, texts still to be written."""
    scam = truth == "scam"
    cast: dict[str, object] = {
        "name": todo("p01", "对方在屏幕上的名字", "the name on the screen", "le nom à l’écran"),
        "avatar": "person",
    }
    if plan.channel == "group":
        cast["members"] = 40
    return {
        "id": Noted(name, plan.comment) if plan.comment else name,
        "module": plan.module,
        "title": todo("title", "中性标题，不透露真假", "neutral: tells nothing", "neutre : ne révèle rien"),
        "truth": truth,
        "twin": twin,
        "source_lang": plan.lang,
        "minutes": Noted(
            8, ("Of the whole run, the same on both twins; once the texts are there, check says if they fit.",)
        ),
        "difficulty": {"cues": "some", "premise": "medium"},
        "notes": Noted(
            todo("notes", "内容提示", "content note", "avertissement"), ("Word for word the same on both twins.",)
        ),
        "themes": ["authority"],
        "sources": list(plan.sources),
        "setting": todo(
            "setting", "你是谁，今天是哪天", "who you are, what day it is", "qui vous êtes, quel jour on est"
        ),
        "cast": {"p01": cast},
        "start": "s01",
        "spine": list(_SCENES),
        "scenes": [_scene(scene, truth, plan) for scene in _SCENES],
        "endings": {
            ending: {
                "outcome": outcome,
                "title": todo(ending, "结局的标题", "title of the ending", "titre de la fin"),
                "text": todo(ending, "后来怎样，不责怪", "what this leads to; no blame", "la suite, sans reproche"),
                "paid": paid,
            }
            for ending, (outcome, paid) in _ENDINGS[truth].items()
        },
        "leave": "e01" if scam else "e02",
        "debrief": {
            "summary": todo("summary", "刚才发生了什么", "what happened to you here", "ce qui s’est passé"),
            "first_sign": CUES[0] if scam else _LOOKALIKES[0],
            "real": todo("real", "真的机构会怎么做", "what a real one does", "ce que fait un vrai service"),
            "say": [todo("say", "一句可以直接说的话", "a sentence to say", "une phrase à dire")],
            "do": [todo("do", "先做什么", "what to do first", "ce qu’il faut faire d’abord")],
            "contacts": list(plan.contacts),
            "asked": ASKED if scam else 0,
        },
    }


def _scene(scene: str, truth: Truth, plan: Plan) -> dict[str, object]:
    opening = scene == "s01" and plan.channel in SPOKEN
    channel: Channel = "ring" if opening else plan.channel
    made: dict[str, object] = {"id": scene, "channel": channel, "contact": "p01"}
    made["messages"] = [_message(name, sender, truth, channel, plan) for name, sender in _SCENES[scene]]
    if scene not in _CHOICES[truth]:
        return {**made, "goto": "s02"}
    choice, *options = _CHOICES[truth][scene]
    prompt = todo(str(choice), "轮到你了", "what is asked of the learner", "ce qu’on attend de vous")
    made["choice"] = {"id": choice, "prompt": prompt, "options": [_option(*map(str, one)) for one in options]}
    return made


def _message(name: str, sender: str | None, truth: Truth, channel: Channel, plan: Plan) -> dict[str, object]:
    if sender is None:
        return {"id": name, "form": "narration", "text": todo(name, "旁白", "the story sets the scene", "la narration")}
    form = "call" if channel == "ring" else "text" if "text" in FITS[channel] else channel
    who = ("你说", "you say", "vous dites") if sender == "me" else ("对方说", "they say", "l’autre dit")
    made: dict[str, object] = {"id": name, "form": form, "from": sender, "text": todo(name, *who)}
    if form == "mail":
        made |= {"subject": todo(name, "主题", "subject", "objet"), "address": "bureau@service.example"}
    if truth == "scam" and name in CUES:
        flag, source = plan.flags[CUES.index(name)]
        why = todo(name, "为什么是危险信号：引原话", "why: quote the words", "pourquoi : citer les mots")
        made["cue"] = {"red_flag": flag, "why": why, "source": source}
    elif truth == "genuine" and name in _LOOKALIKES:
        made["lookalike"] = todo(
            name, "看着可疑，其实正常", "odd, but in order: why", "étrange, mais normal : pourquoi"
        )
    return made


def _option(option: str, rating: str, to: str) -> dict[str, object]:
    consequence = todo(option, "复盘时说的后果", "said in the debrief", "dit au débriefing")
    way = {"goto" if to.startswith("s") else "end": to}
    return {
        "id": option,
        "kind": "say",
        "text": todo(option, *_WORTH[rating]),
        "rating": rating,
        "consequence": consequence,
        **way,
    }


def playthrough(truth: Truth, plan: Plan, families: tuple[str, ...]) -> dict[str, object]:
    """Return a first playthrough: sees everything and checks; every point. `families` are those of the cues."""
    if truth == "genuine":
        steps: list[object] = [{"choose": option} for option in ("o02", "o06", "o07")]
        steps += [{"expect": {"ending": "e01", "outcome": "safe"}}, {"verdict": 0}]
    else:
        marks = list(zip(CUES, families, strict=True))
        steps = [{"mark": dict(marks[:2])}, {"choose": "o02"}, {"expect": {"ending": "e01", "paid": 0}}]
        steps += [{"verdict": 100}, {"mark": dict(marks[2:])}]
    title = f"Sees everything and checks ({plan.module})"
    return {"title": title, "steps": [*steps, "finish", {"expect": {"points": 36, "max": 36, "discernment": 100}}]}
