"""What could be a real number, address or account, found in a text. Pure functions of a string.

Sources of the ranges that cannot be real: ARCEP decision 2018-0881, art. 2.5.12 (French numbers for audiovisual works);
Ofcom, "Telephone numbers for use in TV and radio drama programmes"; NANPA (555-0100 to 555-0199); RFC 2606 and 6761
(domains); RFC 5737 (addresses). China has no such range: a number with an X in it is plainly none. ISO 13616 never
gives an account the check digits 00; ISO/IEC 7812 gives every card a Luhn digit.
"""

from __future__ import annotations

import functools
import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[\s.\-()/]{0,2}"
_START = r"(?<![A-Za-z0-9.+-])"
_DATE = r"(?![0-9]{2}[./-][0-9]{2}[./-](?:19|20)[0-9]{2})"
_PHONES = (
    re.compile(rf"(?<![A-Za-z0-9.])(?:\+|00){_GAP}[1-9](?:{_GAP}[0-9Xx•*]){{7,14}}(?![0-9])"),  # international
    re.compile(rf"{_START}{_DATE}0[1-9](?:[\s.\-/]{{0,2}}[0-9]{{2}}){{4}}(?![0-9])"),  # France, in pairs
    re.compile(rf"{_START}0[\s.]?8[0-9]{{2}}(?:[\s.]?[0-9]{{3}}){{2}}(?![0-9])"),  # France, service
    re.compile(rf"{_START}(?:\(?86\)?[\s.-]{{0,2}})?1[3-9](?:[\s.-]?[0-9]){{9}}(?![0-9])"),  # China, mobile
    re.compile(rf"{_START}\(?0[1-9][0-9]{{1,2}}\)?[\s-]{{1,2}}[0-9]{{4}}[\s-]?[0-9]{{3,4}}(?![0-9])"),  # China, fixed
    re.compile(rf"{_START}0(?:10|2[0-9]|[3-9][0-9]{{2}})[2-8][0-9]{{6,7}}(?![0-9])"),  # the same in one piece
    re.compile(rf"{_START}[48]00[\s-]?[0-9]{{3}}[\s-]?[0-9]{{4}}(?![0-9])"),  # China, service
)
_FICTIONAL_PHONE = re.compile(
    r"(?:(?:\+|00)33|0)(?:0)?(?:19900|26191|35301|46571|53649|63998)[0-9]{4}"
    r"|(?:(?:\+|00)44|0)(?:7700900[0-9]{3}|1632960[0-9]{3}|2079460[0-9]{3}|1[0-9]{2}4960[0-9]{3})"
    r"|(?:\+|00)1[2-9][0-9]{2}55501[0-9]{2}"
)
_SHORT = re.compile(
    r"(?:打|拨|拨打|致电|回拨|转发|发送|发到|短信发|号码|热线|\b(?:call|dial|ring|text|number|hotline)"
    r"|\b(?:appelez|appeler|composez|composer|faites|numéro|SMS))"
    r"[\s:“]{0,4}(?:到|至|是|为|to|is|on|au|le|est)?[\s:“]{0,4}"
    r"([0-9]{3,6}|[0-9]{2} [0-9]{2})"
    r"(?![0-9]|[.,:][0-9]| [0-9]|\s{0,3}(?:[€%欧元块次分点个天年月日人秒]"
    r"|(?:euros?|times|minutes?|heures?|hours?|fois|people|h)\b))",
    re.IGNORECASE,
)
_PUBLIC = frozenset({"110", "112", "114", "115", "116", "119", "120", "122", "999", "911"})
"""Emergency numbers."""
_TLDS = (
    "com|org|net|info|biz|fr|eu|be|ch|it|es|pt|nl|lu|de|at|cn|hk|tw|mo|sg|my|jp|kr|ru|uk|us|ca|au|nz|io|me|tv"
    "|cc|co|ai|app|dev|gov|gouv|edu|int|top|xyz|shop|store|site|online|website|space|vip|club|live|link|click|icu|ink|asia|tech|bank"
    "|pro|mobi|win|work|life|world|today|网址|中国|公司|网络"
)
_URL = re.compile(r"(?:https?://|www\.|@)([A-Za-z0-9\u00c0-\u024f.-]+)", re.IGNORECASE)
_DOMAIN = re.compile(
    rf"(?<![A-Za-z0-9@.-])((?:[A-Za-z0-9\u00c0-\u024f-]+\.)+(?:{_TLDS})"
    r"|[\u4e00-\u9fff]{1,8}\.(?:com|net|cn|中国|公司))(?![A-Za-z0-9.-]*[A-Za-z0-9])",
    re.IGNORECASE,
)
_SPELT = re.compile(r"(?:\[\.\]|\(\.\)|\s(?:dot|point)\s|点)\s{0,3}(?=(?:com|org|net|fr|cn|eu)(?!\w))", re.IGNORECASE)
"""A dot in other words: `banque point fr`, `banque[.]fr`, 示例点com."""
_RESERVED = re.compile(r"(?:.+\.)?(?:example(?:\.(?:com|org|net))?|test|invalid)", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}[0-9]{2}(?:[ .-]?[A-Z0-9]){11,30})(?![A-Za-z0-9])", re.IGNORECASE)
_COUNTRIES = re.compile(
    "(?:AD|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GI|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MC|MT|NL|NO|PL|PT|RO|SE|SI|SK|SM)"
)
_ENOUGH_DIGITS = 10
"""From which small letters and digits are an account, not words."""
_CARD = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){12,18}(?![0-9])")
_CARD_GROUPS = re.compile(r"[0-9]{4}([ .-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}")
_CHINESE_ID = re.compile(
    r"(?<![0-9])([0-9]{6})[ .-]?([0-9]{4})[ .-]?([0-9]{2})[ .-]?([0-9]{2})[ .-]?[0-9]{3}[ .-]?[0-9Xx](?![0-9])"
)
_FRENCH_ID = re.compile(
    r"(?<![0-9])[12][ .]?[0-9]{2}[ .]?(?:0[1-9]|1[0-2])[ .]?(?:[0-9]{2}|2[AB])[ .]?[0-9]{3}[ .]?[0-9]{3}"
    r"(?:[ .]?[0-9]{2})?(?![0-9])"
)
"""Social security: sex, year, month, department, commune, number, key."""
_PASSPORT = re.compile(
    r"(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z][0-9]{7}|[EGDSP][0-9]{8}|[0-9]{2}[A-Z]{2}[0-9]{5})(?![A-Za-z0-9])"
)
_ACCOUNT = re.compile(
    r"QQ(?:号码?|群)?[\s:是为]{0,6}([1-9][0-9]{4,10})(?![0-9])|\b(wxid_[a-z0-9]{6,})"
    r"|(?:微信号|WeChat ID|identifiant WeChat)[\s:是为]{0,6}([a-z][a-z0-9_-]{5,19})"
    r"|(?<![\w.])@([a-z]\w{4,31})(?![\w-]*\.\w)",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"ex[ae]mple|demo|test|xxx|fictif", re.IGNORECASE)
