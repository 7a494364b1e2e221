"""What a member of staff is written about his login: a link to choose a password, and every change somebody made.

Such a letter is an intent that holds no secret: the link is made when it leaves, and kept nowhere. It goes whether or
not messages to customers may (the switch is theirs): who can't get in must be able to, also after an import.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from gigafibre.identity import links
from gigafibre.identity.events import CHANGES, LoginChanged, LoginLinkMade
from gigafibre.identity.queries import company
from gigafibre.kernel import clock, settings
from gigafibre.kernel.events import on
from gigafibre.kernel.intents import intend, performs
from gigafibre.kernel.text import Text
from gigafibre.kernel.values import short_day
from gigafibre.messaging.adapters.protocol import Outgoing
from gigafibre.messaging.carriers import carrier

KIND = "processes.write_to_staff"
#: Where a link leads: what follows the sign `#` is told to no server on the way, and stands in no log.
CHOOSE = "/login/choose#"
_SUBJECTS = {
    "invitation": Text("Votre accès à {company}", "Your access to {company}"),
    "forgotten": Text("Choisir un nouveau mot de passe", "Choose a new password"),
    "changed": Text("Votre connexion à {company} a changé", "Your login to {company} has changed"),
}
_BODIES = {
    "invitation": Text(
        "Bonjour {name},\n\nVous êtes invité à entrer dans l’application de {company}. Choisissez votre mot de passe "
        "ici, dans les sept jours :\n\n{link}\n\nLe lien sert une seule fois. Votre nom d’utilisateur : {username}\n",
        "Hello {name},\n\nYou are invited to the application of {company}. Choose your password here, within seven "
        "days:\n\n{link}\n\nThe link works once. Your user name: {username}\n",
    ),
    "forgotten": Text(
        "Bonjour {name},\n\nQuelqu’un, sans doute vous, a demandé un nouveau mot de passe. Choisissez-le ici, dans les "
        "30 minutes :\n\n{link}\n\nLe lien sert une seule fois. Votre nom d’utilisateur : {username}\n\n"
        "Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.\n",
        "Hello {name},\n\nSomebody, likely you, asked for a new password. Choose it here, within 30 minutes:\n\n{link}"
        "\n\nThe link works once. Your user name: {username}\n\n"
        "If it was not you, do nothing: your password stays the same.\n",
    ),
    "changed": Text(
        "Bonjour {name},\n\n{what}\n\nLe {at}.\n\nSi ce n’était pas vous, dites-le tout de suite à un administrateur, "
        "et fermez vos sessions sous « Mon compte ».\n",
        "Hello {name},\n\n{what}\n\nOn {at}.\n\nIf it was not you, tell an administrator at once, and end your "
        "sessions under “My account”.\n",
    ),
}


@on(LoginLinkMade)
def send_the_link(event: LoginLinkMade) -> None:
    """Who is invited, or forgot his password, gets the link."""
    link = links.open_link(event.person)
    if link is not None:
        _write(event.person, event.kind, link=link)


@on(LoginChanged)
def tell_of_the_change(event: LoginChanged) -> None:
    """Whoever changed it, the person learns of it where a thief of his session doesn't read."""
    _write(event.person, "changed", what=event.what, at=clock.now().isoformat())


def _write(person: int, letter: str, **about: Any) -> None:
    to = links.letter_to(person)
    if to is not None and _leaves():
        told = {"person": person, "letter": letter, "to": to.email, "channel": "email", **about}
        intend(KIND, f"person:{person}", told)


def _leaves() -> bool:
    return carrier("email").real


def _arrives() -> bool:
    return _leaves() and bool(settings.get("company.ops_url"))


def _said(payload: dict[str, Any]) -> Text:
    subject = _SUBJECTS[payload["letter"]].with_(company=company().name)
    return Text("Courriel à {to} : {subject}", "Email to {to}: {subject}").with_(to=payload["to"], subject=subject)


def _anew(key: uuid.UUID, payload: dict[str, Any]) -> None:
    """Nobody can say whether it arrived: such a letter twice does no harm, none at all would."""


@performs(KIND, group="messages", says=_said, lookup=_anew)
def write_to_staff(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Send one letter, in the language its reader has now; a link that is over meanwhile is not sent."""
    to, letter = links.letter_to(payload["person"]), payload["letter"]
    if to is None:
        return {"sent": False}
    values: dict[str, Any] = {"name": to.name, "company": company().name}
    if letter == "changed":
        values |= {"what": CHANGES[payload["what"]], "at": _moment(payload["at"])}
    else:
        token = links.open_token(payload["link"])
        if token is None:
            return {"sent": False}
        values |= {"link": f"{settings.get('company.ops_url')}{CHOOSE}{token}", "username": to.username}
    message = Outgoing(
        key=key,
        to=to.email,
        subject=_SUBJECTS[letter].with_(**values).in_(to.language),
        body=_BODIES[letter].with_(**values).in_(to.language),
        language=to.language,
        since=clock.now(),
        sender=settings.get("messaging.sender_email"),
    )
    return {"sent": True, "provider_id": carrier("email").send(message).provider_id}


def _moment(told: str) -> Text:
    at = datetime.fromisoformat(told).astimezone(clock.zone())
    return Text(
        f"{short_day(at.date(), 'fr')} à {at:%H} h {at:%M}",
        f"{short_day(at.date(), 'en')} at {at:%H:%M}",
    )


links.set_arrives(_arrives)
