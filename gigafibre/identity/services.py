"""The company's own login, as the page of integrations shows it."""

from __future__ import annotations

from urllib.parse import urlsplit

from gigafibre.identity import openid, queries
from gigafibre.kernel.errors import Refusal, ServiceNotSetUp
from gigafibre.kernel.services import NotWorking, Seen, Service, register
from gigafibre.kernel.text import Text

LABEL = Text("Connexion de l’entreprise", "The company’s login")
MEND = Text(
    "Vérifiez l’adresse du fournisseur sur la page Connexion, et que cette machine l’atteint.",
    "Check the provider’s address on the Login page, and that this machine reaches it.",
)


def _seen() -> Seen:
    found = queries.login_provider(only_on=False)
    if found is None:
        return Seen("", ready=False)
    return Seen("openid", ready=True, address=urlsplit(found.issuer).hostname or "")


def _check() -> Text:
    """Ask the provider what it publishes of itself, now."""
    found = queries.login_provider(only_on=False)
    if found is None:
        raise ServiceNotSetUp(service=LABEL, settings=LABEL)
    try:
        openid.discovered(found.issuer, fresh=True)
    except Refusal as refusal:
        raise NotWorking(refusal.said, MEND) from refusal
    return Text("Le fournisseur {name} répond.", "The provider {name} answers.").with_(name=found.name)


register(
    Service(
        code="login",
        label=LABEL,
        about=Text(
            "Le personnel entre par le fournisseur de l’entreprise (OpenID Connect)",
            "Staff come in by the company’s provider (OpenID Connect)",
        ),
        settings=(),
        kinds=(),
        seen=_seen,
        check=_check,
    )
)
