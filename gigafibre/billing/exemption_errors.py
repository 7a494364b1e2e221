"""What a copy of a certificate may be, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class CertificateNotReadable(Refusal):
    """The copy of a certificate is neither a PDF nor a picture."""

    code, status = "certificate_not_readable", 422
    text = Text(
        "La copie du certificat est un PDF ou une image ; ce fichier est {kind}.",
        "The copy of a certificate is a PDF or a picture; this file is {kind}.",
    )
