"""What the search box finds here: devices by number, by serial and MAC in any notation; drops by number."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, Standing, finds
from gigafibre.kernel.text import Text
from gigafibre.network.notations import serial_key

_EQUIPMENT = """
SELECT e.id, 'equipment' AS kind, e.number,
       (CASE WHEN e.number = %(number)s OR e.serial = %(serial)s OR e.mac = %(mac)s THEN 99
             WHEN upper(e.printed_serial) = %(serial)s THEN 92
             WHEN e.legacy_id = %(former)s THEN %(by_former)s ELSE 45 END)::float8 AS score,
       jsonb_build_object('title', concat_ws(' ', nullif(e.manufacturer, ''), nullif(e.model, ''), e.number),
         'subtitle', coalesce(nullif(e.stock_place, ''), concat_ws(', ', l.line1, l.city), ''),
         'url', '/equipment/' || e.number, 'status', e.state, 'customer', c.number,
         'fields', jsonb_build_object('number', e.number, 'serial', e.serial, 'mac', e.mac,
                                      'printed', nullif(e.printed_serial, ''), 'former', e.legacy_id::text)) AS facts
FROM network_equipment e LEFT JOIN crm_location l ON l.id = e.location_id
LEFT JOIN crm_customer c ON c.id = l.customer_id
WHERE e.number = %(number)s OR e.serial = %(serial)s OR e.mac = %(mac)s
   OR (upper(e.printed_serial) = %(serial)s AND e.printed_serial <> '')
   OR (%(begins)s <> '' AND (e.serial LIKE %(begins)s || '%%' OR e.mac LIKE lower(%(begins)s) || '%%'))
   OR e.legacy_id = %(former)s
ORDER BY 4 DESC, e.id LIMIT 6
"""
_DROP = """
SELECT d.id, 'drop' AS kind, d.number,
       (CASE WHEN d.number = %(number)s THEN 98 ELSE %(by_former)s END)::float8 AS score,
       jsonb_build_object('title', d.civic || ', ' || d.street, 'subtitle', d.city, 'url', '/drops/' || d.number,
         'status', d.state, 'fields', jsonb_build_object('number', d.number, 'former', d.legacy_id::text)) AS facts
FROM network_drop d WHERE d.number = %(number)s OR d.legacy_id = %(former)s ORDER BY 4 DESC LIMIT 2
"""
#: Signs of a serial or MAC from which its beginning is worth looking for.
SHORTEST = 5


@finds(
    "network.read",
    Standing.THING,
    equipment=Text("Équipement", "Equipment"),
    fields={
        "number": Text("Numéro", "Number"),
        "serial": Text("Numéro de série", "Serial number"),
        "mac": Text("MAC", "MAC"),
        "printed": Text("Série de l’ancien système", "Former system’s serial"),
        "former": FORMER_ID,
    },
)
def equipment(question: Question) -> Search | None:
    """Devices by number, by serial (twelve signs or sixteen digits) and by MAC, with or without separators."""
    key = serial_key(question.raw)
    if not key.isalnum() or not key.isascii() or not any(sign.isdigit() for sign in key) or len(key) > 32:
        return None
    begins = key if len(key) >= SHORTEST and not question.phone else ""
    values = {"number": question.number, "serial": key, "mac": question.mac, "begins": begins}
    return Search(_EQUIPMENT, values | {"former": question.former_id, "by_former": BY_FORMER_ID})


@finds(
    "network.read",
    Standing.THING,
    drop=Text("Prise de fibre", "Fibre drop"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def drops(question: Question) -> Search | None:
    """Drops by number, or by the id they had."""
    if not question.number.startswith("DROP-") and question.former_id is None:
        return None
    values = {"number": question.number, "former": question.former_id, "by_former": BY_FORMER_ID}
    return Search(_DROP, values)
