"""What of the network crosses HTTP."""

from __future__ import annotations

import datetime

from ninja import Schema
from pydantic import ConfigDict


class PlanHereOut(Schema):
    """A plan sold at an address; `price` is per interval, before taxes."""

    code: str
    name: str
    service_kind: str
    segment: str
    interval_months: int
    commitment_months: int
    price: str
    download_kbps: int
    upload_kbps: int


class PlanPartHereOut(Schema):
    """An item of a plan, at its price at an address; the parts come to the plan's price."""

    item: str
    name: str
    quantity: str
    unit_price: str


class StaffPlanHereOut(PlanHereOut):
    """A plan sold at an address, with what it is made of."""

    parts: list[PlanPartHereOut]


class PublicAddress(Schema):
    """An address the fibre passes, as anybody may see it: nobody is named."""

    drop: str
    address: str
    city: str
    postal_code: str
    state: str
    planned_for: datetime.date | None = None
    exact: bool


class PublicEligibility(Schema):
    """What can be had at an address: its state and plans, or which addresses may be meant (`choose`)."""

    state: str
    address: PublicAddress | None = None
    items: list[PublicAddress]
    plans: list[PlanHereOut]
    interest_list: bool
    consent: str


class InterestLeft(Schema):
    """What one leaves to be told when service comes."""

    model_config = ConfigDict(extra="forbid")

    address: str
    email: str
    consent: bool
    language: str = "fr"
    drop: str | None = None


class InterestKept(Schema):
    """The same answer whether the email was known or not."""

    kept: bool


class StaffAddress(PublicAddress):
    """An address as staff see it: where it is plugged, and which location it serves."""

    zone: str
    connection_type: str
    olt: str
    frame: int | None = None
    slot: int | None = None
    port: int | None = None
    ont_id: int | None = None
    location: str


class StaffEligibility(Schema):
    """What can be had at an address, with its port."""

    state: str
    address: StaffAddress | None = None
    items: list[StaffAddress]
    plans: list[StaffPlanHereOut]


class MoveOut(Schema):
    """One line of a device's log."""

    id: int
    at: datetime.datetime
    from_state: str
    to_state: str
    from_where: str
    to_where: str
    subscription: str
    actor: str
    action: str
    action_label: str
    reason: str
    job: str


class DeviceOut(Schema):
    """A device as people read it, without its secrets."""

    number: str
    kind: str
    serial: str
    serial_hex: str
    mac: str
    model: str
    manufacturer: str
    firmware: str
    management_ip: str
    has_credentials: bool
    state: str
    location: str
    address: str
    customer: str
    customer_name: str
    subscription: str
    stock_place: str
    parent: str
    children: list[str]
    note: str
    printed_serial: str
    printed_mac: str
    legacy_id: int | None = None


class DevicePageOut(DeviceOut):
    """A device with its moves, the newest first."""

    moves: list[MoveOut]


class DropOut(Schema):
    """A drop as staff read it."""

    number: str
    civic: str
    street: str
    unit: str
    city: str
    province: str
    postal_code: str
    latitude: str
    longitude: str
    zone: str
    connection_type: str
    olt: str
    frame: int | None = None
    slot: int | None = None
    port: int | None = None
    ont_id: int | None = None
    vlan_management: int | None = None
    vlan_internet: int | None = None
    vlan_telephone: int | None = None
    vlan_tv: int | None = None
    ont_serial: str
    state: str
    planned_for: datetime.date | None = None
    location: str
    customer: str
    customer_name: str
    subscription: str
    subscription_state: str
    placemark: str
    interested: int
    legacy_id: int | None = None


class DropPageOut(DropOut):
    """A drop with the devices at the location it serves and the plans sold there."""

    devices: list[DeviceOut]
    plans: list[PlanHereOut]


class HadOut(Schema):
    """An address from a moment until another; without an end, as far as is known still."""

    address: str
    since: datetime.datetime
    until: datetime.datetime | None = None


class UsedOut(Schema):
    """Bytes of a day, by day and by night tariff; nothing where nothing was read."""

    day: datetime.date
    by_day: int | None = None
    by_night: int | None = None


class UsageOut(Schema):
    """The usage of 31 days, their sum and that of the last one's calendar month, in bytes."""

    since: datetime.date
    until: datetime.date
    days: list[UsedOut]
    by_day: int
    by_night: int
    month_by_day: int
    month_by_night: int
    earlier: datetime.date | None = None
    later: datetime.date | None = None


class TrafficOut(Schema):
    """What a subscription used and which addresses it had; `kept_since` when older traffic is erased."""

    usage: UsageOut | None = None
    addresses: list[HadOut]
    kept_since: datetime.date | None = None
