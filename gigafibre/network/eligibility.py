"""What can be had at an address: the drops that a typed text may mean, and the plans sold there with their price."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from django.db import connection

from gigafibre.catalog.offers import PlanHere, plans_at
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.folding import fold
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.network.civic import Typed, understand
from gigafibre.network.errors import AddressNotServed, NoSuchDrop
from gigafibre.network.queries import drops_at

MOST = 8
Answered = Literal["connected", "serviceable", "planned", "not_covered", "choose", "type_more"]


@dataclass(frozen=True)
class Candidate:
    """A drop that a typed address may mean; `exact` unless its words only resemble."""

    number: str
    civic: str
    street: str
    unit: str
    city: str
    postal_code: str
    state: str
    planned_for: datetime.date | None
    zone: str
    connection_type: str
    exact: bool
    score: float
    olt: str
    frame: int | None
    slot: int | None
    port: int | None
    ont_id: int | None
    location: str

    @property
    def address(self) -> str:
        """Its civic address in one line."""
        unit = f", app. {self.unit}" if self.unit else ""
        return f"{self.civic}, {self.street}{unit}"


@dataclass(frozen=True)
class Eligibility:
    """The answer: what holds at the one address meant (`chosen`), or what to do next."""

    state: Answered
    items: list[Candidate]
    chosen: Candidate | None = None
    plans: list[PlanHere] = field(default_factory=list)


_COLUMNS = """
       d.number, d.civic, d.street, d.unit, d.city, d.postal_code, d.state, d.planned_for, d.zone, d.connection_type,
       {exact}, {score}, coalesce(o.name, ''), d.frame, d.slot, d.port, d.ont_id,
       coalesce((SELECT l.number FROM crm_location l WHERE l.id = d.location_id), '')
"""
_FOUND = Prepared(
    "SELECT"
    + _COLUMNS.format(exact="n.exact", score="n.score")
    + """
FROM network_addresses(%(civic)s, %(letter)s, %(alone)s, %(words)s, %(names)s, %(most)s)
     WITH ORDINALITY n (drop_id, exact, score, place)
JOIN network_drop d ON d.id = n.drop_id LEFT JOIN network_olt o ON o.id = d.olt_id ORDER BY n.place
"""
)
_ONE = Prepared(
    "SELECT"
    + _COLUMNS.format(exact="true", score="1.0")
    + "FROM network_drop d LEFT JOIN network_olt o ON o.id = d.olt_id WHERE d.number = %(drop)s"
)
_SERVING = Prepared(
    "SELECT"
    + _COLUMNS.format(exact="true", score="1.0")
    + """FROM crm_location p JOIN network_drop d ON d.location_id = p.id LEFT JOIN network_olt o ON o.id = d.olt_id
WHERE p.number = %(location)s ORDER BY d.id DESC LIMIT 1"""
)


def find(raw: str, *, most: int = MOST) -> Eligibility:
    """Answer what can be had at a typed address, or which addresses it may mean."""
    typed = understand(raw)
    if not typed.words and not typed.alone:
        return Eligibility("type_more", [])
    items = _candidates(typed, most)
    if not items:
        return Eligibility("not_covered" if typed.whole else "type_more", [])
    meant = _meant(typed, items)
    return Eligibility("choose", items) if meant is None else _of(meant, items)


def at(drop: str) -> Eligibility:
    """Answer what can be had at a drop, or refuse."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE, {"drop": drop})
        row = cursor.fetchone()
    if row is None:
        raise NoSuchDrop(drop=drop)
    chosen = Candidate(*row)
    return _of(chosen, [chosen])


_WHY = {
    "planned": Text("la fibre n’y passe pas encore", "fibre does not pass there yet"),
    "not_covered": Text("la fibre n’y passe pas", "fibre does not pass there"),
    "type_more": Text("l’adresse est incomplète", "the address is incomplete"),
    "choose": Text("plusieurs prises y répondent, nommez la bonne", "several drops answer, name the right one"),
    "connected": Text("la prise {drop} y sert encore {place}", "drop {drop} still serves {place}"),
}


def serving(location: str, address: str, *, drop: str = "") -> Candidate:
    """Return the drop that serves a location, or can: the one named, else its address's. Refuses what can't be served.

    A preview is told which, as a rule checked.
    """
    here = drops_at(location)
    found = at(drop or here[0].number) if drop or here else find(address)
    chosen, state = found.chosen, found.state
    taken = chosen is not None and state == "connected" and chosen.location != location
    if chosen is None or state == "planned" or taken:
        said = {"drop": chosen.number, "place": chosen.location} if chosen else {}
        why = _WHY[state].with_(**said)
        rule("network.serviceable", "eligibility", Text(f"{address} : {why.fr}", f"{address}: {why.en}"), passed=False)
        raise AddressNotServed(address=address, why=why)
    words = Text("{a} : desservie par {d}", "{a}: served by {d}").with_(a=address, d=chosen.number)
    rule("network.serviceable", "eligibility", words, passed=True)
    return chosen


def place_of(location: str) -> Candidate | None:
    """Return the drop that serves a location, else the one its address means; none where the fibre does not pass."""
    with connection.cursor() as cursor:
        cursor.execute(_SERVING, {"location": location})
        row = cursor.fetchone()
    return Candidate(*row) if row else find(crm.location(location).address).chosen


def _candidates(typed: Typed, most: int) -> list[Candidate]:
    with connection.cursor() as cursor:
        cursor.execute(
            _FOUND,
            {
                "civic": typed.civic,
                "letter": typed.letter,
                "alone": typed.alone or None,
                "words": list(typed.words),
                "names": list(typed.names),
                "most": most * 4 if typed.unit else most,
            },
        )
        items = [Candidate(*row) for row in cursor.fetchall()]
    if typed.unit and (fitting := [one for one in items if fold(one.unit).split()[-1:] == [typed.unit]]):
        return fitting[:most]
    return items[:most]


def _meant(typed: Typed, items: list[Candidate]) -> Candidate | None:
    """Return the one address that is meant: the only one that fits, or the only one that fits word by word."""
    if typed.civic is None or not typed.words:
        return None
    exact = [one for one in items if one.exact]
    if len(exact) == len(items) == 1:
        return exact[0]
    whole = [one for one in exact if one.score == 1 and len(typed.words) > 1]
    return whole[0] if len(whole) == 1 else None


def _of(chosen: Candidate, items: list[Candidate]) -> Eligibility:
    sold = [] if chosen.state == "planned" else plans_at(chosen.zone, chosen.connection_type, on=clock.today())
    state: Answered = "connected" if chosen.state == "connected" else "serviceable"
    return Eligibility("planned" if chosen.state == "planned" else state, items, chosen, sold)
