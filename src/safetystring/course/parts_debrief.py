"""The parts of a debrief: what it was, how it ended, what to say and do. A part shows only what its key names.

The order is :func:`safetystring.course.feedback.debrief_parts`'s; the style is the page's. In a notebook it reads
without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import NOTHING, Block, euros, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from safetystring.course.fragments import Part, Words

Plain = Mapping[str, Any]

_OPENING = Block("""\
<section class="sp-debrief" lang="[lang]">
<div class="sp-card">
<h2>[truth]</h2>
[verdict][ending][money]</div>
<h3>[title]</h3>
<p>[summary]</p>
""")
_VERDICT = Block("""\
<p>[yours]</p>
<div class="sp-scale" aria-hidden="true"><i style="left:[percent]%"></i></div>
<div class="sp-ends" aria-hidden="true"><span>[low]</span><span>[high]</span></div>
""")
_ENDING = Block("""\
<div class="sp-ending" data-outcome="[outcome]"><p><small>[yours] · [worth]</small></p>
<h3>[title]</h3>
<p>[text]</p></div>
""")
_MONEY = Block("""\
<ul class="sp-money"><li>[asked]</li><li>[paid]</li>
[kept]</ul>
""")
_KEPT = Block("<li><b>[text]</b></li>")
_FIRST = Block("""\
<p><small>[title]</small></p>
<blockquote>[quote]</blockquote>
[said]""")
_TITLE = Block("<h3>[text]</h3>\n")
_LIST = Block("<h3>[title]</h3>\n<ul>[lines]</ul>\n")
_STEPS = Block("<h3>[title]</h3>\n<ol>[lines]</ol>\n")
_LINE = Block("<li>[text]</li>")
_PERSON = Block("<li><b>[name]</b> · [what][picked]</li>")
_DECISION = Block("""\
<article class="sp-item">
<p><b>[prompt]</b></p>
<p>[chosen]</p>
[rating][consequence][better]</article>
""")
_CHOSEN = Block("<small>[title]</small><br>[text]")
_NOT_REACHED = Block("<small>[text]</small>")
_RATING = Block('<p><span class="sp-result" data-result="[rating]">[text]</span></p>\n')
_PARAGRAPH = Block("<p>[text]</p>\n")
_BETTER = Block('<h4>[title]</h4><p class="sp-say">[text]</p>\n')
_LINE_END = Block("\n")()
_SAY = Block('<p class="sp-say">[text]</p>')
_CONTACTS = Block('<h3>[title]</h3>\n<ul class="sp-contacts">[lines]</ul>\n')
_CONTACT = Block("""\
<li><strong>[name]</strong> <span class="sp-number">[value]</span>
[purpose][hours]<br><small>[checked][certain]</small></li>
""")
_BREAK = Block("<br>[text]")
_DISCERNMENT = Block("""\
<h3>[title]</h3>
<p><b>[text]</b></p>
<div class="sp-meter" aria-hidden="true"><i style="width:[percent]%"></i></div>
<p><small>[hint]</small></p>
</section>
""")


def opening(w: Words, d: Plain, ending: Plain | None) -> Markup:
    """Return what it was, the learner's verdict, how it ended, and the money."""
    percent = d["verdict"]
    verdict = NOTHING
    if percent is not None:
        yours = w["your_verdict"].format(percent=percent)
        verdict = _VERDICT(yours=yours, percent=percent, low=w["verdict_2"], high=w["verdict_98"])
    return _OPENING(
        lang=w["lang_tag"],
        truth=w[f"truth_{d['truth']}"],
        verdict=verdict,
        ending=_ending(w, ending) if ending else NOTHING,
        money=_money(w, d["asked"], d["paid"]) if d["asked"] else NOTHING,
        title=w["what_happened"],
        summary=d["summary"],
    )


def _ending(w: Words, ending: Plain) -> Markup:
    worth = w[f"outcome_{ending['outcome']}"]
    return _ENDING(
        outcome=ending["outcome"], yours=w["your_ending"], worth=worth, title=ending["title"], text=ending["text"]
    )


