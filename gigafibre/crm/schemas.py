"""What of the CRM crosses HTTP."""

from __future__ import annotations

from typing import Literal

from ninja import Schema


class DuplicateOut(Schema):
    """A customer who looks like the one being made, and why."""

    number: str
    name: str
    status: str
    address: str
    because: list[Literal["address", "email", "name", "phone"]]


class MemberOut(Schema):
    """A customer of a family of accounts."""

    number: str
    name: str
    status: str


class FamilyOut(Schema):
    """The parent account that pays for a customer, or the customers he pays for."""

    parent: MemberOut | None = None
    children: list[MemberOut]
