"""The parts of the conversation as it is told once more. A part shows only what retold.py names in its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import NOTHING, Block, joined

if TYPE_CHECKING:
    from markupsafe import Markup

    from safetystring.course.fragments import Part, Words

Plain = Mapping[str, Any]

_CHIP = Block('<span class="sp-result" data-result="[result]">[count][text]</span>')
_OPENING = Block("""\
<section class="sp-retold">
<h3>[title]</h3>
[tally]<ol class="sp-talk">
""")
_TALLY = Block('<ul class="sp-tally">[lines]</ul>\n')
_ITEM = Block("<li>[chip]</li>")
_FOLD = Block('<li class="sp-fold"><details><summary>[text]</summary><ol class="sp-talk">\n')
_REST = Block('<li class="sp-rest">[text]</li>\n')
_SCENE = Block('<li class="sp-scene"><b>[name]</b> <small>[channel]</small></li>\n')
_LINE = Block("""\
<li class="sp-row sp-[side]"[result]>
[by]<div class="sp-words[after]">[text][card]</div>
""")
_RESULT = Block(' data-result="[result]"')
_BY = Block('<p class="sp-by">[name][time]</p>\n')
_CARD = Block('[line]<span class="sp-attached">[text]</span>')
_NEW_LINE = Block("<br>")()
_NOTE = Block("""\
<div class="sp-note" data-result="[result]">
<p>[chip][first]</p>
[told]</div>
""")
_FIRST = Block(" <b>[text]</b>")
_HARMLESS = Block("""\
<div class="sp-note" data-result="false_alarm">
<p>[chip]</p>
<p>[text]</p>
</div>
""")
_ALONE = Block("""\
<article class="sp-note" data-result="[result]">
<blockquote>[quote]</blockquote>
<p>[chip]</p>
[told]</article>
""")
_LOOKALIKE = Block("<p><b>[text]</b></p>\n")
_FLAG = Block("<p><b>[flag]</b>[family]</p>\n")
_FAMILY = Block(" <small>[text]</small>")
_FAMILIES = Block("<p>[yours]<br>[right]</p>\n")
_DECISIVE = Block('<p class="sp-decisive">★ [text]</p>\n')
_PARAGRAPH = Block("<p>[text]</p>\n")
_INSTEAD = Block("<h4>[title]</h4><p>[text]</p>\n")
_SAY = Block('<h4>[title]</h4><p class="sp-say">[text]</p>\n')
_SOURCE = Block("<p><small>[text][url]</small></p>\n")
_URL = Block('<br><span class="sp-url">[url]</span>')


def _chip(w: Words, result: str, n: int = 0) -> Markup:
    return _CHIP(result=result, count=f"{n} × " if n else "", text=w[f"result_{result}"])


def opening(w: Words, counts: Iterable[tuple[str, int]]) -> Markup:
    """Return the section's beginning: how many of each result."""
    lines = [_ITEM(chip=_chip(w, result, n)) for result, n in counts]
    return _OPENING(title=w["items_title"], tally=_TALLY(lines=joined(*lines)) if lines else NOTHING)


def fold(w: Words, n: int) -> Markup:
    """Return the beginning of messages that are folded away."""
    return _FOLD(text=w["replay_more"].format(n=n))


def rest(w: Words) -> Markup:
    """Return the line behind which stands what the learner saw only after the verdict."""
    return _REST(text=w["replay_rest"])


def scene(w: Words, line: Plain) -> Markup:
    """Return the heading of a conversation with somebody else."""
    return _SCENE(name=line["name"], channel=w[f"channel_{line['card']}"])


def line(w: Words, line: Plain, contact: str, result: str) -> Markup:
    """Return one message or choice, without its end."""
    card = line["card"]
    attached = NOTHING
    if card and card != line["text"]:
        attached = _CARD(line=_NEW_LINE if line["text"] else NOTHING, text=card)
    return _LINE(
        side=line["side"],
        result=_RESULT(result=result) if result else NOTHING,
        by=_by(w, line, contact),
        after="" if line["mine"] else " sp-after",
        text=line["text"],
        card=attached,
    )


def _by(w: Words, line: Plain, contact: str) -> Markup:
    time = f" · {line['time']}" if line["time"] else ""
    if line["kind"] == "option" and not line["mine"]:
        return _BY(name=w["rest_option"], time="")
    if line["side"] == "out":
        return _BY(name=w["you"], time=time)
    return _BY(name=line["name"] or contact, time=time) if line["side"] == "in" else NOTHING


def note(w: Words, item: Plain, first: bool) -> Markup:  # noqa: FBT001 - the part's value
    """Return what there is to say of a message."""
    here = _FIRST(text=w["first_here"]) if first else NOTHING
    return _NOTE(result=item["result"], chip=_chip(w, item["result"]), first=here, told=_told(w, item))


def harmless(w: Words) -> Markup:
    """Return what there is to say of a message that was marked and is in order."""
    return _HARMLESS(chip=_chip(w, "false_alarm"), text=w["replay_other"])


def alone(w: Words, item: Plain) -> Markup:
    """Return a message that is not in the conversation, with what there is to say of it."""
    return _ALONE(result=item["result"], quote=item["quote"], chip=_chip(w, item["result"]), told=_told(w, item))


def _told(w: Words, item: Plain) -> Markup:
    wrong = item["result"] == "wrong_family"
    found = [_LOOKALIKE(text=w["kind_lookalike"])] if item["kind"] == "lookalike" else []
    if item["red_flag"]:
        family = _FAMILY(text=item["family"]) if item["family"] and not wrong else NOTHING
        found.append(_FLAG(flag=item["red_flag"], family=family))
    if wrong and item["marked_family"]:
        yours = w["family_yours"].format(family=item["marked_family"])
        found.append(_FAMILIES(yours=yours, right=w["family_right"].format(family=item["family"])))
    if item["decisive"]:
        found.append(_DECISIVE(text=w["decisive"]))
    if item["why"]:
        found.append(_PARAGRAPH(text=item["why"]))
    if item["instead"]:
        found.append(_INSTEAD(title=w["instead"], text=item["instead"]))
    if item["say"]:
        found.append(_SAY(title=w["say_here"], text=item["say"]))
    if item["source"]:
        url = _URL(url=item["url"]) if item["url"] else NOTHING
        found.append(_SOURCE(text=w["source"].format(source=item["source"]), url=url))
    return joined(*found)


PARTS: Mapping[str, Part] = {
    "opening": opening,
    "fold": fold,
    "rest": rest,
    "scene": scene,
    "line": line,
    "note": note,
    "harmless": harmless,
    "alone": alone,
}
