"""The demo provider's field: technicians with skills, jobs of the coming week in every state, and some just done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from gigafibre.dispatch import actions
from gigafibre.dispatch.models import Job, Technician
from gigafibre.identity.models import User
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.legacy.demo_issues import installed, reported
from gigafibre.subscriptions.models import Subscription

#: Who goes: name, user name at the demo, skills.
_TECHNICIANS = (
    ("Yannick Lefebvre", "yannick", {"fibre": 5, "telephone": 4, "wifi": 3}),
    ("Mélanie Dubuc", "", {"fibre": 4, "tv": 5, "telephone": 3}),
    ("Olivier Primeau", "", {"fibre": 3, "aerial": 5}),
    ("Marc Poissant", "", {"fibre": 2, "wifi": 4, "tv": 3}),
)
_VISITS = (
    ("repair", "Internet lent le soir", 60),
    ("repair", "Aucun signal depuis la tempête", 90),
    ("maintenance", "Changer le routeur d’ancienne génération", 45),
    ("repair", "Téléphone : grésillements", 60),
    ("installation", "Deuxième décodeur au sous-sol", 60),
    ("survey", "Mesurer l’entrée avant l’agrandissement", 30),
    ("repair", "Wi-Fi faible à l’étage", 45),
    ("removal", "Reprendre l’équipement, départ", 30),
)


def live_in_the_field() -> int:
    """Make them where no job stands but the old system's; returns how many jobs were made."""
    if Job.objects.filter(legacy_id=None).exists():
        return 0
    with transaction.atomic(), acting_as(SYSTEM):
        technicians = [_technician(*told) for told in _TECHNICIANS]
        homes = _homes()
        _visits(technicians, homes[:30])
        _contracts(technicians, homes[30:33])
    return Job.objects.filter(legacy_id=None).count()


def _technician(name: str, username: str, skills: dict[str, int]) -> str:
    """Return a technician's number, taken from the old system's staff where he stands there."""
    number = Technician.objects.filter(name=name).values_list("number", flat=True).first()
    if number is None:
        number = actions.create_technician(name)
    else:
        for day in range(5):
            actions.set_working_hours(number, weekday=day, starts=time(8), ends=time(17))
    if username and User.objects.filter(username=username).exists():
        actions.edit_technician(number, user=username)
    actions.edit_technician(number, cost_per_hour=Decimal("38.50"))
    for tag, level in skills.items():
        actions.set_skill(number, tag=tag, level=level)
    return number


def _homes() -> list[Subscription]:
    """Return services at home of customers in good standing, one a customer, oldest first."""
    found = Subscription.objects.filter(state="active", customer__status="active", location__isnull=False)
    first = found.order_by("customer_id", "id").distinct("customer_id").select_related("customer", "location")
    return list(first[5:60])


def _days() -> Iterator[date]:
    """Give today and the working days of the week to come."""
    for ahead in range(8):
        day = clock.today() + timedelta(days=ahead)
        if ahead == 0 or day.weekday() < 5:
            yield day


def _visits(technicians: list[str], homes: list[Subscription]) -> None:
    """Give each technician jobs on every day; those of today are published, one of them under way, one done."""
    days = list(_days())
    for place, home in enumerate(homes):
        kind, title, minutes = _VISITS[place % len(_VISITS)]
        day = days[(place // len(technicians)) % len(days)]
        issue = reported(home, title, place) if kind == "repair" else ""
        asked: dict[str, Any] = {"kind": kind, "title": title, "minutes": minutes, "issue": issue}
        job = actions.create_job(home.customer.number, location=home.location.number, date=day, **asked)
        if place % 7 == 6:
            continue  # waits for somebody
        starts = time(8 + (place * 2) % 8, 30 * (place % 2))
        actions.assign_job(job, technician=technicians[place % len(technicians)])
        early = starts.hour < 12
        first, last = (time(8), time(12)) if early else (time(12), time(17))
        actions.schedule_job(job, date=day, starts=starts, window_starts=first, window_ends=last)
        if place % 5 != 4:
            actions.publish_job(job)
        if place == 0:
            _done(job)
        elif place == 1:
            actions.start_job(job)
        elif place == 2:
            actions.start_travel(job)


def _done(job: str) -> None:
    """Do a job of today, with what was used."""
    now = clock.now()
    actions.start_travel(job, at=now - timedelta(minutes=75))
    actions.start_job(job, at=now - timedelta(minutes=50))
    actions.add_material(job, description="Câble Cat6")
    actions.add_equipment(job, act="replaced", serial="HWTC8F20A1B7", replaces="HWTC00E1C944", model="HG8245")
    actions.complete_job(job, code="replaced", note="ONT changé, −18 dBm à la sortie.", first_time_fix=True)


def _contracts(technicians: list[str], homes: list[Subscription]) -> None:
    """Make the chains of three contracts, one of them planned to its appointment."""
    for place, home in enumerate(homes):
        made = actions.make_chain(
            f"DEMO-{place + 1:04d}",
            customer=home.customer.number,
            location=home.location.number,
            appointment=clock.today() + timedelta(days=4 + 2 * place),
            window_starts=time(8),
            window_ends=time(12),
        )
        installed(home, f"DEMO-{place + 1:04d}")
        if place == 0:
            for hour, job in zip((13, 15), made.jobs[:2], strict=True):
                actions.assign_job(job, technician=technicians[2])
                actions.schedule_job(job, date=Job.objects.get(number=job).date, starts=time(hour))
                actions.publish_job(job)
