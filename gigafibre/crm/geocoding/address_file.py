"""A municipality’s address file: read as CSV, kept whole under its name, asked for a door or its street’s nearest."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.crm import addresses
from gigafibre.crm.geocoding.asking import degrees
from gigafibre.crm.geocoding.points import NEAREST, Asked, Point, source
from gigafibre.crm.models import AddressPoint
from gigafibre.kernel import clock
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.folding import fold
from gigafibre.kernel.text import Text

#: What the columns are called in the files that municipalities and the province give; folded.
_CALLED = {
    "civic": ("civic", "no civique", "numero civique", "nocivq", "numero municipal", "number"),
    "street": ("street", "rue", "odonyme", "nom de rue", "nomrue", "voie", "odorecompl"),
    "city": ("city", "ville", "municipalite", "nommun"),
    "postal_code": ("postal code", "code postal", "codepostal"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "long", "lng", "x"),
}
_WANTED = ("civic", "street", "city", "latitude", "longitude")
#: So many bad lines are told; more means that the file is another one.
MOST_TOLD = 20
_BAD = Text("Ligne {line} : {why}.", "Line {line}: {why}.")
_NO_DOOR = Text("numéro civique, rue ou municipalité manquant", "civic number, street or city is missing")
_NO_POINT = Text("latitude ou longitude illisible", "latitude or longitude can’t be read")
_LACKS = Text("Colonnes manquantes : {columns}.", "Missing columns: {columns}.")
_EMPTY = Text("Le fichier n’a aucune adresse.", "The file has no address.")

_AT_THE_DOOR = """
SELECT latitude, longitude, source FROM crm_addresspoint
WHERE street_key = crm_canonical(%(street)s) AND civic_number = %(number)s AND civic_key = %(key)s
ORDER BY loaded_at DESC, id LIMIT 1
"""
_NEAR = f"""
SELECT latitude, longitude, source FROM crm_addresspoint
WHERE street_key = crm_canonical(%(street)s) ORDER BY {NEAREST} LIMIT 1
"""  # noqa: S608  words of ours


@dataclass(frozen=True)
class Loaded:
    """What came of a file: how many doors it holds, and how many the same file held before."""

    doors: int
    before: int


@source("address_file", order=2)
def _knows(asked: Asked) -> Point | None:
    """The door in an address file, else the nearest of its street."""
    parts = addresses.civic_and_street(asked.line1)
    if parts is None:
        return None
    number, key, street = parts
    given: dict[str, str | int] = {"street": f"{street} {asked.city}", "number": number, "key": key}
    with connection.cursor() as cursor:
        for statement, quality in ((_AT_THE_DOOR, "exact"), (_NEAR, "street")):
            cursor.execute(statement, given)
            row = cursor.fetchone()
            if row is not None:
                return Point(row[0], row[1], quality, row[2])
    return None


def read(text: str) -> list[AddressPoint]:
    """Read a file's doors; refuses one without the columns, or with lines that can't be read, naming each.

    Comma, semicolon or tab between columns; degrees with a point or a comma. The same door twice is its first line.
    """
    body = text.lstrip("\ufeff")
    head = body.partition("\n")[0]
    rows = csv.reader(io.StringIO(body), delimiter=max(";\t,", key=head.count))
    places = _places(next(rows, []))
    doors: dict[tuple[str, str], AddressPoint] = {}
    bad: list[Detail] = []
    for line, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        told = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
        made = _door(told)
        if isinstance(made, Text):
            bad.append(Detail("csv", "bad_line", _BAD.with_(line=line, why=made)))
        else:
            doors.setdefault((addresses.canonical(f"{made.street} {made.city}"), made.civic_key), made)
        if len(bad) >= MOST_TOLD:
            break
    if bad:
        raise InvalidInput(*bad)
    if not doors:
        raise InvalidInput(Detail("csv", "empty", _EMPTY))
    return list(doors.values())


def load(name: str, doors: list[AddressPoint]) -> Loaded:
    """Put a file's doors in the place of those it had, in the caller's transaction."""
    before, _ = AddressPoint.objects.filter(source=name).delete()
    now = clock.now()
    for door in doors:
        door.source, door.loaded_at = name, now
    AddressPoint.objects.bulk_create(doors, batch_size=2000)
    return Loaded(len(doors), before)


def _places(head: list[str]) -> dict[str, int]:
    called = [fold(cell.replace("_", " ")) for cell in head]
    found = {
        name: next((called.index(word) for word in words if word in called), -1) for name, words in _CALLED.items()
    }
    lacking = [name for name in _WANTED if found[name] < 0]
    if lacking:
        raise InvalidInput(Detail("csv", "missing_columns", _LACKS.with_(columns=", ".join(lacking))))
    return {name: place for name, place in found.items() if place >= 0}


def _door(told: dict[str, str]) -> AddressPoint | Text:
    parts = addresses.civic_and_street(f"{told['civic']}, {told['street']}")
    if parts is None or not told["city"] or len(told["street"]) > 128 or len(told["city"]) > 80:
        return _NO_DOOR
    where = degrees(told["latitude"].replace(",", "."), told["longitude"].replace(",", "."))
    if where is None or where == (Decimal(0), Decimal(0)):
        return _NO_POINT
    number, key, street = parts
    return AddressPoint(
        civic=told["civic"][:16],
        street=street,
        city=told["city"],
        postal_code=told.get("postal_code", "")[:16],
        latitude=where[0],
        longitude=where[1],
        civic_number=number,
        civic_key=key,
    )
