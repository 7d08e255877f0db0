"""What could be a real number, address or account, found in a text. Pure functions of a string.

Sources of the ranges that cannot be real: ARCEP decision 2018-0881, art. 2.5.12 (French numbers for audiovisual works);
Ofcom, "Telephone numbers for use in TV and radio drama programmes"; NANPA (555-0100 to 555-0199); RFC 2606 and 6761
(domains); RFC 5737 (addresses). China has no such range: a number with an X in it is plainly none. ISO 13616 never
gives an account the check digits 00; ISO/IEC 7812 gives every card a Luhn digit.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[\s.\-()/]{0,2}"
_PHONES = (
    re.compile(rf"(?<![A-Za-z0-9.])(?:\+|00){_GAP}[1-9](?:{_GAP}[0-9Xx•*]){{7,14}}(?![0-9])"),  # international
    re.compile(r"(?<![A-Za-z0-9.+-])0[1-9](?:[\s.\-]?[0-9]{2}){4}(?![0-9])"),  # France
    re.compile(r"(?<![A-Za-z0-9.+-])1[3-9][0-9][\s-]?[0-9]{4}[\s-]?[0-9]{4}(?![0-9])"),  # China, mobile
    re.compile(r"(?<![A-Za-z0-9.+-])0[1-9][0-9]{1,2}[\s-][0-9]{4}[\s-]?[0-9]{3,4}(?![0-9])"),  # China, fixed
    re.compile(r"(?<![A-Za-z0-9.+-])[48]00[\s-][0-9]{3}[\s-]?[0-9]{4}(?![0-9])"),  # China, service
)
_FICTIONAL_PHONE = re.compile(
    r"(?:(?:\+|00)33|0)(?:0)?(?:19900|26191|35301|46571|53649|63998)[0-9]{4}"
    r"|(?:(?:\+|00)44|0)(?:7700900[0-9]{3}|1632960[0-9]{3}|2079460[0-9]{3}|1[0-9]{2}4960[0-9]{3})"
    r"|(?:\+|00)1[2-9][0-9]{2}55501[0-9]{2}"
)
_URL = re.compile(r"(?:https?://|www\.|@)([A-Za-z0-9\u00c0-\u024f.-]+)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![A-Za-z0-9@.-])((?:[A-Za-z0-9-]+\.)+"
    r"(?:com|org|net|info|fr|eu|cn|hk|tw|uk|de|io|app|gov|gouv|edu|top|xyz|shop|site|online|vip|cc|co|club|live))(?![A-Za-z0-9.-]*[A-Za-z0-9])",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"(?:.+\.)?(?:example(?:\.(?:com|org|net))?|test|invalid)", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}[0-9]{2}(?:[ ]?[A-Z0-9]){11,30})(?![A-Za-z0-9])")
_COUNTRIES = re.compile(
    "(?:AD|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GI|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MC|MT|NL|NO|PL|PT|RO|SE|SI|SK|SM)"
)
_CARD = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])")
_CARD_GROUPS = re.compile(r"[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}")
_CHINESE_ID = re.compile(r"(?<![0-9])([0-9]{6})[ ]?([0-9]{4})[ ]?([0-9]{2})[ ]?([0-9]{2})[ ]?[0-9]{3}[0-9Xx](?![0-9])")
_IP = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_IP_RESERVED = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that could be real: the diagnostic's code, the words, and what to write instead."""

    code: str
    words: str
    hint: str


def suspects(text: str) -> Iterator[Suspect]:
    """Yield everything in a text that could be real."""
    plain = unicodedata.normalize("NFKC", text)
    yield from _identities(plain)
    yield from _accounts(plain)
    # The groups of an account or a card look like telephone numbers.
    rest = _CARD_GROUPS.sub(" ", _CHINESE_ID.sub(" ", _IBAN.sub(" ", plain)))
    for pattern in _PHONES:
        for match in pattern.finditer(rest):
            if not fictional_phone(match[0]):
                hint = "in France 01 99 00 XX XX or 06 39 98 XX XX; elsewhere with an X in it"
                yield Suspect("SS070", match[0].strip(), hint)
        rest = pattern.sub(" ", rest)
    yield from _addresses(plain)


def fictional_phone(number: str) -> bool:
    """Whether a number is in a range that cannot be real, or has letters or dots in place of digits."""
    if re.search(r"[Xx•*]", number):
        return True
    digits = re.sub(r"[^0-9+]", "", unicodedata.normalize("NFKC", number))
    return not digits.strip("+0") or _FICTIONAL_PHONE.fullmatch(digits) is not None


def _identities(text: str) -> Iterator[Suspect]:
    for match in _CHINESE_ID.finditer(text):
        region, year, month, day = (int(part) for part in match.groups())
        if region and 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:  # noqa: PLR2004 - a calendar
            yield Suspect("SS074", match[0], "for instance 000000 1900 00 00 000X")


def _accounts(text: str) -> Iterator[Suspect]:
    for match in _IBAN.finditer(text):
        account = match[1].replace(" ", "")
        if account[2:4] != "00" and (_COUNTRIES.match(account) or _mod97(account)):
            yield Suspect("SS072", match[0], "check digits 00: FR00 EXEM PLE0 0000 …")
    for match in _CARD.finditer(text):
        digits = re.sub(r"[ -]", "", match[0])
        grouped = _CARD_GROUPS.fullmatch(match[0]) is not None
        if digits[:4] != "0000" and digits[0] in "23456" and (grouped or _luhn(digits)):
            yield Suspect("SS073", match[0], "masked: 0000 00•• •••• 0000")


def _addresses(text: str) -> Iterator[Suspect]:
    named = (match[1].strip(".-").removeprefix("www.") for match in (*_URL.finditer(text), *_DOMAIN.finditer(text)))
    for host in dict.fromkeys(named):
        if "." in host and not _RESERVED.fullmatch(host) and not _IP.fullmatch(host):
            yield Suspect("SS071", host, "a domain in .example, .test or .invalid")
    for match in _IP.finditer(text):
        try:
            address = ipaddress.ip_address(match[0])
        except ValueError:
            continue
        if not any(address in network for network in _IP_RESERVED):
            yield Suspect("SS075", match[0], "for instance 192.0.2.17")


def _mod97(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)  # noqa: PLR2004 - the sum of a two-digit number's digits
    return total % 10 == 0
