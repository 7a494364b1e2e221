"""How long it is kept who once waited for service where there was none."""

from __future__ import annotations

from gigafibre.identity.retention import SWITCH
from gigafibre.kernel.retention import rule
from gigafibre.kernel.text import Text

rule(
    "interests",
    Text("Intérêts avisés ou retirés", "Interests told or withdrawn"),
    days=365,
    switch=SWITCH,
    table="network_interest",
    where="t.state IN ('told', 'withdrawn') AND t.settled_at < %(before)s",
)
