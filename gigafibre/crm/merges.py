"""What of the CRM’s own follows a customer who turns out to be another one."""

from __future__ import annotations

from django.db import connection

from gigafibre.crm.merging import before_merge, goes_along, merge_waits_for, stays
from gigafibre.crm.models import Consent, Customer
from gigafibre.kernel import clock
from gigafibre.kernel.succession import undone_of
from gigafibre.kernel.text import Text

goes_along("crm_contact", what=Text("contacts", "contacts"))
goes_along("crm_contactpoint", what=Text("coordonnées", "ways to reach him"))
goes_along("crm_consent", what=Text("consentements", "consents"))
goes_along("crm_location", what=Text("lieux de service", "service locations"))
goes_along("crm_formeraddress", what=Text("anciennes adresses", "former addresses"))
goes_along("crm_customer", "parent_id", what=Text("comptes payés", "accounts paid for"))
goes_along("crm_customer", "merged_into_id")
stays("crm_searchtext", because="the database keeps it: the former number goes on being found")

#: Of two customers one has the same point: the former’s goes, and a contact of his that is left with none and is there.
_POINTS_TWICE = """
DELETE FROM crm_contactpoint p WHERE p.customer_id = %(former)s AND EXISTS (
  SELECT FROM crm_contactpoint k WHERE k.customer_id = %(survivor)s
    AND (k.kind, k.value, k.extension) = (p.kind, p.value, p.extension))
"""
_CONTACTS_TWICE = """
DELETE FROM crm_contact c WHERE c.customer_id = %(former)s
  AND NOT EXISTS (SELECT FROM crm_contactpoint p WHERE p.contact_id = c.id)
  AND EXISTS (SELECT FROM crm_contact k WHERE k.customer_id = %(survivor)s AND fold(k.name) = fold(c.name))
"""
_CONTACTS_AFTER = """
UPDATE crm_contact SET position = position + 1
  + (SELECT coalesce(max(k.position), 0) FROM crm_contact k WHERE k.customer_id = %(survivor)s)
WHERE customer_id = %(former)s
"""


@merge_waits_for(Text("compte parent différent", "other parent account"))
def paid_by_another(former: int, survivor: int) -> list[str]:
    """Who pays for one of them and not for the other, or one of them for the other."""
    both = Customer.objects.select_related("parent").in_bulk([former, survivor])
    parents = {found.parent.number for found in both.values() if found.parent is not None}
    if both[former].parent_id == both[survivor].parent_id:
        parents = set()
    if both[survivor].parent_id is not None:
        parents |= set(Customer.objects.filter(parent_id=former).values_list("number", flat=True))
    return sorted(parents)


@merge_waits_for(Text("suites pas encore faites", "work not done yet"))
def still_told(former: int, survivor: int) -> list[str]:
    """Facts about the former whose handlers would act on him afterwards."""
    return undone_of("customer", Customer.objects.values_list("number", flat=True).get(pk=former))


@before_merge
def reached_once(former: int, survivor: int) -> None:
    """Leave out contacts and points that the survivor has; the former’s others come after his."""
    with connection.cursor() as cursor:
        for statement in (_POINTS_TWICE, _CONTACTS_TWICE, _CONTACTS_AFTER):
            cursor.execute(statement, {"former": former, "survivor": survivor})


@before_merge
def last_word(former: int, survivor: int) -> None:
    """Of one channel and purpose the last word counts: a withdrawal ends what was agreed before it, by either of them.

    Of two agreements that hold the older one is kept: since then it may be relied on.
    """
    said = list(Consent.objects.select_for_update().filter(customer_id__in=[former, survivor]).order_by("pk"))
    for key in {(one.channel, one.purpose) for one in said}:
        mine = [one for one in said if (one.channel, one.purpose) == key]
        withdrawn = max((one.withdrawn_at for one in mine if one.withdrawn_at is not None), default=None)
        held = []
        for one in mine:
            if one.withdrawn_at is None and withdrawn is not None and one.given_at < withdrawn:
                one.withdrawn_at = min(withdrawn, clock.now())
                one.save(update_fields=["withdrawn_at"])
            elif one.withdrawn_at is None:
                held.append(one)
        for one in sorted(held, key=lambda one: (one.given_at, one.pk))[1:]:
            one.delete()
