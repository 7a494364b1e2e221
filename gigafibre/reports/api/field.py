"""What a technician's phone keeps of a job: everything, in one answer."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from gigafibre.dispatch.own import own_number
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.http import Needs, actor_of
from gigafibre.reports.field_job import FieldJob, field_job

router = Router(tags=["dispatch"])


@router.get("/jobs/{number}", auth=Needs("dispatch.work"), response=FieldJob, operation_id="field_read_job")
def field_read_job(request: HttpRequest, number: str) -> FieldJob:
    """Return one of one's own jobs with its customer, place, access, checklist, equipment there, and history."""
    with acting_as(actor_of(request)):
        return field_job(own_number(number))
