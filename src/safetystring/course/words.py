"""The few words that only a graded course says to a learner; all others are the player's own."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.scenario import Lang

_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "feedback": "批改反馈",
        "total": "总分",
        "late_penalty": "迟交扣分",
        "part": "项目",
        "points": "得分",
        "reflection": "你写下的想法",
        "not_graded": "还没批改",
        "nothing_written": "（没有写）",
        "comment": "老师的话",
        "none": "没有收到这段的回答。如果你做过，请告诉组织者：可能交的是另一个文件夹，或忘了点“下载我的回答”。",
        "unfinished": "这段没有做完（要给出判断，并点完复查里的“完成”），所以暂时没有得分。随时可以接着做。",
        "skipped": "你跳过了这一段，没有扣分。",
        "unavailable": "这段的讲解没能生成，请告诉组织者。",
        "not_ready": "还没做完：请先走完这段对话，给出判断，再在复查里点“完成”。",
    },
    "en": {
        "feedback": "Feedback",
        "total": "Total",
        "late_penalty": "Late penalty",
        "part": "Part",
        "points": "Points",
        "reflection": "What you wrote",
        "not_graded": "not graded yet",
        "nothing_written": "(nothing written)",
        "comment": "Your teacher’s comment",
        "none": "No answers arrived for this one. If you did play it, tell the organiser: the wrong folder may have "
        "been handed in, or “Download my answers” was not pressed.",
        "unfinished": "This one was not finished (it needs a verdict and, in the review, “Finish”), so it has no "
        "points yet. You can go on at any time.",
        "skipped": "You skipped this one. It cost no points.",
        "unavailable": "The debrief for this one could not be made; please tell the organiser.",
        "not_ready": "Not finished yet: play it to the end, give your verdict, and press “Finish” in the review.",
    },
    "fr": {
        "feedback": "Correction",
        "total": "Total",
        "late_penalty": "Pénalité de retard",
        "part": "Partie",
        "points": "Points",
        "reflection": "Ce que vous avez écrit",
        "not_graded": "pas encore noté",
        "nothing_written": "(rien d’écrit)",
        "comment": "Le mot de l’enseignant",
        "none": "Aucune réponse reçue pour cet exercice. Si vous l’avez fait, dites-le à l’organisateur : le dossier "
        "rendu n’était peut-être pas le bon, ou « Télécharger mes réponses » a été oublié.",
        "unfinished": "Cet exercice n’est pas terminé (il faut votre avis, puis « Terminer » dans la relecture) : "
        "il n’a pas encore de points. Vous pouvez reprendre quand vous voulez.",
        "skipped": "Vous avez passé cet exercice, sans perdre de points.",
        "unavailable": "Le bilan de cet exercice n’a pas pu être produit ; dites-le à l’organisateur.",
        "not_ready": "Pas encore terminé : allez au bout, donnez votre avis, puis « Terminer » dans la relecture.",
    },
}


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Return the words of a language, the player's and the course's, by name."""
    text = files("safetystring.player").joinpath("strings", f"{lang}.json").read_text(encoding="utf-8")
    player = {name: value for name, value in json.loads(text).items() if isinstance(value, str)}
    return player | dict(_WORDS[lang])


def course_words(lang: Lang) -> Mapping[str, str]:
    """Return only the words that belong to the course."""
    return _WORDS[lang]
