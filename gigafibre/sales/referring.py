"""Who owns a referral code, and giving a customer his."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings as django_settings
from django.db import connection, transaction

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.kept import kept_secret
from gigafibre.sales.errors import RefersHimself, UnknownReferralCode
from gigafibre.sales.models import ReferralCode
from gigafibre.sales.referral_codes import code_of, read_code

#: Two of a million codes meet now and then; sixteen times in a row never.
DRAWS = 16


def code_for(customer: str) -> ReferralCode:
    """Return a customer's code, given at first use and then for ever (inside a transaction)."""
    owner = crm.customer(customer)
    found = ReferralCode.objects.filter(customer_id=owner.id).first()
    if found is not None:
        return found
    with connection.cursor() as cursor:
        # Whoever gives codes at the same moment waits: two customers never draw one code.
        cursor.execute("SELECT pg_advisory_xact_lock(20260104)")
        cursor.execute("SELECT legacy_customer_id FROM crm_customer WHERE id = %s", [owner.id])
        printed = cursor.fetchone()[0]
    found = ReferralCode.objects.filter(customer_id=owner.id).first()
    if found is not None:
        return found
    key, name = _key_and_name(owner.number, printed)
    for draw in range(DRAWS):
        code = code_of(key, name, draw)
        if not ReferralCode.objects.filter(code=code).exists():
            with transaction.atomic():
                made: ReferralCode = ReferralCode.objects.create(
                    customer_id=owner.id, code=code, draw=draw, given_at=clock.now()
                )
            return made
    raise RuntimeError(f"no free referral code for {customer}")


def owner_of(typed: str, *, but: int | None = None) -> ReferralCode:
    """Return whose code was typed, or refuse: nobody's, or that of customer `but` himself (by key)."""
    found = ReferralCode.objects.select_related("customer__merged_into").filter(code=read_code(typed)).first()
    if found is None:
        raise UnknownReferralCode(code=typed)
    if found.customer.merged_into is not None:
        found.customer = found.customer.merged_into  # what is printed of it goes on working
    if found.customer_id == but:
        raise RefersHimself
    return found


def _key_and_name(number: str, printed: str) -> tuple[bytes, str]:
    """Return the key and name a code is made of: with the former system's key, codes already printed come again."""
    old = django_settings.REFERRAL_OLD_KEY
    if old and printed:
        return old.encode(), printed
    given = django_settings.REFERRAL_KEY
    if given:
        return given.encode(), number
    return kept_secret(Path(django_settings.HOME), "referral_key", lambda: secrets.token_urlsafe(32)).encode(), number