_WALLET = re.compile(
    r"\b(?:0x[0-9a-fA-F]{40}|bc1[a-z0-9]{25,60}|(?=[A-Za-z]*[0-9])[13T][1-9A-HJ-NP-Za-km-z]{25,33})(?![A-Za-z0-9])"
)
_IP = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_IP_RESERVED = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
_NUMERALS = str.maketrans("零〇○一二三四五六七八九幺", "0001234567891")
_SPOKEN = re.compile(r"[零〇○一二三四五六七八九幺](?:[、，,\s-]{0,2}[零〇○一二三四五六七八九幺]){6,}")
"""A number as it is said on the telephone, seven digits or more."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that could be real: the diagnostic's code, the words, and what to write instead."""

    code: str
    words: str
    hint: str


def suspects(text: str) -> Iterator[Suspect]:
    """Yield everything in a text that could be real."""
    yield from _suspects(text) if len(text) <= _KEPT else _look(text)


_KEPT = 4000
"""Characters up to which what was found in a text is remembered: texts, not drawings."""


@functools.lru_cache(maxsize=20_000)
def _suspects(text: str) -> tuple[Suspect, ...]:
    # A course is checked again at every save, and nearly all of its texts are the old ones.
    return tuple(_look(text))


def _look(text: str) -> Iterator[Suspect]:
    plain = plainly(text)
    yield from _identities(plain)
    yield from _accounts(plain)
    yield from _handles(plain)
    # The groups of an account or a card look like telephone numbers.
    rest = plain
    for pattern in (_IBAN, _CHINESE_ID, _FRENCH_ID, _CARD_GROUPS, _WALLET):
        rest = pattern.sub(" ", rest)
    for pattern in _PHONES:
        for match in pattern.finditer(rest):
            if not fictional_phone(match[0]):
                hint = "in France 01 99 00 XX XX or 06 39 98 XX XX; elsewhere with an X in it"
                yield Suspect("SS070", match[0].strip(), hint)
        rest = pattern.sub(" ", rest)
    for match in _SHORT.finditer(rest):
        if match[1] not in _PUBLIC and match[1].strip("0 "):
            yield Suspect("SS076", match[1], "say whose number it is, without digits; help lines go into contacts.yaml")
    yield from _addresses(plain)


