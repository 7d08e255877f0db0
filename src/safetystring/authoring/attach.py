"""What a written message carries besides its words, compiled: drawings, links, e-mails, pages, money, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.models import (
    DrawingMessage,
    FileMessage,
    LinkMessage,
    TransferMessage,
    VoiceMessage,
)
from safetystring.authoring.screens import (
    BalanceMessage,
    CompareMessage,
    FrameMessage,
    MailMessage,
    PageMessage,
    PaymentMessage,
)
from safetystring.scenario import (
    Balance,
    Compare,
    Document,
    FileCard,
    Frame,
    LinkCard,
    Mail,
    MailLink,
    Page,
    PageField,
    Paper,
    Payment,
    Row,
    Text,
    Transfer,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.authoring.base import WrittenText, WrittenWords
    from safetystring.authoring.models import WrittenMessage
    from safetystring.scenario.model import Attachment


def attachment(message: WrittenMessage, names: Mapping[str, str]) -> Attachment | None:  # noqa: C901, PLR0911 - one case a form
    """Return what a message carries, or None. `names` are the released names of its drawings."""
    match message:
        case VoiceMessage():
            return Voice(seconds=message.seconds)
        case DrawingMessage():
            return Document(asset=names[message.asset], caption=to_text(message.caption), alt=to_text(message.alt))
        case CompareMessage():
            papers = (
                Paper(asset=names[one.asset], caption=to_text(one.caption), alt=to_text(one.alt))
                for one in message.papers
            )
            return Compare(papers=tuple(papers))
        case LinkMessage():
            return LinkCard(title=to_text(message.title), url=message.url, site=to_text(message.site))
        case FileMessage():
            return FileCard(name=to_text(message.name), size=message.size)
        case TransferMessage():
            return Transfer(amount=message.amount, payee=to_text(message.payee))
        case MailMessage():
            return _mail(message)
        case PageMessage():
            fields = tuple(PageField(label=to_text(one.label), kind=one.kind) for one in message.fields)
            button = to_text_or_none(message.button)
            return Page(address=message.address, title=to_text(message.title), fields=fields, button=button)
        case PaymentMessage():
            return _payment(message)
        case BalanceMessage():
            rows = tuple(Row(label=to_text(one.label), value=one.value, tone=one.tone) for one in message.rows)
            return Balance(amount=message.amount, change=message.change, trend=message.trend, rows=rows)
        case FrameMessage():
            return Frame(backdrop=message.backdrop, frozen=message.frozen, alt=to_text(message.alt))
        case _:
            return None


def assets(message: WrittenMessage) -> tuple[str, ...]:
    """Return the drawings that a message shows, by file name."""
    match message:
        case DrawingMessage():
            return (message.asset,)
        case CompareMessage():
            return tuple(paper.asset for paper in message.papers)
        case _:
            return ()


def to_text(text: WrittenText | WrittenWords) -> Text:
    """Return a written text as a compiled one. A YAML block (`|`) ends in a line break that nobody meant."""
    return Text(zh=text.zh.strip(), en=text.en.strip(), fr=text.fr.strip())


def to_text_or_none(text: WrittenText | None) -> Text | None:
    """Return the same, and None for None."""
    return to_text(text) if text is not None else None


def _mail(message: MailMessage) -> Mail:
    link = message.link
    return Mail(
        subject=to_text(message.subject),
        address=message.address,
        reply_to=message.reply_to,
        date=message.date,
        link=MailLink(label=to_text(link.label), target=link.target) if link is not None else None,
    )


def _payment(message: PaymentMessage) -> Payment:
    return Payment(
        payee=to_text(message.payee),
        amount=message.amount,
        iban=message.iban,
        check=message.check,
        found=to_text_or_none(message.found),
        warning=to_text_or_none(message.warning),
        status=message.status,
    )
