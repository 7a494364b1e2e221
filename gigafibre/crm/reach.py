"""How people are reached: emails and telephone numbers, read as people write them, kept in one form."""

from __future__ import annotations

import re
from difflib import get_close_matches

import phonenumbers

from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

#: Where numbers without a country code are from.
REGION = "CA"
_EMAIL = re.compile(r"^[^\s@<>()\",;:\\]+@([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$")
_EXTENSION = re.compile(r"(?:[,;#]|\b(?:poste|post|extension|ext|x|p)\.?)\s*(\d{1,8})\s*$", re.IGNORECASE)
_WELL_KNOWN = (
    "gmail.com",
    "hotmail.com",
    "hotmail.ca",
    "outlook.com",
    "live.ca",
    "yahoo.ca",
    "yahoo.com",
    "videotron.ca",
    "sympatico.ca",
    "icloud.com",
    "bell.net",
    "targo.ca",
)
_REAL_THOUGH_ALIKE = frozenset({"mail.com", "ymail.com", "email.com", "me.com", "mac.com", "live.com"})
_LAST_SLIPS = {"con": "com", "cmo": "com", "comm": "com", "om": "com", "cm": "com", "vom": "com", "caa": "ca"}
_NOT_EMAIL = Text("Écrivez un courriel comme nom@exemple.ca.", "Write an email such as name@example.ca.")
_NOT_PHONE = Text(
    "Écrivez un numéro de téléphone à dix chiffres, comme 450 555-1234.",
    "Write a ten-digit telephone number, such as 450 555-1234.",
)
_UNREAL = Text("Ce numéro n’existe pas : {why}.", "There is no such number: {why}.")


def read_email(raw: str) -> str:
    """Return an email in lower case; raises BadValue, with a suggestion for slips such as `gmial.com` or a comma."""
    email = raw.strip().lower()
    if not _EMAIL.match(email) or ".." in email or email.partition("@")[0].endswith("."):
        mended = re.sub(r"\s+", "", email).replace(",", ".").strip(".<>;:()")
        if mended != email and _EMAIL.match(mended):
            raise BadValue(_meant(mended), suggestion=mended)
        raise BadValue(_NOT_EMAIL)
    name, _, domain = email.partition("@")
    if meant := _slip(domain):
        raise BadValue(_meant(f"{name}@{meant}"), suggestion=f"{name}@{meant}")
    return email


def read_phone(raw: str) -> tuple[str, str]:
    """Return a number in E.164 and its extension ("" without); raises BadValue when there can be no such number."""
    text, extension = raw.strip(), ""
    if found := _EXTENSION.search(text):
        text, extension = text[: found.start()], found.group(1)
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as error:
        raise BadValue(_NOT_PHONE) from error
    if not phonenumbers.is_possible_number(number):
        digits = sum(letter.isdigit() for letter in text)
        why = Text("{n} chiffres", "{n} digits").with_(n=digits)
        raise BadValue(_UNREAL.with_(why=why))
    if not phonenumbers.is_valid_number(number) and not _made_up(number):
        raise BadValue(_UNREAL.with_(why=Text("indicatif ou central inconnu", "unknown area code or exchange")))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), extension


def show_phone(e164: str) -> str:
    """Write a number as people read it here: `450 555-1234`; others in their international form."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    if number.country_code == 1:
        digits = str(number.national_number)
        return f"{digits[:3]} {digits[3:6]}-{digits[6:]}" if len(digits) == 10 else e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _made_up(number: phonenumbers.PhoneNumber) -> bool:
    """Say whether it is one of the numbers kept for examples (555-01xx and the like): real area code, no owner."""
    digits = str(number.national_number)
    return number.country_code == 1 and len(digits) == 10 and digits[3:6] == "555"


def _slip(domain: str) -> str | None:
    """Return the well-known domain that a mistyped one was meant to be."""
    if domain in _WELL_KNOWN or domain in _REAL_THOUGH_ALIKE:
        return None
    name, _, last = domain.rpartition(".")
    last = _LAST_SLIPS.get(last, last)
    near = get_close_matches(name, [known.rpartition(".")[0] for known in _WELL_KNOWN], n=1, cutoff=0.8)
    meant = f"{near[0]}.{last}" if near else ""
    return meant if meant in _WELL_KNOWN and meant != domain else None


def _meant(value: str) -> Text:
    return Text("Vouliez-vous dire {meant} ?", "Did you mean {meant}?").with_(meant=value)
