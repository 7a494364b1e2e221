"""What drops and devices may be, in words, and what may follow what (the database's trigger holds the same table)."""

from __future__ import annotations

from gigafibre.kernel.text import Text

#: ONTs that one GPON port carries.
ONTS_A_PORT = 128
DROP_STATES = {
    "planned": Text("Prévue", "Planned"),
    "serviceable": Text("Desservable", "Serviceable"),
    "connected": Text("Raccordée", "Connected"),
}
CONNECTIONS = {
    "FTTH": Text("Fibre jusqu’au logis (FTTH)", "Fibre to the home (FTTH)"),
    "FTTB": Text("Fibre jusqu’à l’immeuble (FTTB)", "Fibre to the building (FTTB)"),
}
EQUIPMENT_KINDS = {
    "ont": Text("ONT", "ONT"),
    "modem": Text("Modem", "Modem"),
    "router": Text("Routeur", "Router"),
    "tv_box": Text("Décodeur télé", "TV box"),
    "phone_adapter": Text("Adaptateur téléphonique", "Phone adapter"),
    "antenna": Text("Antenne", "Antenna"),
    "switch": Text("Commutateur", "Switch"),
    "other": Text("Autre", "Other"),
}
EQUIPMENT_STATES = {
    "in_stock": Text("En stock", "In stock"),
    "active": Text("En service", "Active"),
    "defective": Text("Défectueux", "Defective"),
    "returned": Text("Retourné", "Returned"),
    "lost": Text("Perdu", "Lost"),
}
INTEREST_STATES = {
    "waiting": Text("En attente", "Waiting"),
    "told": Text("Avisé", "Told"),
    "withdrawn": Text("Retiré", "Withdrawn"),
}
#: From each state of a device, the states that may follow it (beside itself).
FOLLOWS = {
    "in_stock": {"active", "defective", "lost"},
    "active": {"defective", "returned", "lost"},
    "defective": {"in_stock", "returned", "lost"},
    "returned": {"in_stock", "defective", "lost"},
    "lost": {"in_stock", "defective"},
}
