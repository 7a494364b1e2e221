"""What webhooks hold of a person: what was told to other programs of his records, and what they answered."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

holds(
    "webhooks_delivery",
    Text("Faits envoyés à d’autres programmes", "Facts sent to other programs"),
    by="event_id>kernel_event",
    kept=("type",),
    because=Text("Qu’un fait est parti, sans ce qu’il disait.", "That a fact was sent, without what it said."),
)
holds(
    "webhooks_attempt",
    Text("Réponses des autres programmes", "Answers of other programs"),
    by="delivery_id>webhooks_delivery",
    instead={"error": "—"},
    because=Text("Qu’on a répondu, sans ce qui fut dit.", "That it was answered, without what was said."),
)
apart(
    Text("Des adresses de programmes et un repère.", "Addresses of programs and a mark."),
    *("webhooks_endpoint", "webhooks_horizon"),
)
