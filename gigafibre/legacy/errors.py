"""What an import and what follows it refuse."""

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class SourceUnreadable(Refusal):
    """The source can't be read; the sentence says what and where."""

    code = "source_unreadable"
    text = Text("La source ne peut pas être lue. {why}", "The source cannot be read. {why}")


class UnknownArea(Refusal):
    """`only` names something that isn't an area or a phase."""

    code = "unknown_import_area"
    text = Text(
        "Domaine d’importation inconnu : {unknown}. Choisissez parmi : {known}.",
        "Unknown area of the import: {unknown}. Choose among: {known}.",
    )


class SinceLater(Refusal):
    """`since` lies after today."""

    code = "import_since_in_future"
    text = Text("La date {since} est après aujourd’hui.", "The date {since} is after today.")


class TargetFull(Refusal):
    """The database of the platform has no room left."""

    code = "import_target_full"
    status = 507
    text = Text(
        "La base de données de la plateforme n’a plus de place ({why}). Faites-en, puis relancez : l’importation "
        "reprend où elle en était.",
        "The platform’s database has no room left ({why}). Make some, then start again: the import goes on where it "
        "was.",
    )


class TargetBusy(Refusal):
    """A table of the platform is held by other work for too long."""

    code = "import_target_busy"
    status = 409
    text = Text(
        "Une table de la plateforme est retenue par un autre travail depuis {seconds} s ({why}). Relancez : "
        "l’importation reprend où elle en était.",
        "A table of the platform is held by other work for {seconds} s ({why}). Start again: the import goes on where "
        "it was.",
    )


class ReportUnwritable(Refusal):
    """The report's file can't be written."""

    code = "import_report_unwritable"
    text = Text(
        "Le rapport ne peut pas être écrit dans {path} : {why}. Rien n’a été importé.",
        "The report cannot be written to {path}: {why}. Nothing was imported.",
    )


class JournalTooLate(Refusal):
    """The journal can't be replayed any more: a month of it is closed here."""

    code = "import_journal_too_late"
    status = 409
    text = Text(
        "Le journal ne peut plus être rejoué : le mois {month} est fermé ici. Importez sans lui, ou rouvrez d’abord "
        "chaque mois d’avant la reprise.",
        "The journal can’t be replayed any more: month {month} is closed here. Import without it, or first reopen each "
        "month before the cut.",
    )


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
