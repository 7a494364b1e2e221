"""Where customers are served: a place is added, moves to another address (the former one is kept), is described."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from gigafibre.crm import addresses
from gigafibre.crm.actions.given import ADDRESS, check_address, lock_customer, lock_location, not_empty, only_given
from gigafibre.crm.events import LocationAdded, LocationAddressChanged
from gigafibre.crm.geocoding import placing
from gigafibre.crm.models import FormerAddress, Location
from gigafibre.crm.refs import City, Connection, Email, LongName, PostalCode, Province
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

_ADDRESS = {
    "line1": Text("Adresse", "Address"),
    "line2": Text("Adresse, suite", "Address, line 2"),
    "city": Text("Municipalité", "City"),
    "province": Text("Province", "Province"),
    "postal_code": Text("Code postal", "Postal code"),
}
_PLACE = {
    "label": Text("Nom du lieu", "Name of the place"),
    "connection_type": Text("Type de raccordement", "Connection type"),
    "access_notes": Text("Notes d’accès", "Access notes"),
}
_POINT = {"latitude": Text("Latitude", "Latitude"), "longitude": Text("Longitude", "Longitude")}
_ON_SITE = {
    "contact_name": Text("Contact sur place", "Contact on site"),
    "contact_email": Text("Courriel sur place", "Email on site"),
    "contact_phone": Text("Téléphone sur place", "Telephone on site"),
    "contact_mobile": Text("Mobile sur place", "Mobile on site"),
}
Label = Annotated[str, Field(max_length=128)]
PhoneText = Annotated[str, Field(max_length=32)]
Latitude = Annotated[Decimal, Field(ge=-90, le=90, decimal_places=6)]
Longitude = Annotated[Decimal, Field(ge=-180, le=180, decimal_places=6)]
_BOTH = Text("Donnez la latitude et la longitude.", "Give both latitude and longitude.")


@action(
    permission="crm.edit",
    label=Text("Ajouter un lieu de service", "Add a service location"),
    fields={"customer": Text("Client", "Customer")} | _PLACE | _POINT | _ADDRESS,
)
def add_location(
    customer: CustomerRef,
    *,
    line1: Annotated[str, Field(min_length=1, max_length=160)],
    city: Annotated[str, Field(min_length=1, max_length=80)],
    postal_code: PostalCode,
    line2: LongName = "",
    province: Province = "QC",
    label: Label = "",
    connection_type: Connection = "",
    access_notes: LongText = "",
    latitude: Latitude | None = None,
    longitude: Longitude | None = None,
) -> str:
    """Add a place where a customer is served; returns its number."""
    owner = lock_customer(customer)
    address = {"line1": line1, "line2": line2, "city": city, "province": province, "postal_code": postal_code}
    check_address(None, address)
    if (latitude is None) != (longitude is None):
        raise InvalidInput(Detail("latitude" if latitude is None else "longitude", "missing", _BOTH))
    location = Location.objects.create(
        number=numbers.take_one("location"),
        customer=owner,
        label=label,
        connection_type=connection_type,
        access_notes=access_notes,
        latitude=latitude,
        longitude=longitude,
        geocode_quality="none" if latitude is None else "confirmed",
        created_at=clock.now(),
        **address,
    )
    if latitude is None:
        placing.place(location)
    publish(LocationAdded(customer=owner.number, location=location.number))
    return location.number


@action(
    permission="crm.edit",
    label=Text("Modifier un lieu de service", "Change a service location"),
    fields={"location": Text("Lieu", "Location")} | _PLACE | _ADDRESS | _ON_SITE,
)
def update_location(
    location: LocationRef,
    *,
    label: Label | None = None,
    line1: LongName | None = None,
    line2: LongName | None = None,
    city: City | None = None,
    province: Province | None = None,
    postal_code: PostalCode | None = None,
    connection_type: Connection | None = None,
    access_notes: LongText | None = None,
    contact_name: Label | None = None,
    contact_email: Email | None = None,
    contact_phone: PhoneText | None = None,
    contact_mobile: PhoneText | None = None,
) -> None:
    """Change the fields that are given. An address that becomes another one is kept among the former ones, and its
    point is looked for anew; where a place is, a person says by `crm.confirm_point`.
    """
    given = only_given(
        label=label, line1=line1, line2=line2, city=city, province=province, postal_code=postal_code,
        connection_type=connection_type, access_notes=access_notes, contact_name=contact_name,
        contact_email=contact_email, contact_phone=contact_phone, contact_mobile=contact_mobile,
    )  # fmt: skip
    not_empty(line1=line1, city=city)
    found = lock_location(location)
    check_address(found, given)
    before = {name: getattr(found, name) for name in ADDRESS}
    for name, value in given.items():
        setattr(found, name, value)
    elsewhere = _elsewhere(before, {name: getattr(found, name) for name in ADDRESS})
    if elsewhere:
        _keep(found, before)
        if found.latitude is not None:
            # The point was the former address's.
            found.latitude = found.longitude = None
            found.geocode_quality, found.geocode_source = "none", ""
            given |= {"latitude": None, "longitude": None, "geocode_quality": "none", "geocode_source": ""}
    found.save(update_fields=list(given))
    if elsewhere:
        placing.place(found)
        owner = found.customer.number
        publish(LocationAddressChanged(customer=owner, location=found.number, on=clock.today()))


def _keep(location: Location, before: dict[str, str]) -> None:
    last = location.former_addresses.order_by("-until", "-id").values_list("until", flat=True).first()
    FormerAddress.objects.create(
        customer_id=location.customer_id,
        location=location,
        since=last or clock.day_of(location.created_at),
        until=clock.today(),
        **before,
    )


def _elsewhere(before: dict[str, str], after: dict[str, str]) -> bool:
    """Say whether it is another address, and not the same one written better."""
    return any(addresses.canonical(before[name]) != addresses.canonical(after[name]) for name in ADDRESS) and any(
        before[name] for name in ("line1", "city", "postal_code")
    )
