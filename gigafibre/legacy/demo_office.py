"""The demo provider's office: what people asked about their information, an incident, one thing done to many issues."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gigafibre.crm.models import Customer
from gigafibre.identity import batching
from gigafibre.kernel import clock
from gigafibre.kernel.models import ActionRun
from gigafibre.kernel.perform import perform
from gigafibre.legacy.demo_people import at_work
from gigafibre.support.models import Issue

#: Who answers for what is held of people, and who shares work out among departments.
OFFICER, ADMINISTRATOR = "helene", "amelie"
#: How many days ago it came, what is asked, how, in whose words.
_REQUESTS: tuple[tuple[int, str, str, str], ...] = (
    (12, "access", "email", "Je voudrais une copie de tout ce que vous avez sur moi, y compris les appels au soutien."),
    (4, "rectification", "phone", "Son prénom est mal écrit sur ses factures depuis le début."),
    (27, "erasure", "mail", "A quitté la région ; demande que son dossier soit détruit."),
)


def live_in_the_office() -> int:
    """Make them where no request about one's information is recorded yet; returns how many records were made."""
    if ActionRun.objects.filter(name="privacy.record_request").exists():
        return 0
    customers = list(
        Customer.objects.filter(status="active").order_by("-customer_since", "-pk")[3 : 3 + len(_REQUESTS)]
    )
    for customer, (ago, kind, channel, words) in zip(customers, _REQUESTS, strict=False):
        given = {"kind": kind, "channel": channel, "details": words, "customer": customer.number}
        request = _do("privacy.record_request", received_on=_day(ago), **given)
        if kind == "access":
            _do("privacy.check_identity", request=request, proof="known_number", words="Rappelé au numéro du dossier.")
    incident = _do(
        "privacy.record_incident",
        title="Relevé envoyé à la mauvaise adresse",
        nature="disclosure",
        circumstances="Deux enveloppes interverties à la mise sous pli ; un client a rapporté celle d’un autre.",
        happened_from=_day(9),
        found_on=_day(7),
        touched=["identity", "address", "billing"],
        persons=2,
    )
    _do(
        "privacy.record_measures", incident=incident, measures="Enveloppe reprise ; la mise sous pli se vérifie à deux."
    )
    return len(customers) + 1 + _for_many()


def _for_many() -> int:
    """Give the oldest open issues of nobody to the support department, in one go."""
    keys = list(Issue.objects.filter(status="open", assignee=None).order_by("pk").values_list("pk", flat=True)[:4])
    if not keys:
        return 0
    only = {"only": ",".join(map(str, keys))}
    given = {"department": "support"}
    asked = {"listing": "issues", "verb": "support.assign_issue", "query": only, "given": given, "expected": len(keys)}
    batching.work(_do("identity.perform_many", by=ADMINISTRATOR, **asked))
    return 1


def _do(action: str, /, *, by: str = OFFICER, **given: Any) -> Any:
    return perform(action, given, actor=at_work(by)).result


def _day(ago: int) -> str:
    return (clock.today() - timedelta(days=ago)).isoformat()