def _money(w: Words, asked: float, paid: float) -> Markup:
    def said(name: str, amount: float) -> str:
        return w[name].format(amount=euros(amount, w["lang_tag"]))

    kept = _KEPT(text=said("money_kept", asked - paid)) if paid < asked else NOTHING
    return _MONEY(asked=said("money_asked", asked), paid=said("money_paid", paid), kept=kept)


def first(w: Words, quote: str, said: str) -> Markup:
    """Return where it first showed, and when that was caught."""
    return _FIRST(title=w["first_sign"], quote=quote, said=_PARAGRAPH(text=said) if said else NOTHING)


def title(w: Words, name: str) -> Markup:
    """Return a heading."""
    return _TITLE(text=w[name])


def own(w: Words, lines: Iterable[str]) -> Markup:
    """Return what the learner did besides answering."""
    return _LIST(title=w["own_title"], lines=joined(*(_LINE(text=line) for line in lines)))


def accounts(w: Words, people: Iterable[tuple[str, bool, bool]]) -> Markup:
    """Return who of a group worked together, and whom the learner picked."""
    lines = [
        _PERSON(
            name=name,
            what=w["accounts_together" if together else "accounts_alone"],
            picked=f" · {w['accounts_picked']}" if picked else "",
        )
        for name, together, picked in people
    ]
    return _LIST(title=w["accounts_title"], lines=joined(*lines))


def decision(w: Words, decision: Plain) -> Markup:
    """Return one choice: what was taken, what it was worth, and what had been better."""
    chosen, rating, better = decision["chosen"], decision["rating"], decision["better"]
    return _DECISION(
        prompt=decision["prompt"],
        chosen=_CHOSEN(title=w["chosen"], text=chosen) if chosen else _NOT_REACHED(text=w["not_reached"]),
        rating=_RATING(rating=rating, text=w[f"rating_{rating}"]) if rating else NOTHING,
        consequence=_PARAGRAPH(text=decision["consequence"]) if decision["consequence"] else NOTHING,
        better=_BETTER(title=w["better"], text=better) if better and rating != "safe" else NOTHING,
    )


def closing(w: Words, d: Plain) -> Markup:
    """Return what the real one does, what to say and do, and whom to turn to."""
    return joined(
        joined(_TITLE(text=w[f"real_{d['truth']}"]), _PARAGRAPH(text=d["real"]))
        if d["truth"] in ("scam", "genuine")
        else NOTHING,
        _said(w, d["say"]),
        _STEPS(title=w["do_title"], lines=joined(*(_LINE(text=line) for line in d["do"]))) if d["do"] else NOTHING,
        _CONTACTS(title=w["contacts_title"], lines=joined(*(_contact(w, one) for one in d["contacts"])))
        if d["contacts"]
        else NOTHING,
    )


def _said(w: Words, lines: Sequence[str]) -> Markup:
    if not lines:
        return NOTHING
    return joined(_TITLE(text=w["say_title"]), *(_SAY(text=line) for line in lines), _LINE_END)


def _contact(w: Words, contact: Plain) -> Markup:
    return _CONTACT(
        name=contact["name"],
        value=contact["value"],
        purpose=_BREAK(text=contact["purpose"]) if contact["purpose"] else NOTHING,
        hours=_BREAK(text=w["help_hours"].format(hours=contact["hours"])) if contact["hours"] else NOTHING,
        checked=w["help_checked"].format(date=contact["checked_on"]),
        certain="" if contact["certain"] else f" · {w['help_uncertain']}",
    )


def discernment(w: Words, percent: int) -> Markup:
    """Return how far above chance the run was."""
    return _DISCERNMENT(
        title=w["score_title"],
        text=w["discernment"].format(percent=percent),
        percent=percent,
        hint=w["discernment_hint"],
    )


PARTS: Mapping[str, Part] = {
    "opening": opening,
    "first": first,
    "title": title,
    "own": own,
    "accounts": accounts,
    "decision": decision,
    "closing": closing,
    "discernment": discernment,
}
