"""The demo provider's field: technicians with skills, a full day today, jobs of the coming week in every state.

Samuel plans; each technician does his own jobs, as whoever logs in as him would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Q

from gigafibre.dispatch import actions
from gigafibre.dispatch.models import ChecklistItem, Job, Technician, TimeEntry
from gigafibre.identity.models import User
from gigafibre.identity.queries import person
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.demo_issues import installed, reported
from gigafibre.legacy.demo_people import at_work
from gigafibre.subscriptions.models import Subscription

log = structlog.get_logger()
PLANNER = "samuel"
#: Who goes: name, user name at the demo, skills.
_TECHNICIANS = (
    ("Yannick Lefebvre", "yannick", {"fibre": 5, "telephone": 4, "wifi": 3}),
    ("Mélanie Dubuc", "", {"fibre": 4, "tv": 5, "telephone": 3}),
    ("Olivier Primeau", "", {"fibre": 3, "aerial": 5}),
    ("Marc Poissant", "", {"fibre": 2, "wifi": 4, "tv": 3}),
)
#: The hours of each technician's day: start and minutes; on a quiet day only the first of them.
_DAYS = (
    ((8, 0, 75), (9, 45, 60), (11, 0, 45), (13, 0, 90), (14, 45, 60), (16, 0, 45)),
    ((8, 30, 60), (10, 0, 105), (13, 0, 60), (14, 15, 45), (15, 30, 75)),
    ((8, 0, 60), (9, 30, 120), (12, 45, 45), (14, 0, 90), (16, 0, 30)),
    ((9, 0, 45), (10, 15, 90), (13, 0, 60), (14, 30, 60), (15, 45, 60)),
)
#: How many of them: today is full, tomorrow nearly, then it thins out.
_LOAD = (6, 4, 3, 2, 2, 1)
_VISITS = (
    ("repair", "Internet lent le soir", "normal", "Le routeur est au sous-sol, derrière la fournaise."),
    ("repair", "Aucun signal depuis la tempête", "urgent", "Branche sur le câble aérien, échelle de 28 pieds."),
    ("maintenance", "Changer le routeur d’ancienne génération", "normal", ""),
    ("repair", "Téléphone : grésillements", "normal", "Deux prises, celle de la cuisine est la mauvaise."),
    ("installation", "Deuxième décodeur au sous-sol", "normal", ""),
    ("survey", "Mesurer l’entrée avant l’agrandissement", "low", ""),
    ("repair", "Wi-Fi faible à l’étage", "normal", ""),
    ("removal", "Reprendre l’équipement, départ", "low", "Appeler en arrivant : la sonnette ne marche pas."),
    ("maintenance", "Vérifier la puissance optique", "normal", ""),
)


def live_in_the_field() -> int:
    """Make them where no job stands but the old system's; returns how many jobs were made."""
    if Job.objects.filter(legacy_id=None).exists():
        return 0
    with transaction.atomic():
        with acting_as(SYSTEM):
            technicians = [_technician(*told) for told in _TECHNICIANS]
        homes = _homes()
        latest = sorted(homes, key=lambda home: home.customer.customer_since or date.min, reverse=True)[:3]
        field = _Field(technicians, homes[5:120], latest)
        with acting_as(at_work(PLANNER)):
            field.plan()
        field.work()
        with acting_as(at_work(PLANNER)):
            field.contracts()
    return Job.objects.filter(legacy_id=None).count()


