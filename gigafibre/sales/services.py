"""The service that collects signatures, as the page of integrations shows it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings as django_settings

from gigafibre.kernel import settings
from gigafibre.kernel.services import Seen, Service, register
from gigafibre.kernel.text import Text
from gigafibre.sales.adapters import signer


def _seen() -> Seen:
    chosen = settings.get("sales.signing_provider")
    if chosen == "docuseal":
        return Seen(chosen, bool(django_settings.DOCUSEAL_TOKEN), urlsplit(django_settings.DOCUSEAL_URL).netloc)
    return Seen(chosen, chosen == "simulator")


register(
    Service(
        code="signing",
        label=Text("Signature électronique", "Electronic signatures"),
        about=Text("Contrats commerciaux signés chez un fournisseur", "Commercial contracts signed at a provider"),
        settings=(
            "sales.signing_provider",
            "GIGAFIBRE_DOCUSEAL_URL",
            "GIGAFIBRE_DOCUSEAL_TOKEN",
            "GIGAFIBRE_DOCUSEAL_SECRET",
        ),
        kinds=("sales.request_signature", "sales.fetch_signature", "sales.withdraw_request"),
        seen=_seen,
        check=lambda: signer().check(),
    )
)
