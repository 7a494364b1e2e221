"""The company's own login, as it is asked and as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from gigafibre.identity.models import GroupRole, LoginProvider, OutsideIdentity


@dataclass(frozen=True)
class Provider:
    """How the provider is asked; its secret is in no text of this."""

    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: str
    groups_claim: str
    on: bool


def login_provider(*, only_on: bool = True) -> Provider | None:
    """Return the provider staff may come in by; None where there is none, or it is off."""
    row = LoginProvider.objects.first()
    if row is None or (only_on and not row.on):
        return None
    return Provider(row.name, row.issuer, row.client_id, row.client_secret, row.scopes, row.groups_claim, row.on)


def login_provider_name() -> str:
    """Return what the button of the provider says, empty where there is none: without opening its secret."""
    return LoginProvider.objects.filter(on=True).values_list("name", flat=True).first() or ""


def groups_and_roles() -> list[tuple[str, list[str]]]:
    """Return the provider's groups and the roles that each gives here, by group."""
    found: dict[str, list[str]] = {}
    for group, role in GroupRole.objects.order_by("group", "role_id").values_list("group", "role__code"):
        found.setdefault(group, []).append(role)
    return list(found.items())


def known_outside(issuer: str, subject: str) -> int | None:
    """Return who a provider's person is here, None for a stranger."""
    return OutsideIdentity.objects.filter(issuer=issuer, subject=subject).values_list("user", flat=True).first()
