"""What a customer is spared: promotions with the cycles they have left, exemptions with their certificates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from gigafibre.billing.labels import EXEMPTION_KINDS, TREATMENTS
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class PromotionRow:
    """A promotion and what became of it; `state` is planned, active, ended or withdrawn.

    `used` counts the cycles charged with it, `left` those to come (None: it goes until a day), `given` what it came to.
    """

    id: int
    subscription: str
    item: str
    words: Text
    amount: Decimal | None
    percent: Decimal | None
    since: datetime.date
    until: datetime.date | None
    cycles: int | None
    used: int
    left: int | None
    given: Decimal
    reason: str
    withdrawn_on: datetime.date | None
    withdrawn_because: str
    state: str


@dataclass(frozen=True)
class ExemptionRow:
    """A certificate; `state` is planned, active or ended."""

    id: int
    kind: str
    kind_words: Text
    treatment: str
    treatment_words: Text
    certificate: str
    band: str
    since: datetime.date
    until: datetime.date | None
    location: str | None
    location_label: str | None
    taxes: list[str]
    document: UUID | None
    reason: str
    ended_because: str
    state: str


_PROMOTIONS = """
SELECT p.id, s.number, i.sku, p.words_fr, p.words_en, p.amount, p.percent, p.since, p.until, p.cycles,
       count(DISTINCT d.cycle)::int, coalesce(sum(d.amount), 0.00), p.reason, p.withdrawn_on, p.withdrawn_because
FROM subscriptions_subscription s
JOIN subscriptions_promotion p ON p.subscription_id = s.id
JOIN catalog_item i ON i.id = s.item_id
LEFT JOIN LATERAL (
  SELECT lower(whole) AS cycle, amount FROM billing_promotedperiod WHERE promotion_id = p.id
  UNION ALL
  SELECT lower(whole), -amount FROM billing_pendingcharge
  WHERE subscription_id = s.id AND promotion_id = p.id AND kind = 'promotion' AND line_id IS NULL
    AND withdrawn_at IS NULL) d ON true
WHERE s.customer_id = %s
GROUP BY p.id, s.number, i.sku ORDER BY p.since DESC, p.id DESC
"""
_EXEMPTIONS = """
SELECT e.id, e.kind, e.treatment, e.certificate, e.band, lower(e.days), upper(e.days), isempty(e.days),
       l.number, l.label, array_agg(t.code ORDER BY t.position), e.document_id, e.reason, e.ended_because
FROM billing_taxexemption e
LEFT JOIN crm_location l ON l.id = e.location_id
JOIN billing_exemptedtax x ON x.exemption_id = e.id JOIN billing_tax t ON t.id = x.tax_id
WHERE e.customer_id = %s
GROUP BY e.id, l.number, l.label ORDER BY e.id DESC
"""


def promotions_of(number: str) -> list[PromotionRow]:
    """Return a customer's promotions, the latest first."""
    owner, today = crm.customer(number), clock.today()
    with connection.cursor() as cursor:
        cursor.execute(_PROMOTIONS, [owner.id])
        rows = cursor.fetchall()
    made = []
    for key, subscription, item, fr, en, amount, percent, since, until, cycles, used, given, *rest in rows:
        left = None if cycles is None else max(cycles - used, 0)
        reason, withdrawn_on, because = rest
        over = left == 0 or (until is not None and until <= today)
        state = "ended" if over else "planned" if since > today else "active"
        if withdrawn_on is not None and withdrawn_on <= today:
            state = "withdrawn"
        facts = (amount, percent, since, until, cycles, used, left, given, reason, withdrawn_on, because, state)
        made.append(PromotionRow(key, subscription, item, Text(fr, en), *facts))
    return made


def exemptions_of(number: str) -> list[ExemptionRow]:
    """Return a customer's exemptions, the latest first."""
    owner, today = crm.customer(number), clock.today()
    with connection.cursor() as cursor:
        cursor.execute(_EXEMPTIONS, [owner.id])
        rows = cursor.fetchall()
    made = []
    for key, kind, treatment, certificate, band, since, until, empty, *rest in rows:
        ended = empty or (until is not None and until <= today)
        state = "ended" if ended else "planned" if since > today else "active"
        words = (kind, EXEMPTION_KINDS[kind], treatment, TREATMENTS[treatment])
        made.append(ExemptionRow(*(key, *words, certificate, band, since or today, until, *rest, state)))
    return made
