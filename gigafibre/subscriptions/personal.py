"""What is held of what a customer subscribed to: the services stay with their amounts, the words about him go."""

from __future__ import annotations

from gigafibre.kernel.held import holds
from gigafibre.kernel.text import Text

WHY = Text("Ce qui a été facturé, sans les mots sur la personne.", "What was billed, without the words on the person.")
BY = "subscription_id>subscriptions_subscription"

holds(
    "subscriptions_subscription",
    Text("Abonnements", "Subscriptions"),
    kept=("number", "contract"),
    because=WHY,
    hidden=("radius_password",),
)
holds("subscriptions_departure", Text("Départs", "Departures"), kept=("number",), because=WHY)
holds("subscriptions_subscriptionchange", Text("Changements d’abonnement", "Subscription changes"), by=BY, because=WHY)
holds("subscriptions_rest", Text("Jours sans frais", "Days of rest"), by=BY, because=WHY)
holds("subscriptions_promotion", Text("Rabais", "Discounts"), by=BY, because=WHY)
holds("subscriptions_commitment", Text("Engagements", "Commitments"), by=BY, because=WHY)