@dataclass
class _Field:
    """The work of the week, given out home by home."""

    technicians: list[str]
    homes: list[Subscription]
    latest: list[Subscription]
    used: int = 0

    def plan(self) -> None:
        """Give each technician his jobs of each day, and leave some that nobody has."""
        for ahead, day in enumerate(_days()):
            for place, technician in enumerate(self.technicians):
                load = _LOAD[min(ahead, len(_LOAD) - 1)]
                for hour, minute, minutes in _DAYS[place][:load]:
                    job = self._job(day, minutes)
                    _give(job, technician, day, time(hour, minute), publish=ahead < 3 or self.used % 3 > 0)
            for _ in range((2, 3, 1, 1)[ahead] if ahead < 4 else 0):
                self._job(day, 60)
        tomorrow = list(_days())[1]
        home = self._home()
        asked: dict[str, Any] = {"kind": "survey", "title": "Passage sous la rue, à mesurer avec la Ville"}
        actions.create_job(home.customer.number, location=home.location.number, date=tomorrow, draft=True, **asked)
        actions.cancel_job(self._job(tomorrow, 30), reason="Le client a trouvé : fil débranché")

    def work(self) -> None:
        """Let today's jobs be as far as the hour is; in the night an emergency keeps two of them up."""
        now = clock.now().astimezone(clock.zone())
        today = Job.objects.filter(date=now.date(), status="published", legacy_id=None).order_by(
            "technician_id", "starts"
        )
        busy: set[int | None] = set()
        for job in today.select_related("technician"):
            begins = datetime.combine(job.date, job.starts or time(8), now.tzinfo)
            ends = begins + timedelta(minutes=job.minutes)
            if ends <= now:
                _done(job, begins, ends)
            elif job.technician_id not in busy and begins - timedelta(minutes=25) <= now:
                _under_way(job, begins, now)
                busy.add(job.technician_id)
        with acting_as(at_work(PLANNER)):
            if now.time() >= time(8, 45):
                self._nobody_home(now.date())
            if not Job.objects.filter(status="completed", legacy_id=None).exists():
                self._night(now)
        for status in ("in_progress", "en_route"):
            if not Job.objects.filter(status=status).exists():
                self._emergency(status, now)

    def contracts(self) -> None:
        """Make the chains of three contracts of who came last, one planned to its appointment, its first job done."""
        for place, home in enumerate(self.latest):
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
                self._verified(made.jobs[0])
                for hour, job in zip((13, 15), made.jobs[1:3], strict=True):
                    _give(job, self.technicians[2], Job.objects.get(number=job).date, time(hour, 15), publish=True)

    def _home(self) -> Subscription:
        self.used += 1
        return self.homes[self.used % len(self.homes)]

    def _job(self, day: date, minutes: int) -> str:
        home = self._home()
        kind, title, priority, instructions = _VISITS[self.used % len(_VISITS)]
        said: dict[str, Any] = {"kind": kind, "title": title, "priority": priority, "instructions": instructions}
        issue = reported(home, title, self.used) if kind == "repair" else ""
        place: dict[str, Any] = {"location": home.location.number, "date": day, "minutes": minutes, "issue": issue}
        return actions.create_job(home.customer.number, **place, **said)

    def _nobody_home(self, day: date) -> None:
        """A visit of the early morning that could not be done."""
        job = self._job(day, 30)
        _give(job, self.technicians[3], day, time(8, 15), publish=True)
        actions.leave_incomplete(job, reason="Personne à la maison ; laissé un carton")

    def _night(self, now: datetime) -> None:
        """Before anybody went out: an emergency of the last hours is done."""
        job, began = self._job(now.date(), 60), now - timedelta(minutes=80)
        _give(job, self.technicians[2], now.date(), _minute(began), publish=True)
        _done(Job.objects.get(number=job), began, now - timedelta(minutes=20))

    def _emergency(self, status: str, now: datetime) -> None:
        wanted = self.technicians[0 if status == "in_progress" else 1]
        # Early in the morning he may still be at his first job, taken a few minutes before it was due.
        free = _free(self.technicians, now - timedelta(minutes=25))
        if not free:
            return
        whose = wanted if wanted in free else free[0]
        home = self._home()
        asked: dict[str, Any] = {"kind": "repair", "title": "Panne : aucun signal", "priority": "urgent"}
        with acting_as(at_work(PLANNER)):
            job = actions.create_job(home.customer.number, location=home.location.number, date=now.date(), **asked)
            _give(job, whose, now.date(), _minute(now), publish=True)
        with acting_as(_technicians_own(whose)):
            actions.start_travel(job, at=now - timedelta(minutes=25))
            if status == "in_progress":
                actions.start_job(job, at=now - timedelta(minutes=5))

    def _verified(self, job: str) -> None:
        """Do the first job of a chain, its checklist answered, by one whose clock doesn't run."""
        now = clock.now()
        free = _free(self.technicians)
        if not free:
            return
        _give(job, free[0], clock.today(), _minute(now.astimezone(clock.zone())), publish=True)
        try:
            actions.start_job(job, at=now - timedelta(minutes=20))
        except Refusal:  # he was still elsewhere
            actions.start_job(job, at=now)
        for item in ChecklistItem.objects.filter(job__number=job).order_by("position"):
            said: Any = {"check": True, "number": Decimal("-17.4")}.get(item.kind, "B4")
            actions.answer_item(job, item=item.code, answer=said)
        actions.complete_job(job, note="Port libre et puissance bonne : on peut poser.")


