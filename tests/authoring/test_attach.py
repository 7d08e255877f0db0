"""What a message carries, from the written form to the compiled one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from safetystring.authoring.attach import assets, attachment, to_text, to_text_or_none
from safetystring.authoring.base import WrittenText
from safetystring.authoring.models import WrittenMessage
from safetystring.scenario import (
    Balance,
    Compare,
    Frame,
    Mail,
    MailLink,
    Message,
    Page,
    PageField,
    Paper,
    Payment,
    Row,
    Text,
    decode,
    encode,
)
from support.project import text

MESSAGE: TypeAdapter[Any] = TypeAdapter(WrittenMessage)
PAPERS = [{"asset": f"{name}.svg", "caption": text("C"), "alt": text("A")} for name in "ab"]


def _text(words: str) -> Text:
    return Text(**text(words))


CARRIED: tuple[tuple[dict[str, object], object], ...] = (
    ({"form": "text", "text": text("x")}, None),
    (
        {"form": "compare", "papers": PAPERS},
        Compare(papers=tuple(Paper(asset=one, caption=_text("C"), alt=_text("A")) for one in ("d1.svg", "d2.svg"))),
    ),
    (
        {
            "form": "mail",
            "text": text("Body"),
            "subject": text("S"),
            "address": "a@b.example",
            "reply_to": "c@d.test",
            "date": "2026-09-14",
            "link": {"label": text("L"), "target": "b.invalid/x"},
        },
        Mail(
            subject=_text("S"),
            address="a@b.example",
            reply_to="c@d.test",
            date="2026-09-14",
            link=MailLink(label=_text("L"), target="b.invalid/x"),
        ),
    ),
    (
        {"form": "mail", "text": text("Body"), "subject": text("S"), "address": "a@b.example"},
        Mail(subject=_text("S"), address="a@b.example"),
    ),
    (
        {
            "form": "page",
            "address": "b.example",
            "title": text("T"),
            "fields": [{"label": text("F"), "kind": "card"}],
            "button": text("B"),
        },
        Page(
            address="b.example", title=_text("T"), fields=(PageField(label=_text("F"), kind="card"),), button=_text("B")
        ),
    ),
    (
        {
            "form": "payment",
            "payee": text("P"),
            "amount": "5 €",
            "iban": "FR00 EXEM PLE0 0000",
            "check": "close",
            "found": text("Q"),
            "warning": text("W"),
            "status": "failed",
        },
        Payment(
            payee=_text("P"),
            amount="5 €",
            iban="FR00 EXEM PLE0 0000",
            check="close",
            found=_text("Q"),
            warning=_text("W"),
            status="failed",
        ),
    ),
    (
        {
            "form": "balance",
            "amount": "5 €",
            "change": "+ 2 %",
            "trend": [1, 3],
            "rows": [{"label": text("R"), "value": "1 €", "tone": "up"}],
        },
        Balance(amount="5 €", change="+ 2 %", trend=(1, 3), rows=(Row(label=_text("R"), value="1 €", tone="up"),)),
    ),
    (
        {"form": "frame", "backdrop": "office", "frozen": True, "alt": text("A")},
        Frame(backdrop="office", frozen=True, alt=_text("A")),
    ),
)


@pytest.mark.parametrize(("written", "expected"), CARRIED)
def test_each_form_is_carried_over_and_survives_its_json(written: dict[str, object], expected: Any) -> None:  # noqa: ANN401
    message = MESSAGE.validate_python({"id": "m01", "from": "p01", **written})
    carried = attachment(message, {"a.svg": "d1.svg", "b.svg": "d2.svg"})
    assert carried == expected
    compiled = Message(id="m01", form=message.form, sender="p01", text=_text("x"), attachment=carried)
    assert decode(Message, json.loads(json.dumps(encode(compiled)))) == compiled


def test_both_papers_are_drawings() -> None:
    message = MESSAGE.validate_python({"id": "m01", "from": "p01", "form": "compare", "papers": PAPERS})
    assert assets(message) == ("a.svg", "b.svg")


def test_texts_lose_their_edges() -> None:
    assert to_text(WrittenText(zh="一\n", en=" a", fr="à ")) == Text(zh="一", en="a", fr="à")
    assert to_text_or_none(None) is None
