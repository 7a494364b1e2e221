"""The face for writing: customers, contacts, consents, service locations."""

from gigafibre.crm.actions.consents import give_consent, withdraw_consent
from gigafibre.crm.actions.contacts import (
    add_contact,
    add_contact_point,
    remove_contact,
    remove_contact_point,
    update_contact,
    update_contact_point,
)
from gigafibre.crm.actions.customers import create_customer, set_customer_status, update_customer
from gigafibre.crm.actions.locations import add_location, update_location
from gigafibre.crm.actions.merges import merge_customers
from gigafibre.crm.actions.moves import move_location
from gigafibre.crm.actions.parents import remove_parent, set_parent
from gigafibre.crm.actions.points import confirm_point, find_point, load_address_file, remove_address_file

__all__ = [
    "add_contact",
    "add_contact_point",
    "add_location",
    "confirm_point",
    "create_customer",
    "find_point",
    "give_consent",
    "load_address_file",
    "merge_customers",
    "move_location",
    "remove_address_file",
    "remove_contact",
    "remove_contact_point",
    "remove_parent",
    "set_customer_status",
    "set_parent",
    "update_contact",
    "update_contact_point",
    "update_customer",
    "update_location",
    "withdraw_consent",
]
