"""What an import and what follows it refuse."""

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class SourceUnreadable(Refusal):
    """The source can't be read; the sentence says what and where."""

    code = "source_unreadable"
    text = Text("La source ne peut pas être lue. {why}", "The source cannot be read. {why}")


class ImportRunning(Refusal):
    """Another import is at work."""

    code = "import_running"
    status = 409
    text = Text(
        "Une importation est déjà en cours (no {run}). Attendez sa fin.",
        "An import is already running (no. {run}). Wait for its end.",
    )


class ShadowAhead(Refusal):
    """The day is too far away to be computed in shadow."""

    code = "shadow_too_far_ahead"
    text = Text(
        "Le {day} est trop loin : un cycle se calcule au plus {days} jours d’avance.",
        "{day} is too far away: a cycle is computed at most {days} days ahead.",
    )


class ShadowDayImported(Refusal):
    """The day's invoices are here: what we would have billed can't be known any more."""

    code = "shadow_day_imported"
    status = 409
    text = Text(
        "Des factures du {day} sont déjà importées ({count}) : ce jour ne peut plus être calculé. "
        "Calculez un jour que l’ancien système n’a pas encore facturé.",
        "Invoices of {day} are already imported ({count}): that day can’t be computed any more. "
        "Compute a day that the old system has not billed yet.",
    )


class NoShadowCycle(Refusal):
    """Nothing was computed for the day."""

    code = "no_shadow_cycle"
    status = 404
    text = Text(
        "Aucun cycle n’est calculé pour le {day}. Calculez-le avant que l’ancien système facture ce jour.",
        "No cycle is computed for {day}. Compute it before the old system bills that day.",
    )


class NothingImported(Refusal):
    """The import has brought no invoice of the day."""

    code = "shadow_nothing_imported"
    status = 409
    text = Text(
        "Aucune facture du {day} n’est importée. Importez l’ancien système, puis comparez.",
        "No invoice of {day} is imported. Import the old system, then compare.",
    )


class NoSuchDifferences(Refusal):
    """Some of the differences named don't exist (any more); nothing was changed."""

    code = "no_such_differences"
    status = 404
    text = Text(
        "Ces écarts n’existent pas ou plus : {numbers}. Relisez le tableau.",
        "These differences don’t exist, or no longer: {numbers}. Read the board again.",
    )


class OwnerInactive(Refusal):
    """The person doesn't work here any more."""

    code = "difference_owner_inactive"
    text = Text(
        "{person} n’est plus actif. Choisissez une autre personne.", "{person} is not active. Choose someone else."
    )


class RecomputationRunning(Refusal):
    """Another recomputation is at work."""

    code = "recomputation_running"
    status = 409
    text = Text(
        "L’historique est déjà en train d’être recalculé. Attendez la fin.",
        "History is being recomputed already. Wait for its end.",
    )
