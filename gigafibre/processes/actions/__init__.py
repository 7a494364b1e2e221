"""Verbs that need several apps at once, each one step of a story."""

from gigafibre.processes.actions.moving import move_customer
from gigafibre.processes.actions.orders import (
    Begun,
    acknowledge_order,
    await_services,
    begin_order,
    call_back_technicians,
    close_installation,
    commit_service,
    connect_address,
    start_services,
    withdraw_services,
)
from gigafibre.processes.actions.repairing import Repaired, repair_orders

__all__ = [
    "Begun",
    "Repaired",
    "acknowledge_order",
    "await_services",
    "begin_order",
    "call_back_technicians",
    "close_installation",
    "commit_service",
    "connect_address",
    "move_customer",
    "repair_orders",
    "start_services",
    "withdraw_services",
]
