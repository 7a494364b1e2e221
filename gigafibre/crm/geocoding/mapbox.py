"""Mapbox Geocoding v6: one forward question, its accuracy as how sure the point is; kept for good, as licensed."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.geocoding.asking import ask, degrees, not_working
from gigafibre.crm.geocoding.points import Asked, Point
from gigafibre.kernel.intents import TransportError
from gigafibre.kernel.text import Text

#: How its point of an address was made; what is interpolated may lie some doors away.
_SURE = {"rooftop": "address", "parcel": "address", "point": "address", "interpolated": "street"}
_SURE |= {"approximate": "street", "intersection": "street"}


class Mapbox:
    """One account, by its secret token."""

    name, pause_s = "mapbox", 0.0

    def __init__(self, base: str, token: str) -> None:
        self.base, self.token = base, token

    def find(self, asked: Asked) -> Point | None:
        """Ask for an address of Canada."""
        for one in self._ask(
            {
                "address_line1": asked.line1,
                "place": asked.city,
                "region": asked.province,
                "postcode": asked.postal_code,
                "country": "ca",
            }
        )[:1]:
            said: dict[str, Any] = one.get("properties") or {}
            at: dict[str, Any] = said.get("coordinates") or {}
            where = degrees(at.get("latitude"), at.get("longitude"))
            if where is None:
                return None
            kind = str(said.get("feature_type", ""))
            sure = _SURE.get(str(at.get("accuracy", "")), "street") if kind == "address" else "area"
            return Point(*where, "street" if kind == "street" else sure, self.name)
        return None

    def check(self) -> Text:
        """Ask for a town that exists."""
        try:
            found = self._ask({"place": "Montréal", "region": "QC", "country": "ca"})
        except TransportError as error:
            raise not_working(error) from error
        if not found:
            raise not_working(TransportError("it doesn't know Montréal"))
        return Text("Le compte répond : Montréal est trouvée.", "The account answers: Montréal is found.")

    def _ask(self, question: dict[str, str]) -> list[dict[str, Any]]:
        asked = {name: value for name, value in question.items() if value}
        how = {"access_token": self.token, "permanent": "true", "limit": "1", "autocomplete": "false"}
        found = ask(self.name, f"{self.base}/search/geocode/v6/forward", asked | how)
        features = found.get("features") if isinstance(found, dict) else None
        return [one for one in features if isinstance(one, dict)] if isinstance(features, list) else []
