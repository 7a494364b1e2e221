"""What collections refuse, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class DueInThePast(Refusal):
    code, status = "due_in_the_past", 422
    text = Text("On ne promet pas de payer un jour passé ({on}).", "Nobody promises to pay on a day gone by ({on}).")


class CutoffBeforeDue(Refusal):
    code, status = "cutoff_before_due", 422
    text = Text(
        "La coupure ({cutoff}) ne précède pas l’échéance ({due}).",
        "The cutoff ({cutoff}) is not before the due date ({due}).",
    )


class ArrangementOver(Refusal):
    code, status = "arrangement_over", 409
    text = Text("Cet accord est déjà terminé ({status}).", "This arrangement is already over ({status}).")


class AlreadySuspended(Refusal):
    code, status = "already_suspended", 409
    text = Text("{customer} est déjà suspendu depuis le {on}.", "{customer} is already suspended since {on}.")


class NotSuspended(Refusal):
    code, status = "not_suspended", 409
    text = Text("{customer} n’est pas suspendu.", "{customer} is not suspended.")


class SuspensionEndsBefore(Refusal):
    code, status = "suspension_ends_before", 422
    text = Text(
        "Une suspension ne finit pas avant son début ({on}).", "A suspension does not end before it starts ({on})."
    )
