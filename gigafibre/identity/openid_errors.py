"""Refusals of the company's own login, OpenID Connect."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class OpenIdUnreachable(Refusal):
    """The company's login doesn't answer."""

    code, status = "openid_unreachable", 503
    text = Text(
        "La connexion de l’entreprise ne répond pas : {issuer}.", "The company’s login does not answer: {issuer}."
    )


class OpenIdRefused(Refusal):
    """What came back from the company's login proves nothing."""

    code, status = "openid_refused", 403
    text = Text(
        "La réponse de la connexion de l’entreprise n’est pas valable ({why}). Recommencez.",
        "The answer of the company’s login is not valid ({why}). Try again.",
    )


class InNoGroup(Refusal):
    """The provider vouches for him, but none of his groups has a role here."""

    code, status = "openid_no_group", 403
    text = Text(
        "Aucun de vos groupes ne donne de rôle ici. Demandez à un administrateur.",
        "None of your groups has a role here. Ask an administrator.",
    )


class DisabledOutside(Refusal):
    """The provider vouches for him, but he is disabled here."""

    code, status = "openid_disabled", 403
    text = Text("Votre compte est désactivé ici.", "Your account is disabled here.")


class IssuerNotSafe(Refusal):
    """A provider is asked over https."""

    code = "issuer_not_safe"
    text = Text("L’adresse du fournisseur commence par https://.", "The provider’s address begins with https://.")
