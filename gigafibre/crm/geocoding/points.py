"""Points and how sure they are; who knows points here, asked in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

#: How sure a point is, the surest first: a person said so; the door by our own plant or an address file; the door by a
#: geocoder; the former system's; some door of its street; the middle of a postal code or a town; looked for in vain.
SURENESS = ("confirmed", "exact", "address", "legacy", "street", "area", "unfound", "none")
#: What a person looks at on the map.
DOUBTFUL = ("legacy", "street", "area", "unfound")
#: From these on no geocoder is asked: it would not know better.
TO_THE_DOOR = ("confirmed", "exact")


@dataclass(frozen=True)
class Asked:
    """A place whose point is wanted: its number and its civic address."""

    location: str
    line1: str
    line2: str
    city: str
    province: str
    postal_code: str

    @property
    def address(self) -> str:
        """Its address in one line."""
        return ", ".join(
            part for part in (self.line1, self.city, f"{self.province} {self.postal_code}".strip()) if part
        )


@dataclass(frozen=True)
class Point:
    """A point in degrees (WGS 84, six decimals), how sure it is, and who says so (`DROP-204`, `nominatim`)."""

    latitude: Decimal
    longitude: Decimal
    quality: str
    source: str


#: How doors of a street are ordered by their nearness to a civic `number`: its own side of the street first.
NEAREST = "(civic_number - %(number)s) %% 2 <> 0, abs(civic_number - %(number)s), id"

Knows = Callable[[Asked], Point | None]
_sources: dict[str, tuple[int, Knows]] = {}


def source(name: str, *, order: int) -> Callable[[Knows], Knows]:
    """Register one of our own sources; the lowest order is asked first. It reads the database and nothing else."""

    def register(knows: Knows) -> Knows:
        _sources[name] = (order, knows)
        return knows

    return register


def known_point(asked: Asked) -> Point | None:
    """Return the surest point that our own sources have for a place; the first that knows the door is taken."""
    best: Point | None = None
    for _, knows in sorted(_sources.values(), key=lambda one: one[0]):
        found = knows(asked)
        if found is not None and (best is None or better(found.quality, best.quality)):
            best = found
        if best is not None and best.quality in TO_THE_DOOR:
            break
    return best


def better(quality: str, than: str) -> bool:
    """Say whether a point of one quality is surer than one of another."""
    return SURENESS.index(quality) < SURENESS.index(than)
