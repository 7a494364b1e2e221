"""The face for writing: messages, templates' words, addresses nobody writes to."""

from gigafibre.messaging.actions.addresses import lift_suppression, suppress_address
from gigafibre.messaging.actions.sending import (
    cancel_message,
    send_again,
    send_message,
    send_to_address,
    write_to_customer,
)
from gigafibre.messaging.actions.wording import edit_template

__all__ = [
    "cancel_message",
    "edit_template",
    "lift_suppression",
    "send_again",
    "send_message",
    "send_to_address",
    "suppress_address",
    "write_to_customer",
]
