"""One example per action: a state, and valid input."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from gigafibre.identity import brakes, links, passkeys
from gigafibre.identity.actions import admit_outsider, map_group, perform_many, remove_view, save_view
from gigafibre.identity.models import LoginLink, Notice, SavedView, User
from gigafibre.identity.notices import notify
from gigafibre.identity.tests.device import ORIGIN, Device, a_passkey, a_phone, code_now
from gigafibre.identity.tests.factories import PASSWORD, a_session, a_switch, a_token, a_user
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import a_subject, example
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


@example("identity.save_department")
def _save_department() -> dict[str, Any]:
    return {"code": "wholesale", "name_fr": "Gros", "name_en": "Wholesale"}


@example("identity.set_departments")
def _departments() -> dict[str, Any]:
    return {"username": a_user("sales").username, "departments": ["sales", "support"]}


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


@example("identity.send_login_link")
def _send_login_link() -> dict[str, Any]:
    links.set_arrives(lambda: True)
    return {"username": a_user("sales", email="marie@exemple.test").username}


@example("identity.choose_password")
def _choose_password() -> dict[str, Any]:
    with acting_as(SYSTEM):
        link = links.make(a_user("sales"), LoginLink.Kind.FORGOTTEN)
    return {"token": links.token_of(link), "password": "un-autre-mot-2026"}


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


def _a_notice(*, read: bool) -> dict[str, Any]:
    notify([a_user("sales").pk], Text("La facturation est finie.", "The billing run is done."), kind="billing_run")
    notice = Notice.objects.latest("pk")
    Notice.objects.filter(pk=notice.pk).update(read_at=clock.now() if read else None)
    return {"notice": notice.pk}


@example("identity.mark_notice_read")
def _notice_read() -> dict[str, Any]:
    return _a_notice(read=False)


@example("identity.mark_notice_unread")
def _notice_unread() -> dict[str, Any]:
    return _a_notice(read=True)


@example("identity.unlock_user")
def _unlock() -> dict[str, Any]:
    user = a_user("sales")
    brakes.count(user.username, brakes.ANYWHERE, brakes.OF_AN_ACCOUNT)
    return {"username": user.username}


@example("identity.save_login_provider")
def _save_login_provider() -> dict[str, Any]:
    return {"name": "Authentik", "issuer": "https://sso.exemple.test", "client_id": "fsm", "client_secret": "s3cret"}


@example("identity.map_group")
def _map_group() -> dict[str, Any]:
    return {"group": "noc", "roles": ["network", "support"]}


@example("identity.admit_outsider")
def _admit() -> dict[str, Any]:
    map_group("noc", roles=["network"])
    given = {"issuer": "https://sso.exemple.test", "subject": "u1", "username": "marie", "groups": ["noc", "all"]}
    return {**given, "email": "marie@exemple.test", "email_verified": True}


@example("identity.end_outsider")
def _end_outsider() -> dict[str, Any]:
    given = _admit()
    admit_outsider(**given)
    a_session(User.objects.get(username="marie"))
    return {"issuer": given["issuer"], "subject": "u1"}


@example("identity.begin_totp")
def _begin_totp() -> dict[str, Any]:
    return {"username": a_user("support").username}


@example("identity.confirm_totp")
def _confirm_totp() -> dict[str, Any]:
    user = a_user("support")
    return {"username": user.username, "code": code_now(a_phone(user, confirmed=False))}


@example("identity.remove_totp")
def _remove_totp() -> dict[str, Any]:
    user = a_user("support")
    a_phone(user)
    return {"username": user.username}


@example("identity.renew_recovery_codes")
def _renew_codes() -> dict[str, Any]:
    return _remove_totp()


@example("identity.add_passkey")
def _add_passkey() -> dict[str, Any]:
    user = a_user("support")
    options, ticket = passkeys.invitation(user.pk, ORIGIN, "Gigafibre")
    return {"username": user.username, "name": "Portable", "credential": Device().make(options), "ticket": ticket}


def _passkey() -> dict[str, Any]:
    user = a_user("support")
    return {"username": user.username, "passkey": a_passkey(user, Device()).pk}


@example("identity.rename_passkey")
def _rename_passkey() -> dict[str, Any]:
    return {**_passkey(), "name": "Téléphone"}


@example("identity.remove_passkey")
def _remove_passkey() -> dict[str, Any]:
    return _passkey()


@example("identity.reset_second_factors")
def _reset_second_factors() -> dict[str, Any]:
    user = a_user("support")
    a_phone(user)
    a_session(user)
    return {"username": user.username, "reason": "Téléphone perdu."}


@example("identity.demand_second_factor")
def _demand_second_factor() -> dict[str, Any]:
    return {"role": "billing", "demanded": True}


def _view(name: str = "Howick en retard") -> int:
    return save_view(
        "customers", name=name, filters={"city": "howick", "overdue": "true"}, sort="-overdue", shared=True
    )


@example("identity.save_view")
def _save_view() -> dict[str, Any]:
    given = {"listing": "customers", "name": "Howick", "filters": {"city": "howick"}, "sort": "-overdue"}
    return {**given, "columns": ["name", "overdue"], "shared": True}


@example("identity.update_view")
def _update_view() -> dict[str, Any]:
    return {"view": _view(), "filters": {"overdue": "true"}, "sort": "name", "columns": ["name", "city"]}


@example("identity.rename_view")
def _rename_view() -> dict[str, Any]:
    return {"view": _view(), "name": "Howick"}


@example("identity.share_view")
def _share_view() -> dict[str, Any]:
    view = SavedView.objects.create(
        listing="customers", name="Howick", owner=a_user("billing"), owner_name="Aimée Côté"
    )
    SavedView.objects.filter(pk=view.pk).update(shared=True)
    return {"view": view.pk, "shared": False}


@example("identity.remove_view")
def _remove_view() -> dict[str, Any]:
    return {"view": _view()}


@example("identity.restore_view")
def _restore_view() -> dict[str, Any]:
    view = _view()
    remove_view(view)
    return {"view": view}


@example("identity.open_with_view")
def _open_with_view() -> dict[str, Any]:
    return {"username": a_user("support").username, "listing": "customers", "view": f"v{_view()}"}


def _a_batch() -> dict[str, Any]:
    subject = a_subject()
    row = apps.get_model("crm", "Customer")._default_manager.get(number=subject.partition(":")[2]).pk
    return {
        "listing": "customers",
        "verb": "kernel.add_note",
        "query": {"only": str(row)},
        "given": {"text": "Rappeler."},
        "expected": 1,
    }


@example("identity.perform_many")
def _perform_many() -> dict[str, Any]:
    return _a_batch()


@example("identity.stop_batch")
def _stop_batch() -> dict[str, Any]:
    with acting_as(SYSTEM):
        return {"batch": perform_many(**_a_batch())}
