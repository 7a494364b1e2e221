"""Links for customers: to accept a quotation until it runs out, to sign a contract once within its days."""

from __future__ import annotations

from datetime import datetime

from gigafibre.kernel import clock, settings
from gigafibre.kernel.signing import make_token, read_token
from gigafibre.sales import settings as _declared  # noqa: F401  declares what is read below

QUOTE = "sales.quote"
SIGN = "sales.sign"


def next_name(link: str) -> str:
    """Return the name of the link after this one, which it makes worthless; their signature keeps them safe."""
    return str(int(link or 0) + 1)


def quote_link(number: str, link: str, until: datetime) -> str:
    """Return the address where a quotation is accepted or declined."""
    return f"{_base()}/quote/{make_token(QUOTE, f'{number}:{link}', until)}"


def sign_link(number: str, link: str, until: datetime) -> str:
    """Return the address where a contract is read and signed."""
    return f"{_base()}/sign/{make_token(SIGN, f'{number}:{link}', until)}"


def read(purpose: str, token: str) -> tuple[str, str]:
    """Return the number and the link's name a token was made for; raises TokenTampered, or TokenExpired."""
    number, _, link = read_token(purpose, token, clock.now()).partition(":")
    return number, link


def _base() -> str:
    return str(settings.get("sales.public_url")).rstrip("/")
