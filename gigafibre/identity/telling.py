"""A person learns of every change to how he comes in, whoever made it: by the bell, and by a letter (processes)."""

from __future__ import annotations

from gigafibre.identity.events import CHANGES, Change, LoginChanged
from gigafibre.identity.models import User
from gigafibre.identity.notices import notify
from gigafibre.kernel.events import publish


def tell_of(user: User, what: Change) -> None:
    """Tell somebody that his login changed, in the caller's transaction."""
    if what != "locked":  # its notice says more, and goes to the administrators too
        notify({user.pk}, CHANGES[what], kind="login_changed", url="/settings/account")
    publish(LoginChanged(person=user.pk, what=what))
