"""One example per action: a state, and valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.identity.notices import notify
from gigafibre.identity.tests.factories import PASSWORD, a_session, a_switch, a_token, a_user
from gigafibre.kernel.tests.examples import example
from gigafibre.kernel.text import Text


@example("identity.set_preferences")
def _preferences() -> dict[str, Any]:
    return {"username": a_user("support").username, "language": "en", "theme": "dark"}


@example("identity.create_user")
def _create() -> dict[str, Any]:
    return {"username": "marie.gagnon", "first_name": "Marie", "roles": ["support", "sales"], "password": PASSWORD}


@example("identity.update_user")
def _update() -> dict[str, Any]:
    return {"username": a_user("sales").username, "last_name": "Gagné", "email": "marie@exemple.test"}


@example("identity.set_roles")
def _roles() -> dict[str, Any]:
    return {"username": a_user("sales").username, "roles": ["billing", "sales"]}


@example("identity.deactivate_user")
def _deactivate() -> dict[str, Any]:
    return {"username": a_user("sales").username, "reason": "A quitté l’entreprise."}


@example("identity.reactivate_user")
def _reactivate() -> dict[str, Any]:
    return {"username": a_user("sales", is_active=False).username}


@example("identity.set_password")
def _set_password() -> dict[str, Any]:
    return {"username": a_user("sales").username, "password": "un-autre-mot-2026"}


@example("identity.change_password")
def _change_password() -> dict[str, Any]:
    return {"username": a_user("sales").username, "current": PASSWORD, "password": "un-autre-mot-2026"}


@example("identity.end_sessions")
def _end_sessions() -> dict[str, Any]:
    user = a_user("sales")
    a_session(user)
    return {"username": user.username}


@example("identity.create_role")
def _create_role() -> dict[str, Any]:
    return {"code": "night", "name_fr": "Nuit", "name_en": "Night", "permissions": ["crm.read"]}


@example("identity.edit_role")
def _edit_role() -> dict[str, Any]:
    return {"role": "sales", "permissions": ["crm.read", "crm.edit"]}


@example("identity.create_token")
def _create_token() -> dict[str, Any]:
    return {"name": "compta", "scopes": ["billing.read"], "expires_on": "2027-01-31"}


@example("identity.revoke_token")
def _revoke_token() -> dict[str, Any]:
    a_token("compta", "billing.read")
    return {"name": "compta"}


@example("identity.turn_switch_on")
def _switch_on() -> dict[str, Any]:
    return {"switch": a_switch(), "confirmation": "identity.example", "reason": "Les chiffres sont bons."}


@example("identity.turn_switch_off")
def _switch_off() -> dict[str, Any]:
    code = a_switch(on=True)
    return {"switch": code, "reason": "Pause."}


@example("identity.mark_notices_read")
def _notices() -> dict[str, Any]:
    user = a_user("sales")
    notify([user.pk], Text("La facturation est finie.", "The billing run is done."), kind="run", url="/billing")
    return {"username": user.username}
