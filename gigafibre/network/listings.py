"""The lists of the network: drops, the interest list, devices, their moves."""

from __future__ import annotations

from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text
from gigafibre.network.states import (
    CONNECTIONS,
    DROP_STATES,
    EQUIPMENT_KINDS,
    EQUIPMENT_STATES,
    INTEREST_STATES,
    ONTS_A_PORT,
)

STATE, KIND, CITY = Text("État", "State"), Text("Genre", "Kind"), Text("Municipalité", "City")
ADDRESS, PORT, LOCATION = Text("Adresse", "Address"), Text("Port", "Port"), Text("Lieu", "Location")
CUSTOMER, NAME = Text("Client", "Customer"), Text("Nom", "Name")
SERIAL, MAC, PLACE = Text("Numéro de série", "Serial number"), Text("MAC", "MAC"), Text("Endroit", "Place")
PLANNED, ZONE, MODEL = Text("Prévue pour", "Planned for"), Text("Zone", "Zone"), Text("Modèle", "Model")
OLT = Text("OLT", "OLT")
NUMBER, LEGACY = Text("Numéro", "Number"), Text("Ancien identifiant", "Former id")

#: `A4:2B:B0:12:34:56` of twelve digits.
_MAC = "upper(regexp_replace({0}, '(..)(?=.)', '\\1:', 'g'))"

