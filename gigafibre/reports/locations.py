"""The list of places: where they are, whose they are, what is served there, how sure the point on the map is."""

from __future__ import annotations

from typing import Any

from gigafibre.crm import words
from gigafibre.crm.geocoding import DOUBTFUL
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text, current_language
from gigafibre.reports.reading import script

ADDRESS, CITY = Text("Adresse", "Address"), Text("Municipalité", "City")
CONNECTION, POINT = Text("Raccordement", "Connection"), Text("Point sur la carte", "Point on the map")
CUSTOMER, SERVED = Text("Client", "Customer"), Text("Desservi", "Served")
NAME = Text("Nom", "Name")


def _values() -> dict[str, Any]:
    return {"language": current_language()}


# Municipalities are few: each is folded once, not at every row.
_IN_A_CITY = """r.city = ANY(ARRAY(SELECT x.city FROM (SELECT DISTINCT city FROM crm_location) x
                   WHERE fold(x.city) LIKE fold(%(value)s) || '%%'))"""

LOCATIONS = Listing(
    name="locations",
    label=Text("Lieux de service", "Service locations"),
    permission="crm.read",
    takes={"subscriptions.read": ("services", "served")},
    source=script("locations"),
    values=_values,
    columns=[
        Column("address", ADDRESS, sort="address_key"),
        Column("number", Text("Numéro", "Number"), kind="id", sort="number_key"),
        Column("city", CITY, sort=True),
        Column("postal_code", Text("Code postal", "Postal code")),
        Column("label", NAME, off=True),
        Column("customer_name", CUSTOMER, sort="customer_key"),
        Column("customer", Text("Numéro du client", "Customer number"), kind="id", off=True),
        Column("connection_type", CONNECTION, kind="choice", options=words.CONNECTION),
        Column("services", Text("Services", "Services"), kind="words", nullable=True),
        Column("served", SERVED, kind="flag", off=True),
        Column("geocode_quality", POINT, kind="choice", options=words.GEOCODE),
        Column("geocode_source", Text("Source du point", "Source of the point"), off=True),
        Column("latitude", Text("Latitude", "Latitude"), nullable=True, off=True),
        Column("longitude", Text("Longitude", "Longitude"), nullable=True, off=True),
        Column("legacy_id", Text("Ancien identifiant", "Former id"), kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("city", CITY, kind="text", where=_IN_A_CITY),
        Filter("served", SERVED, kind="flag"),
        Filter("geocode_quality", POINT, options=words.GEOCODE),
        Filter("placed", Text("Avec des coordonnées", "With coordinates"), kind="flag"),
        Filter("connection_type", CONNECTION, options=words.CONNECTION),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("legacy_id", FORMER_ID, kind="number"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("served", Text("Desservis", "Served"), {"served": "true"}),
        View("unplaced", Text("Sans coordonnées", "Without coordinates"), {"placed": "false"}),
        View("to_confirm", Text("Point à confirmer", "Point to confirm"), {"geocode_quality": ",".join(DOUBTFUL)}),
    ],
    verbs=[Verb("crm.find_point", "location")],
    search="search_text",
    default_sort="address",
)
