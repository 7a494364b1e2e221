"""How long it is kept what programs answered to what we told them."""

from __future__ import annotations

from gigafibre.identity.retention import SWITCH
from gigafibre.kernel.retention import rule
from gigafibre.kernel.text import Text

rule(
    "webhook_attempts",
    Text("Réponses des programmes avisés", "Answers of programs that were told"),
    days=90,
    switch=SWITCH,
    table="webhooks_attempt",
    where="t.at < %(before)s AND EXISTS (SELECT 1 FROM webhooks_delivery d WHERE d.id = t.delivery_id "
    "AND d.state IN ('done', 'failed'))",
)
