"""The demo provider: its people worked a few days, by the verbs of everybody, once."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from gigafibre.billing.models import PendingCharge, PriceChange
from gigafibre.catalog.models import Plan
from gigafibre.crm.models import Customer
from gigafibre.dispatch.models import Job, Technician
from gigafibre.dispatch.models.jobs import STATUSES
from gigafibre.identity.models import User
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.models import ActionRun, Note
from gigafibre.legacy import demo_days, demo_field, demo_issues, demo_office
from gigafibre.subscriptions.models import Promotion, SubscriptionChange
from gigafibre.support.models import Issue, IssueStep


class Refused(list[str]):
    """A log that keeps what was refused."""

    def warning(self, _: str, *, action: str, refused: str) -> None:
        self.append(f"{action}: {refused}")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Refused:
    """Listen to the demo's log."""
    log = Refused()
    monkeypatch.setattr(demo_days, "log", log)
    monkeypatch.setattr(demo_issues, "log", log)
    return log


@pytest.mark.parametrize("day", ["2026-11-21", "2028-02-29"])
def test_its_people_worked_a_few_days(
    day: str, committed_db: Any, clock: Any, said: Refused, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    clock.freeze(datetime.fromisoformat(f"{day}T09:00:00-05:00"))
    call_command("demo", customers=400, json=True, stdout=StringIO())
    assert said == []
    assert sorted(Plan.objects.values_list("code", flat=True)) == ["BUREAU", "DUO500", "FIBRE500", "TRIO1G"]
    repriced = PriceChange.objects.get().effective_on
    assert SubscriptionChange.objects.exclude(kind="price", on=repriced).count() == 6
    assert PendingCharge.objects.count() == 5
    assert Promotion.objects.count() == 3
    assert Customer.objects.exclude(parent=None).count() == 1
    kevin = User.objects.get(username="kevin")
    assert Note.objects.filter(author_id=kevin.pk, legacy_id=None).count() == 1
    assert Note.objects.filter(author_id=kevin.pk).count() > 1  # those of the former system are his
    names = Counter(User.objects.values_list("first_name", "last_name"))
    assert max(names.values()) == 1
    jobs = Job.objects.filter(legacy_id=None)
    assert set(jobs.values_list("status", flat=True)) == set(STATUSES)
    assert jobs.filter(date=day, technician__isnull=False).count() >= 20  # a full day
    by = set(ActionRun.objects.filter(name__startswith="dispatch.").values_list("name", "actor_kind", "actor_name"))
    assert ("dispatch.schedule_job", "staff", "Samuel Riendeau") in by
    assert ("dispatch.start_job", "staff", "Yannick Lefebvre") in by
    setting_up = {"create_technician", "edit_technician", "set_skill", "set_working_hours"}
    assert {name for name, kind, _ in by if kind != "staff"} <= {f"dispatch.{verb}" for verb in setting_up}
    assert Job.objects.exclude(legacy_id=None).count() > 100
    assert Technician.objects.filter(user__username="yannick").count() == 1
    issues = Counter(Issue.objects.values_list("status", flat=True))
    repairs = Job.objects.filter(legacy_id=None).exclude(issue="")
    assert issues == {"open": 8, "in_progress": 3, "waiting": 3 + repairs.count(), "resolved": 1, "closed": 2}
    assert set(repairs.values_list("issue", flat=True)) <= set(Issue.objects.values_list("number", flat=True))
    assert sorted(Issue.objects.exclude(contract="").values_list("contract", flat=True)) == [
        "DEMO-0001", "DEMO-0002", "DEMO-0003",
    ]  # fmt: skip
    assert not IssueStep.objects.filter(at__gt=kernel_clock.now()).exists()
    did = Counter(ActionRun.objects.values_list("actor_name", "name"))
    officer, administrator = "Hélène Marcoux", "Amélie Lussier"
    assert (did[officer, "privacy.record_request"], did[officer, "privacy.record_incident"]) == (3, 1)
    assert (did[administrator, "identity.perform_many"], did[administrator, "support.assign_issue"]) == (1, 4)
    performed = ActionRun.objects.count()
    assert demo_field.live_in_the_field() == 0
    assert demo_office.live_in_the_office() == 0
    assert demo_issues.live_with_issues() == 0
    assert demo_days.live_demo_days() == 0
    assert ActionRun.objects.count() == performed
