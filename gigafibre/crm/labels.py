"""What people call the tables of the CRM."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigafibre.crm import reach, words
from gigafibre.crm.models import Contact, Customer, Location
from gigafibre.kernel.describe import Column, Writer, describe, describe_deeds
from gigafibre.kernel.text import Text


def _choice(fr: str, en: str, choices: Mapping[str, Text]) -> Column:
    return Column(Text(fr, en), lambda value, language: words.word(choices, value, language))


def _customer(value: Any, language: str) -> str:
    return Customer.objects.filter(pk=value).values_list("number", flat=True).first() or "—"


def _location(value: Any, language: str) -> str:
    return Location.objects.filter(pk=value).values_list("number", flat=True).first() or "—"


def _contact(value: Any, language: str) -> str:
    return Contact.objects.filter(pk=value).values_list("name", flat=True).first() or "—"


def _reached(value: Any, language: str) -> str:
    text = str(value or "")
    return reach.show_phone(text) if text.startswith("+") else text


CUSTOMER: tuple[Text, Writer] = (Text("Client", "Customer"), _customer)
LOCATION: tuple[Text, Writer] = (Text("Lieu de service", "Service location"), _location)
_ADDRESS: dict[str, Any] = {
    "line1": Text("Adresse", "Address"),
    "line2": Text("Adresse, suite", "Address, line 2"),
    "city": Text("Municipalité", "City"),
    "province": Text("Province", "Province"),
    "postal_code": Text("Code postal", "Postal code"),
}

describe(
    "crm_customer",
    Text("Client", "Customer"),
    number="number",
    reads="crm.read",
    topic="customer",
    kind=_choice("Genre", "Kind", words.KIND),
    segment=_choice("Segment", "Segment", words.SEGMENT),
    status=_choice("État", "Status", words.STATUS),
    title=Text("Titre", "Title"),
    first_name=Text("Prénom", "First name"),
    last_name=Text("Nom", "Last name"),
    company=Text("Entreprise", "Company"),
    display_name=Text("Nom affiché", "Display name"),
    language=_choice("Langue", "Language", words.LANGUAGE),
    vip=Text("VIP", "VIP"),
    bad_payer=Text("Mauvais payeur", "Bad payer"),
    tax_category=Text("Catégorie de taxes", "Tax category"),
    invoice_delivery=_choice("Envoi des factures", "Invoice delivery", words.DELIVERY),
    billing_day=Text("Jour de facturation", "Billing day"),
    parent_id=Column(Text("Compte parent", "Parent account"), _customer),
    merged_into_id=Column(Text("Fusionné avec", "Merged into"), _customer),
    opening_balance=Text("Solde d’ouverture", "Opening balance"),
    customer_since=Text("Client depuis", "Customer since"),
    ended_on=Text("Fin le", "Ended on"),
    end_reason=Text("Raison de la fin", "Reason of the end"),
    legacy_customer_id=Text("Ancien numéro de compte", "Former account number"),
    **_ADDRESS,
)
describe(
    "crm_contact",
    Text("Contact", "Contact"),
    number="name",
    customer_id=Column(*CUSTOMER),
    role=_choice("Rôle", "Role", words.ROLE),
    name=Text("Nom", "Name"),
    preferred_channel=_choice("Canal préféré", "Preferred channel", words.CHANNEL),
)
describe(
    "crm_contactpoint",
    Text("Courriel ou téléphone", "Email or telephone"),
    number="value",
    contact_id=Column(Text("Contact", "Contact"), _contact),
    kind=_choice("Genre", "Kind", words.POINT),
    value=Column(Text("Courriel ou numéro", "Email or number"), _reached),
    extension=Text("Poste", "Extension"),
    valid=Text("Valide", "Valid"),
    for_billing=Text("Pour la facturation", "For billing"),
)
describe(
    "crm_consent",
    Text("Consentement", "Consent"),
    customer_id=Column(*CUSTOMER),
    channel=_choice("Canal", "Channel", words.CHANNEL),
    purpose=_choice("But", "Purpose", words.PURPOSE),
    source=Text("Source", "Source"),
    given_at=Text("Donné le", "Given on"),
    withdrawn_at=Text("Retiré le", "Withdrawn on"),
)
describe(
    "crm_location",
    Text("Lieu de service", "Service location"),
    number="number",
    reads="crm.read",
    customer_id=Column(*CUSTOMER),
    label=Text("Nom du lieu", "Name of the place"),
    contact_name=Text("Contact sur place", "Contact on site"),
    contact_email=Text("Courriel sur place", "Email on site"),
    contact_phone=Column(Text("Téléphone sur place", "Telephone on site"), _reached),
    contact_mobile=Column(Text("Mobile sur place", "Mobile on site"), _reached),
    latitude=Text("Latitude", "Latitude"),
    longitude=Text("Longitude", "Longitude"),
    geocode_quality=_choice("Qualité du point", "Quality of the point", words.GEOCODE),
    geocode_source=Text("Source du point", "Source of the point"),
    connection_type=_choice("Type de raccordement", "Connection type", words.CONNECTION),
    access_notes=Text("Notes d’accès", "Access notes"),
    **_ADDRESS,
)
describe(
    "crm_formeraddress",
    Text("Ancienne adresse", "Former address"),
    customer_id=Column(*CUSTOMER),
    location_id=Column(*LOCATION),
    since=Text("Depuis le", "Since"),
    until=Text("Jusqu’au", "Until"),
    **_ADDRESS,
)
describe(
    "crm_addresspoint",
    Text("Porte d’un fichier d’adresses", "Door of an address file"),
    source=Text("Fichier", "File"),
    civic=Text("Numéro civique", "Civic number"),
    street=Text("Rue", "Street"),
    city=Text("Municipalité", "City"),
    postal_code=Text("Code postal", "Postal code"),
    latitude=Text("Latitude", "Latitude"),
    longitude=Text("Longitude", "Longitude"),
    loaded_at=Text("Chargée le", "Loaded on"),
)

describe_deeds({"crm.geocode": Text("Chercher où est une adresse", "Find where an address is")})
