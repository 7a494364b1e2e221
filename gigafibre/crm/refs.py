"""Inputs of the CRM's verbs that check themselves: emails, telephone numbers, postal codes, provinces."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gigafibre.crm import addresses, reach
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue


def _email(raw: str) -> str:
    return reach.read_email(raw) if raw else ""


def _phone(raw: str) -> str:
    if not raw:
        return ""
    number, extension = reach.read_phone(raw)
    return f"{number};{extension}" if extension else number


def _province(raw: str) -> str:
    province = raw.upper()
    if province not in addresses.PROVINCES:
        choices = ", ".join(addresses.PROVINCES)
        raise BadValue(Text("Choisissez parmi : {choices}.", "Choose one of: {choices}.").with_(choices=choices))
    return province


def _postal(raw: str) -> str:
    return addresses.read_postal_code(raw) if raw else ""


#: An email in lower case, or nothing.
Email = Annotated[str, Field(max_length=254, json_schema_extra={"format": "email"}), AfterValidator(_email)]
#: A telephone number in E.164 with `;extension` when it has one, or nothing.
Phone = Annotated[str, Field(max_length=40, json_schema_extra={"format": "phone"}), AfterValidator(_phone)]
#: A Canadian postal code as `J0L 1W0`, or nothing.
PostalCode = Annotated[str, Field(max_length=16, json_schema_extra={"format": "postal"}), AfterValidator(_postal)]
Province = Annotated[str, Field(max_length=2), AfterValidator(_province)]
Name = Annotated[str, Field(max_length=80)]
LongName = Annotated[str, Field(max_length=160)]
City = Annotated[str, Field(max_length=80)]

Kind = Literal["individual", "company"]
Segment = Literal["residential", "commercial"]
Status = Literal["prospect", "active", "suspended", "terminated"]
Language = Literal["fr", "en"]
Delivery = Literal["email", "paper", "both"]
Role = Literal["owner", "billing", "on_site", "technical"]
PointKind = Literal["email", "mobile", "home", "office", "fax"]
Channel = Literal["email", "sms", "call", "mail"]
Purpose = Literal["service", "promotion"]
Connection = Literal["", "FTTH", "FTTB", "cable", "DSL", "wireless"]
