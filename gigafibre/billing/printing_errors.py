"""What printing for paper customers refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NothingToPrint(Refusal):
    """No document of the run waits to be printed."""

    code, status = "nothing_to_print", 409
    text = Text(
        "Rien à imprimer pour la facturation du {date} : {already} documents le sont déjà. Demandez une réimpression.",
        "Nothing to print for the billing of {date}: {already} documents were printed already. Ask for a reprint.",
    )


class NoSuchPrintFile(Refusal):
    """No print file has that number."""

    code, status = "no_such_print_file", 404
    text = Text("Aucun fichier d’impression {number}.", "No print file {number}.")


class PrintFileNotThere(Refusal):
    """It is still being made."""

    code, status = "print_file_not_ready", 409
    text = Text(
        "Le fichier {number} n’est pas prêt : {done} sur {documents}.", "{number} is not ready: {done} of {documents}."
    )


class PrintFileExpired(Refusal):
    """Its last day has passed; its bytes are gone."""

    code, status = "print_file_expired", 410
    text = Text(
        "Le fichier {number} n’est plus gardé. Préparez-en un autre, avec ce qui est déjà imprimé.",
        "{number} is kept no more. Make another one, with what was printed already.",
    )
