"""What the network holds of a person: who had which address, what he used; our devices and drops are nobody’s."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

OURS = Text("Notre équipement, sans le lieu d’une personne.", "Our equipment, without anybody’s place.")
HOUSE = Text("L’adresse d’une maison que la fibre dessert.", "The address of a house that the fibre serves.")

holds("network_ipassignment", Text("Adresses IP", "IP addresses"), goes=True)
holds(
    "network_usageday",
    Text("Usage par jour", "Usage by day"),
    by="subscription_id>subscriptions_subscription",
    goes=True,
)
holds("network_interest", Text("Liste d’intérêt", "Interest list"), by="(t.email = ANY(%(points)s))", goes=True)
holds(
    "network_equipment",
    Text("Équipements", "Equipment"),
    by="location_id>crm_location",
    because=OURS,
    ours=True,
    hidden=("username", "password"),
    kept=(
        "number",
        "serial",
        "mac",
        "model",
        "manufacturer",
        "firmware",
        "management_ip",
        "username",
        "password",
        "stock_place",
        "printed_serial",
        "printed_mac",
    ),
)
holds(
    "network_equipmentmove",
    Text("Mouvements d’équipement", "Moves of equipment"),
    because=OURS,
    by="(t.from_location_id IN (SELECT id FROM crm_location WHERE customer_id = %(customer)s) OR "
    "t.to_location_id IN (SELECT id FROM crm_location WHERE customer_id = %(customer)s))",
    kept=("from_state", "to_state", "from_place", "to_place", "actor", "action", "job"),
)
holds(
    "network_drop",
    Text("Prises de fibre", "Fibre drops"),
    by="location_id>crm_location",
    because=HOUSE,
    ours=True,
    kept=(
        "number",
        "civic",
        "street",
        "unit",
        "city",
        "province",
        "postal_code",
        "zone",
        "frame",
        "slot",
        "port",
        "ont_serial",
        "placemark",
        "civic_number",
        "civic_key",
        "street_key",
        "address_key",
    ),
)
apart(
    Text("Le réseau, et un frein par adresse d’une heure.", "The network, and a brake by address of an hour."),
    "network_olt",
    "network_publicasking",
)
