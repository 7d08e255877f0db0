"""The pictures' own words, in the course's three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.scenario import Lang

WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "scam": "诈骗",
        "genuine": "真实",
        "drill": "演练",
        "safe": "稳妥",
        "cautious": "谨慎",
        "harmful": "有害",
        "ring": "来电",
        "call": "通话",
        "chat": "聊天",
        "video": "视频",
        "group": "群聊",
        "sms": "短信",
        "mail": "邮件",
        "app": "银行应用",
        "web": "网页",
        "start": "开始",
        "branch": "支线",
        "spine": "主线",
        "cue": "危险信号",
        "lookalike": "看着像、其实没问题",
        "endings": "结局",
        "leaving": "中途离开",
        "ways": "{n} 条路",
        "paid": "损失 {n} 欧元",
        "minutes": "{n} 分钟",
        "n_scenes": "{n} 幕",
        "n_cues": "{n} 处危险信号",
        "n_lookalikes": "{n} 处看着像",
        "n_choices": "{n} 个选择",
        "n_exits": "{n} 个提前出口",
        "course": "整门课",
        "course_desc": "每行一段对话，真假成对；数字是该类危险信号出现的次数，≈ 是看着像的次数。",
        "families": "危险信号的类别",
        "channels": "渠道",
        "total": "合计",
        "twin": "一对",
    },
    "en": {
        "scam": "scam",
        "genuine": "genuine",
        "drill": "drill",
        "safe": "safe",
        "cautious": "cautious",
        "harmful": "harmful",
        "ring": "ringing",
        "call": "call",
        "chat": "chat",
        "video": "video call",
        "group": "group chat",
        "sms": "text message",
        "mail": "e-mail",
        "app": "banking app",
        "web": "web page",
        "start": "start",
        "branch": "branch",
        "spine": "spine",
        "cue": "red flag",
        "lookalike": "lookalike: odd, but in order",
        "endings": "Endings",
        "leaving": "leaving early",
        "ways": "{n} way in|{n} ways in",
        "paid": "€{n} gone",
        "minutes": "{n} min",
        "n_scenes": "{n} scene|{n} scenes",
        "n_cues": "{n} red flag|{n} red flags",
        "n_lookalikes": "{n} lookalike|{n} lookalikes",
        "n_choices": "{n} choice point|{n} choice points",
        "n_exits": "{n} early exit|{n} early exits",
        "course": "The course",
        "course_desc": "A row a conversation, each scam beside its genuine twin. "
        "A number counts the red flags of that family, ≈ the lookalikes.",
        "families": "families of red flags",
        "channels": "channels",
        "total": "total",
        "twin": "twins",
    },
    "fr": {
        "scam": "arnaque",
        "genuine": "authentique",
        "drill": "exercice",
        "safe": "sûr",
        "cautious": "prudent",
        "harmful": "risqué",
        "ring": "sonnerie",
        "call": "appel",
        "chat": "messagerie",
        "video": "visio",
        "group": "groupe",
        "sms": "SMS",
        "mail": "courriel",
        "app": "appli bancaire",
        "web": "page web",
        "start": "début",
        "branch": "détour",
        "spine": "fil principal",
        "cue": "signal d’alerte",
        "lookalike": "étrange, mais en règle",
        "endings": "Fins",
        "leaving": "départ anticipé",
        "ways": "{n} chemin|{n} chemins",
        "paid": "{n}\u00a0€ perdus",
        "minutes": "{n}\u00a0min",
        "n_scenes": "{n} scène|{n} scènes",
        "n_cues": "{n} signal d’alerte|{n} signaux d’alerte",
        "n_lookalikes": "{n} leurre|{n} leurres",
        "n_choices": "{n} choix|{n} choix",
        "n_exits": "{n} sortie anticipée|{n} sorties anticipées",
        "course": "Le cours",
        "course_desc": "Une ligne par conversation, chaque arnaque à côté de sa jumelle authentique. "
        "Un chiffre compte les signaux de la famille, ≈ les leurres.",
        "families": "familles de signaux d’alerte",
        "channels": "canaux",
        "total": "total",
        "twin": "jumelles",
    },
}


def say(lang: Lang, key: str, **holes: object) -> str:
    """Return one of the pictures' own words; one that is not known here, a new channel say, stands for itself.

    Of `one|many` the first is taken for the number `n` = 1, and in French for 0.
    """
    one, _, many = WORDS[lang].get(key, key).partition("|")
    few = holes.get("n") in ((0, 1) if lang == "fr" else (1,))
    return (one if few or not many else many).format(**holes)
