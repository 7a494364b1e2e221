"""The face of the network for writing: one function per verb."""

from gigafibre.network.actions.connecting import connect_location
from gigafibre.network.actions.describing import (
    Credentials,
    describe_equipment,
    reveal_equipment_credentials,
    set_equipment_credentials,
)
from gigafibre.network.actions.equipment import (
    install_equipment,
    mark_defective,
    mark_found,
    mark_lost,
    move_equipment,
    receive_equipment,
    replace_equipment,
    return_equipment,
)
from gigafibre.network.actions.interest import mark_interested_told, register_interest, withdraw_interest
from gigafibre.network.actions.moving import follow_move
from gigafibre.network.actions.on_jobs import record_job_equipment
from gigafibre.network.actions.plant import (
    add_drop,
    add_olt,
    assign_port,
    connect_drop,
    disconnect_drop,
    free_location,
    free_port,
    make_serviceable,
)
from gigafibre.network.actions.tracing import Holder, trace_address

__all__ = [
    "Credentials",
    "Holder",
    "add_drop",
    "add_olt",
    "assign_port",
    "connect_drop",
    "connect_location",
    "describe_equipment",
    "disconnect_drop",
    "follow_move",
    "free_location",
    "free_port",
    "install_equipment",
    "make_serviceable",
    "mark_defective",
    "mark_found",
    "mark_interested_told",
    "mark_lost",
    "move_equipment",
    "receive_equipment",
    "record_job_equipment",
    "register_interest",
    "replace_equipment",
    "return_equipment",
    "reveal_equipment_credentials",
    "set_equipment_credentials",
    "trace_address",
    "withdraw_interest",
]
