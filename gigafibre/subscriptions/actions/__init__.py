"""The face of subscriptions for writing: one function per verb.

What a verb means for money is billing's: `processes/` hands the facts over.
"""

from gigafibre.subscriptions.actions.changes import (
    ChangesSettled,
    apply_due_changes,
    change_item,
    plan_change,
    set_price_override,
    withdraw_change,
)
from gigafibre.subscriptions.actions.commitments import record_commitment, remove_commitment
from gigafibre.subscriptions.actions.departures import (
    announce_departure,
    as_if_over,
    plan_move,
    settle_return,
    withdraw_departure,
)
from gigafibre.subscriptions.actions.promotions import grant_promotion, restore_promotion, withdraw_promotion
from gigafibre.subscriptions.actions.services import (
    activate_contract,
    activate_subscription,
    cancel_subscription,
    create_subscription,
    pause_subscription,
    reactivate_subscription,
    suspend_subscription,
)

__all__ = [
    "ChangesSettled",
    "activate_contract",
    "activate_subscription",
    "announce_departure",
    "apply_due_changes",
    "as_if_over",
    "cancel_subscription",
    "change_item",
    "create_subscription",
    "grant_promotion",
    "pause_subscription",
    "plan_change",
    "plan_move",
    "reactivate_subscription",
    "record_commitment",
    "remove_commitment",
    "restore_promotion",
    "set_price_override",
    "settle_return",
    "suspend_subscription",
    "withdraw_change",
    "withdraw_departure",
    "withdraw_promotion",
]
