"""Nominatim's search (OpenStreetMap): a structured question, the first answer, its kind of place as how sure it is."""

from __future__ import annotations

from gigafibre.crm.geocoding.asking import ask, degrees, not_working
from gigafibre.crm.geocoding.points import Asked, Point
from gigafibre.kernel.intents import TransportError
from gigafibre.kernel.text import Text

#: `addresstype` of an answer, as far as it is surer than a town's.
_SURE = {"house": "address", "building": "address", "amenity": "address", "place": "address", "road": "street"}
_SURE |= {"highway": "street", "street": "street"}


class Nominatim:
    """One server: the public one, or one's own. `email` is who is reached when the public one is asked too much."""

    name = "nominatim"

    def __init__(self, base: str, *, email: str, pause_s: float) -> None:
        self.base, self.email, self.pause_s = base, email, pause_s

    def find(self, asked: Asked) -> Point | None:
        """Ask for an address of Canada."""
        question = {"street": asked.line1, "city": asked.city, "state": asked.province, "country": "Canada"}
        question |= {"postalcode": asked.postal_code} if asked.postal_code else {}
        found = self._ask(question)
        if not found and asked.postal_code:
            # Its postal codes are often missing: an unknown one must not hide the street.
            found = self._ask({name: value for name, value in question.items() if name != "postalcode"})
        for one in found[:1]:
            where = degrees(one.get("lat"), one.get("lon"))
            if where is not None:
                return Point(*where, _SURE.get(str(one.get("addresstype", "")), "area"), self.name)
        return None

    def check(self) -> Text:
        """Ask for a town that exists."""
        try:
            found = self._ask({"city": "Montréal", "state": "QC", "country": "Canada"})
        except TransportError as error:
            raise not_working(error) from error
        if not found:
            raise not_working(TransportError("it doesn't know Montréal"))
        return Text("Le serveur trouve Montréal.", "The server finds Montréal.")

    def _ask(self, question: dict[str, str]) -> list[dict[str, object]]:
        how = {"format": "jsonv2", "limit": "1", "countrycodes": "ca"} | ({"email": self.email} if self.email else {})
        found = ask(self.name, f"{self.base}/search", question | how)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
