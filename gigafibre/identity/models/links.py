"""Links by which a person chooses a password without knowing one: the row here, the secret only in his letter."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gigafibre.identity.models.people import User
from gigafibre.kernel import clock


class LoginLink(models.Model):
    """One link sent to a person: good once, until its end; a newer one takes its place.

    What is sent is signed (`kernel.signing`) and names this row: reading the table lets nobody in.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        FORGOTTEN = "forgotten"

    class Ended(models.TextChoices):
        USED = "used"
        REPLACED = "replaced"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="login_links")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    made_at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    ended = models.CharField(max_length=8, choices=Ended.choices, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_open_login_link", fields=["user"], condition=models.Q(ended="")),
            models.CheckConstraint(
                name="login_link_ended_once",
                condition=models.Q(ended="", ended_at__isnull=True)
                | (~models.Q(ended="") & models.Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(name="login_link_lasts", condition=models.Q(until__gt=models.F("made_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind}"
