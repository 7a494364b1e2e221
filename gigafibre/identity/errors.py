"""Refusals of logging in and of managing people, tokens and switches."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class WrongLogin(Refusal):
    """Name, password or person is not good; which of them is not told."""

    code, status = "wrong_login", 401
    text = Text(
        "Nom d’utilisateur ou mot de passe incorrect.",
        "Wrong user name or password.",
    )


class TooManyLogins(Refusal):
    """Too many wrong passwords: the account does not listen to that address for a while."""

    code, status = "too_many_logins", 429
    text = Text(
        "Trop d’essais. Réessayez dans {seconds} secondes.",
        "Too many tries. Try again in {seconds} seconds.",
    )


class CsrfFailed(Refusal):
    """A write by a logged-in browser did not prove that it comes from one of our pages."""

    code, status = "csrf_failed", 403
    text = Text(
        "La demande ne vient pas de cette page (jeton CSRF absent ou périmé). Rechargez la page.",
        "The request does not come from this page (CSRF token missing or stale). Reload the page.",
    )


class BadToken(Refusal):
    """The bearer token is not one of ours, or no longer."""

    code, status = "bad_token", 401
    text = Text(
        "Ce jeton d’accès est inconnu, échu ou révoqué.",
        "This access token is unknown, expired or revoked.",
    )


class NoSession(Refusal):
    """A program asked for what only a person has."""

    code, status = "no_session", 403
    text = Text(
        "Un jeton d’accès n’a pas de session : elle appartient à une personne.",
        "An access token has no session: that belongs to a person.",
    )


class MethodNotAllowed(Refusal):
    """The address exists, but not for that verb of HTTP."""

    code, status = "method_not_allowed", 405
    text = Text("Cette adresse n’accepte pas {method}.", "This address does not accept {method}.")


class Unexpected(Refusal):
    """Something broke inside; what it was is in the log only."""

    code, status = "unexpected", 500
    text = Text(
        "Une erreur inattendue est survenue. Rien n’a été changé.",
        "An unexpected error happened. Nothing was changed.",
    )