def _free(technicians: list[str], since: datetime | None = None) -> list[str]:
    """Return those whose clock doesn't run, nor ran after a moment, the last one first."""
    busy = Q(ended_at=None) | Q(ended_at__gt=since or clock.now())
    running = TimeEntry.objects.filter(busy, technician__isnull=False).values("technician_id")
    free = Technician.objects.filter(number__in=technicians).exclude(pk__in=running).order_by("-pk")
    return list(free.values_list("number", flat=True))


def _technician(name: str, username: str, skills: dict[str, int]) -> str:
    """Return a technician's number, taken from the old system's staff where he stands there."""
    number = Technician.objects.filter(name=name).values_list("number", flat=True).first()
    if number is None:
        number = actions.create_technician(name)
    for day in {*range(5), clock.today().weekday()}:  # whatever day the demo is opened on, somebody is on duty
        actions.set_working_hours(number, weekday=day, starts=time(8), ends=time(17))
    if username and User.objects.filter(username=username).exists():
        actions.edit_technician(number, user=username)
    actions.edit_technician(number, cost_per_hour=Decimal("38.50"))
    for tag, level in skills.items():
        actions.set_skill(number, tag=tag, level=level)
    return number


def _technicians_own(number: str) -> Actor:
    """Return a technician as who acts, where he may log in; otherwise who plans writes it down for him."""
    user = Technician.objects.get(number=number).user_id
    found = person(user) if user is not None else None
    if found is not None and found.actor.may("dispatch.work"):
        return found.actor
    return at_work(PLANNER)


def _homes() -> list[Subscription]:
    """Return services at home of customers in good standing, one a customer, oldest first."""
    found = Subscription.objects.filter(state="active", customer__status="active", location__isnull=False)
    first = found.order_by("customer_id", "id").distinct("customer_id").select_related("customer", "location")
    return list(first)


def _days() -> Iterator[date]:
    """Give today and the working days of the week to come."""
    for ahead in range(8):
        day = clock.today() + timedelta(days=ahead)
        if ahead == 0 or day.weekday() < 5:
            yield day


def _minute(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _give(job: str, technician: str, day: date, starts: time, *, publish: bool) -> None:
    """Plan a job: who, when, what the customer was promised."""
    actions.assign_job(job, technician=technician)
    first, last = (time(8), time(12)) if starts.hour < 12 else (time(12), time(17))
    promised: dict[str, Any] = {"window_starts": first, "window_ends": last} if first <= starts <= last else {}
    actions.schedule_job(job, date=day, starts=starts, **promised)
    if publish:
        actions.publish_job(job)


def _under_way(job: Job, begins: datetime, now: datetime) -> None:
    """Let its technician be there, or on his way."""
    number = str(job.number)
    with acting_as(_technicians_own(job.technician.number if job.technician else "")):
        try:
            actions.start_travel(number, at=min(begins - timedelta(minutes=15), now))
            if begins + timedelta(minutes=5) <= now:
                actions.start_job(number, at=begins)
        except Refusal as refusal:
            log.warning("demo.job_not_started", job=number, refused=refusal.code)


def _done(job: Job, begins: datetime, ends: datetime) -> None:
    """Do a job of today, with what was used."""
    number = str(job.number)
    with acting_as(_technicians_own(job.technician.number if job.technician else "")):
        try:
            actions.start_travel(number, at=begins - timedelta(minutes=14))
            actions.start_job(number, at=begins)
            if job.kind in {"repair", "installation"}:
                actions.add_material(number, description="Câble Cat6", quantity=Decimal("12.5"))
            if job.kind == "repair":
                actions.add_material(number, description="Connecteur SC/APC")
            actions.complete_job(
                number, code="configured", note="Signal vérifié : −18 dBm.", first_time_fix=True, at=ends
            )
        except Refusal as refusal:
            log.warning("demo.job_not_done", job=number, refused=refusal.code)
