"""A place on the map, as the API answers it."""

from __future__ import annotations

from typing import Literal

from ninja import Schema


class DoorOut(Schema):
    """A door we know: a drop of the network, or another customer's place whose point is sure."""

    kind: Literal["drop", "place"]
    number: str
    label: str
    street: str
    latitude: float
    longitude: float


class LocationMapOut(Schema):
    """A place, its point if it has one, where to look otherwise, the doors around, and the map's style."""

    number: str
    address: str
    city: str
    postal_code: str
    customer: str
    customer_name: str
    latitude: float | None
    longitude: float | None
    geocode_quality: str
    quality_said: str
    geocode_source: str
    center_latitude: float | None
    center_longitude: float | None
    doors: list[DoorOut]
    style_url: str