def plainly(text: str) -> str:
    """Return a text as a reader takes it in: no invisible characters, every digit and dot the plain one."""
    shown = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    digits = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in shown)
    dashed = re.sub("[\u2010-\u2015\u2212]", "-", digits)
    dotted = re.sub(r"(?<=[0-9])[·∙‧](?=[0-9])|(?<=[A-Za-z0-9])。(?=[A-Za-z])", ".", dashed)
    said = _SPOKEN.sub(lambda match: re.sub(r"[^0-9]", "", match[0].translate(_NUMERALS)), dotted)
    return _SPELT.sub(".", said)


def same_number(one: str) -> str:
    """Return a number in the form in which two spellings of it are equal: digits, as dialled inside the country."""
    digits = re.sub(r"[^0-9+]", "", plainly(one).replace("(0)", ""))
    return re.sub(r"^(?:\+|00)(?:33|86)", "0", digits).lstrip("0")


def fictional_phone(number: str) -> bool:
    """Whether a number is in a range that cannot be real, or has letters or dots in place of digits."""
    if re.search(r"[Xx•*]", number):
        return True
    digits = re.sub(r"[^0-9+]", "", plainly(number))
    return not digits.strip("+0") or _FICTIONAL_PHONE.fullmatch(digits) is not None


def _identities(text: str) -> Iterator[Suspect]:
    for match in _CHINESE_ID.finditer(text):
        region, year, month, day = (int(part) for part in match.groups())
        if region and 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:  # noqa: PLR2004 - a calendar
            yield Suspect("SS074", match[0], "for instance 000000 1900 00 00 000X")
    for match in _FRENCH_ID.finditer(_CHINESE_ID.sub(" ", text)):
        yield Suspect("SS074", match[0], "for instance 0 00 00 00 000 000")
    for match in _PASSPORT.finditer(text):
        if re.sub(r"[^0-9]", "", match[0]).strip("0"):
            yield Suspect("SS074", match[0], "for instance E0000000X")


def _accounts(text: str) -> Iterator[Suspect]:
    for match in _IBAN.finditer(text):
        account = re.sub(r"[ .-]", "", match[1])
        if not account.isupper() and sum(one.isdigit() for one in account) < _ENOUGH_DIGITS:
            continue
        account = account.upper()
        if account[2:4] != "00" and (_COUNTRIES.match(account) or _mod97(account)):
            yield Suspect("SS072", match[0], "check digits 00: FR00 EXEM PLE0 0000 …")
    for match in _CARD.finditer(_CHINESE_ID.sub(" ", text)):
        digits = re.sub(r"[ .-]", "", match[0])
        grouped = _CARD_GROUPS.fullmatch(match[0]) is not None
        if digits[:4] != "0000" and digits[0] in "23456" and (grouped or _luhn(digits)):
            yield Suspect("SS073", match[0], "masked: 0000 00•• •••• 0000")


def _handles(text: str) -> Iterator[Suspect]:
    for match in _ACCOUNT.finditer(text):
        name = next(one for one in match.groups() if one)
        if not _MADE_UP.search(name):
            yield Suspect("SS077", name, "leave the name out, or use one with exemple in it")
    for match in _WALLET.finditer(text):
        if not _MADE_UP.search(match[0]):
            yield Suspect("SS078", match[0], "for instance 0xEXEMPLE…")


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
