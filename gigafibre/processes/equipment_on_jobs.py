"""What a technician installs, takes away or exchanges on a job, the network knows when the job is done."""

from __future__ import annotations

from gigafibre.dispatch.events import EquipmentMoved
from gigafibre.kernel.events import on
from gigafibre.network import actions as network


@on(EquipmentMoved)
def move_the_device(event: EquipmentMoved) -> None:
    """The device stands where the job put it; a label that belongs elsewhere waits for a person."""
    network.record_job_equipment(
        event.act,
        job=event.job,
        location=event.location,
        serial=event.serial,
        mac=event.mac,
        replaces=event.replaces,
        model=event.model,
    )
