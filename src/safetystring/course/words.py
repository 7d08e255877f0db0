"""The few words that only a graded course says to a learner; all others are the player's own."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
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
        "left_tell_title": "你停下来，告诉了身边的人",
        "left_tell_scam": "多一个人一起看，这件事就不再只压在你身上。催一个人容易，催两个人难。",
        "left_tell_genuine": "有人陪你看了一遍。这次是真的，晚一点再回，什么也没耽误。",
        "left_tell_drill": "多一个人一起看，就不容易被带着走。",
        "left_report_title": "你停下来，报告了这件事",
        "left_report_scam": "真假由他们去判断。你留下的号码和截图，能帮到下一个接到电话的人。",
        "left_report_genuine": "这次是真的。报告不等于指控，弄清楚了，事情照常办。",
        "left_report_drill": "真假由他们去判断，你把知道的留下来就好。",
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
        "left_tell_title": "You stopped and told someone",
        "left_tell_scam": "With someone beside you it’s not yours alone. One person is easily hurried; two aren’t.",
        "left_tell_genuine": "Someone looked at it with you. It was genuine, and it could wait: nothing was lost.",
        "left_tell_drill": "With someone beside you, it’s harder to be carried along.",
        "left_report_title": "You stopped and reported it",
        "left_report_scam": "Judging it is their job. What you kept can help whoever is called next.",
        "left_report_genuine": "It was genuine. A report accuses nobody: once it’s cleared up, things go on as usual.",
        "left_report_drill": "Judging it is their job; what you kept is enough.",
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
        "left_tell_title": "Vous avez arrêté pour en parler à quelqu’un",
        "left_tell_scam": "À deux, cela pèse moins. Une personne se laisse presser ; deux, beaucoup moins.",
        "left_tell_genuine": "On a regardé avec vous. C’était authentique, et cela pouvait attendre.",
        "left_tell_drill": "À deux, on se laisse moins entraîner.",
        "left_report_title": "Vous avez arrêté et signalé le contact",
        "left_report_scam": "Juger, c’est leur métier. Ce que vous avez gardé peut aider les prochains appelés.",
        "left_report_genuine": "C’était authentique. Signaler n’est pas accuser : tout suit ensuite son cours.",
        "left_report_drill": "Juger, c’est leur métier ; ce que vous avez gardé suffit.",
    },
}


_PLAYER = Path(__file__).parents[1] / "player" / "strings"


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Return the words of a language, the player's and the course's, by name."""
    text = (_PLAYER / f"{lang}.json").read_text(encoding="utf-8")
    player = {name: value for name, value in json.loads(text).items() if isinstance(value, str)}
    return player | dict(_WORDS[lang])


def course_words(lang: Lang) -> Mapping[str, str]:
    """Return only the words that belong to the course."""
    return _WORDS[lang]