DROPS = Listing(
    name="drops",
    label=Text("Prises de fibre", "Fibre drops"),
    permission="network.read",
    source="""
        SELECT d.id, d.number,
               d.civic || ', ' || d.street || CASE WHEN d.unit <> '' THEN ', app. ' || d.unit ELSE '' END
                 AS address, d.street_key || lpad(coalesce(d.civic_number, 0)::text, 9, '0') AS address_order,
               d.city, d.postal_code, d.state, d.zone, d.connection_type, d.planned_for, coalesce(o.name, '') AS olt,
               o.name || ' ' || d.frame || '/' || d.slot || '/' || d.port || coalesce('.' || d.ont_id, '') AS port,
               o.name || lpad(d.frame::text, 3, '0') || lpad(d.slot::text, 3, '0') || lpad(d.port::text, 3, '0')
                 || lpad(coalesce(d.ont_id, 0)::text, 3, '0') AS port_order,
               d.vlan_internet, d.ont_serial, l.number AS location, c.number AS customer,
               c.display_name AS customer_name, d.legacy_id, d.olt_id IS NOT NULL AS plugged,
               lower(d.number) || ' ' || d.civic_key || d.address_key AS search_key
        FROM network_drop d LEFT JOIN network_olt o ON o.id = d.olt_id
        LEFT JOIN crm_location l ON l.id = d.location_id LEFT JOIN crm_customer c ON c.id = l.customer_id""",
    columns=[
        Column("number", NUMBER, kind="id"),
        Column("address", ADDRESS, sort="address_order"),
        Column("city", CITY, sort=True),
        Column("state", STATE, kind="choice", options=DROP_STATES),
        Column("port", PORT, sort="port_order", nullable=True),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("customer_name", NAME, nullable=True),
        Column("planned_for", PLANNED, kind="day", sort=True, nullable=True),
        Column("zone", ZONE, off=True),
        Column("connection_type", Text("Raccordement", "Connection"), kind="choice", options=CONNECTIONS, off=True),
        Column("location", LOCATION, kind="id", nullable=True, off=True),
        Column("postal_code", Text("Code postal", "Postal code"), off=True),
        Column("vlan_internet", Text("VLAN Internet", "Internet VLAN"), kind="number", nullable=True, off=True),
        Column("ont_serial", Text("Série de l’ONT", "ONT serial"), kind="id", off=True),
        Column("legacy_id", LEGACY, kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=DROP_STATES),
        Filter("city", CITY, kind="text"),
        Filter("zone", ZONE, kind="text"),
        Filter("olt", OLT, kind="text"),
        Filter("connection_type", Text("Raccordement", "Connection"), options=CONNECTIONS),
        Filter("plugged", Text("Avec un port", "With a port"), kind="flag"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *between("planned_for", PLANNED, kind="day"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("serviceable", Text("Desservables", "Serviceable"), {"state": "serviceable"}),
        View("connected", Text("Raccordées", "Connected"), {"state": "connected"}),
        View("planned", Text("Prévues", "Planned"), {"state": "planned"}, "planned_for"),
        View("unplugged", Text("Sans port", "Without a port"), {"plugged": "false", "state": "serviceable"}),
    ],
    search="search_key",
    default_sort="address",
    verbs=[
        Verb("network.make_serviceable", "drop"),
    ],
)

INTERESTS = Listing(
    name="interests",
    label=Text("Liste d’intérêt", "Interest list"),
    permission="network.read",
    source="""
        SELECT i.id, i.address, i.address_key, i.email, i.language, i.state, i.consented_at, i.settled_at,
               d.number AS "drop", d.state AS drop_state, d.city AS drop_city,
               i.address_key || ' ' || i.email AS search_key
        FROM network_interest i LEFT JOIN network_drop d ON d.id = i.drop_id""",
    columns=[
        Column("address", ADDRESS, sort="address_key"),
        Column("email", Text("Courriel", "Email")),
        Column("state", STATE, kind="choice", options=INTEREST_STATES),
        Column("drop", Text("Prise", "Drop"), kind="id", nullable=True),
        Column(
            "drop_state",
            Text("État de la prise", "State of the drop"),
            kind="choice",
            options=DROP_STATES,
            nullable=True,
        ),
        Column("consented_at", Text("Consentement", "Consent"), kind="instant", sort=True),
        Column("settled_at", Text("Réglé le", "Settled on"), kind="instant", sort=True, nullable=True, off=True),
        Column("language", Text("Langue", "Language"), off=True),
        Column("id", Text("Identifiant", "Id"), kind="number", off=True),
    ],
    filters=[
        Filter("state", STATE, options=INTEREST_STATES),
        Filter("drop_state", Text("État de la prise", "State of the drop"), options=DROP_STATES),
        Filter("drop", Text("Prise", "Drop"), kind="text", where='r."drop" = %(value)s'),
    ],
    views=[
        View("waiting", Text("En attente", "Waiting"), {"state": "waiting"}),
        View("to_tell", Text("À aviser", "To tell"), {"state": "waiting", "drop_state": "serviceable,connected"}),
        View("all", Text("Toutes", "All")),
    ],
    search="search_key",
    default_sort="-consented_at",
    verbs=[
        Verb("network.withdraw_interest", "interest", column="id"),
    ],
)

EQUIPMENT = Listing(
    name="equipment",
    label=Text("Équipements", "Equipment"),
    permission="network.read",
    source=f"""
        SELECT e.id, e.number, e.kind, coalesce(e.serial, '') AS serial, coalesce({_MAC.format("e.mac")}, '') AS mac,
               e.manufacturer, e.model, e.firmware, coalesce(host(e.management_ip), '') AS management_ip, e.state,
               coalesce(nullif(e.stock_place, ''), concat_ws(', ', nullif(l.line1, ''), nullif(l.city, ''))) AS place,
               e.stock_place, l.number AS location, c.number AS customer, c.display_name AS customer_name,
               c.sort_key AS customer_key, s.number AS subscription, e.printed_serial, e.note, e.legacy_id,
               e.serial IS NOT NULL OR e.mac IS NOT NULL AS identified,
               lower(e.number) || ' ' || lower(coalesce(e.serial, '')) || ' ' || coalesce(e.mac, '') || ' '
                 || lower(e.printed_serial) || ' ' || fold(e.model) || ' ' || coalesce(c.sort_key, '') AS search_key
        FROM network_equipment e LEFT JOIN crm_location l ON l.id = e.location_id
        LEFT JOIN crm_customer c ON c.id = l.customer_id
        LEFT JOIN subscriptions_subscription s ON s.id = e.subscription_id""",  # noqa: S608  our own text
    columns=[
        Column("number", NUMBER, kind="id", sort="id"),
        Column("kind", KIND, kind="choice", options=EQUIPMENT_KINDS),
        Column("model", MODEL, sort=True),
        Column("serial", SERIAL, kind="id", sort=True),
        Column("mac", MAC, kind="id"),
        Column("state", STATE, kind="choice", options=EQUIPMENT_STATES),
        Column("place", PLACE, sort=True),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("customer_name", NAME, sort="customer_key", nullable=True),
        Column("manufacturer", Text("Fabricant", "Manufacturer"), off=True),
        Column("firmware", Text("Micrologiciel", "Firmware"), off=True),
        Column("management_ip", Text("IP de gestion", "Management IP"), off=True),
        Column("location", LOCATION, kind="id", nullable=True, off=True),
        Column("subscription", Text("Abonnement", "Subscription"), kind="id", nullable=True, off=True),
        Column("printed_serial", Text("Série de l’ancien système", "Former system’s serial"), off=True),
        Column("note", Text("Note", "Note"), off=True),
        Column("legacy_id", LEGACY, kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=EQUIPMENT_STATES),
        Filter("kind", KIND, options=EQUIPMENT_KINDS),
        Filter("model", MODEL, kind="text"),
        Filter("stock_place", Text("Endroit de stock", "Stock place"), kind="text"),
        Filter("identified", Text("Identifié (série ou MAC)", "Identified (serial or MAC)"), kind="flag"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("location", LOCATION, kind="text", where="r.location = %(value)s"),
        Filter("legacy_id", FORMER_ID, kind="number"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("in_stock", Text("En stock", "In stock"), {"state": "in_stock"}),
        View("active", Text("En service", "Active"), {"state": "active"}),
        View("defective", Text("Défectueux", "Defective"), {"state": "defective"}),
        View("returned", Text("Retournés", "Returned"), {"state": "returned"}),
        View("lost", Text("Perdus", "Lost"), {"state": "lost"}),
        View("unidentified", Text("Sans identité", "Unidentified"), {"identified": "false"}),
    ],
    search="search_key",
    default_sort="-number",
    verbs=[
        Verb("network.return_equipment", "equipment"),
        Verb("network.mark_defective", "equipment"),
        Verb("network.mark_lost", "equipment"),
    ],
)

PORTS = Listing(
    name="olt_ports",
    label=Text("Ports d’OLT", "OLT ports"),
    permission="network.read",
    source="""
        SELECT p.place AS id, p.*, CASE WHEN p.port IS NOT NULL THEN %(room)s - p.onts END AS free,
               p.olt || lpad(coalesce(p.frame, 0)::text, 3, '0') || lpad(coalesce(p.slot, 0)::text, 3, '0')
                 || lpad(coalesce(p.port, 0)::text, 3, '0') AS port_order, fold(p.place) AS search_key
        FROM (SELECT o.name AS olt, d.frame, d.slot, d.port, count(d.id) AS drops, count(d.ont_id) AS onts,
                     count(*) FILTER (WHERE d.state = 'connected') AS connected,
                     o.name || coalesce(' ' || d.frame || '/' || d.slot || '/' || d.port, '') AS place
              FROM network_olt o LEFT JOIN network_drop d ON d.olt_id = o.id
              GROUP BY o.name, d.frame, d.slot, d.port) p""",
    values=lambda: {"room": ONTS_A_PORT},
    columns=[
        Column("place", PORT, sort="port_order"),
        Column("onts", Text("ONT", "ONTs"), kind="number", sort=True),
        Column("free", Text("Libres", "Free"), kind="number", sort=True, nullable=True),
        Column("connected", Text("Raccordés", "Connected"), kind="number", sort=True),
        Column("drops", Text("Prises", "Drops"), kind="number", sort=True),
        Column("olt", OLT, off=True),
        Column("frame", Text("Châssis", "Frame"), kind="number", nullable=True, off=True),
        Column("slot", Text("Carte", "Slot"), kind="number", nullable=True, off=True),
        Column("port", Text("Numéro du port", "Port number"), kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("olt", OLT, kind="text"),
        *between("free", Text("Libres", "Free"), kind="number"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("almost_full", Text("Presque pleins", "Almost full"), {"free_max": "15"}, "free"),
    ],
    search="search_key",
    default_sort="place",
    worded=True,
)

MOVES = Listing(
    name="equipment_moves",
    label=Text("Mouvements d’équipement", "Equipment moves"),
    permission="network.read",
    source="""
        SELECT m.id, m.at, e.number AS equipment, e.kind, m.from_state, m.to_state,
               coalesce(f.number, nullif(m.from_place, ''), '') AS from_where,
               coalesce(t.number, nullif(m.to_place, ''), '') AS to_where, m.actor, m.reason, m.job,
               fold(m.actor || ' ' || m.reason) || ' ' || lower(e.number || ' ' || m.job) AS search_key
        FROM network_equipmentmove m JOIN network_equipment e ON e.id = m.equipment_id
        LEFT JOIN crm_location f ON f.id = m.from_location_id LEFT JOIN crm_location t ON t.id = m.to_location_id""",
    columns=[
        Column("at", Text("Le", "At"), kind="instant", sort="id"),
        Column("equipment", Text("Équipement", "Equipment"), kind="id"),
        Column("kind", KIND, kind="choice", options=EQUIPMENT_KINDS),
        Column("from_state", Text("De l’état", "From the state"), kind="choice", options=EQUIPMENT_STATES),
        Column("to_state", Text("À l’état", "To the state"), kind="choice", options=EQUIPMENT_STATES),
        Column("from_where", Text("De", "From")),
        Column("to_where", Text("À", "To")),
        Column("actor", Text("Par", "By"), options=PLATFORM),
        Column("reason", Text("Raison", "Reason")),
        Column("job", Text("Intervention", "Job"), kind="id"),
        Column("id", Text("Mouvement", "Move"), kind="number", off=True),
    ],
    filters=[
        Filter("to_state", Text("À l’état", "To the state"), options=EQUIPMENT_STATES),
        Filter("kind", KIND, options=EQUIPMENT_KINDS),
        Filter("equipment", Text("Équipement", "Equipment"), kind="text", where="r.equipment = %(value)s"),
        Filter("job", Text("Intervention", "Job"), kind="text"),
        *between("at", Text("Le", "At"), kind="day", column="at"),
    ],
    views=[View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="-at",
)
