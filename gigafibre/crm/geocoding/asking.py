"""What the geocoders' adapters share: one question over HTTPS, its failures in our words, a point in our degrees."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import httpx

from gigafibre.kernel.intents import TransportError
from gigafibre.kernel.services import NotWorking
from gigafibre.kernel.text import Text

TIMEOUT_S = 15.0
AGENT = "Gigafibre-FSM/1"
_SIX = Decimal("0.000001")


def ask(name: str, url: str, params: dict[str, str]) -> Any:
    """Return what a geocoder answers, as JSON. Raises TransportError, without our token."""
    try:
        answer = httpx.get(url, params=params, timeout=TIMEOUT_S, headers={"user-agent": AGENT})
    except httpx.HTTPError as error:
        raise TransportError(f"{name} can't be reached: {type(error).__name__}") from error
    if answer.status_code != 200:
        raise TransportError(f"{name} answered {answer.status_code}", permanent=answer.status_code in {400, 404, 422})
    try:
        return answer.json()
    except ValueError as error:
        raise TransportError(f"{name} answered no JSON") from error


def degrees(latitude: Any, longitude: Any) -> tuple[Decimal, Decimal] | None:
    """Return a point in six decimals, None for what is none on this earth."""
    try:
        found = Decimal(str(latitude)).quantize(_SIX), Decimal(str(longitude)).quantize(_SIX)
    except InvalidOperation:
        return None
    return found if abs(found[0]) <= 90 and abs(found[1]) <= 180 else None


def not_working(error: TransportError) -> NotWorking:
    """Say in a test of the service why it gives no answer."""
    return NotWorking(
        Text("Le géocodeur ne répond pas : {error}", "The geocoder gives no answer: {error}").with_(error=str(error)),
        Text(
            "Vérifiez l’adresse et le jeton de GIGAFIBRE_GEOCODER_URL, et que cette machine l’atteint.",
            "Check the address and the token in GIGAFIBRE_GEOCODER_URL, and that this machine reaches it.",
        ),
    )
