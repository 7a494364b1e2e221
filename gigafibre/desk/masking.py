"""What the desk never shows, not even to an administrator: such columns are not read at all.

A column is a secret by its kind (encrypted, bytes), by its name, or because it is said here; one whose name says so
and that is none is said too. A test holds this against what the audit trail leaves out.
"""

from __future__ import annotations

import re
from typing import Any

from django.db import models

from gigafibre.kernel.encrypted import EncryptedField

DOTS = "••••"

_BY_NAME = re.compile(
    r"password|passwd|secret|token|digest|hash$|credential|private|session_key|session_data|(^|_)links?$|_print$"
)
#: Secrets that neither kind nor name tells: what is asked of us with a signature in it, who asked for service.
_SAID = frozenset(
    {
        "identity_servicetoken.start",
        "network_interest.email",
        "network_publicasking.asker",
        "sales_webhookreceived.body",
    }
)
#: Their names only sound like it.
_NONE = frozenset(
    {
        "identity_user.password_to_change",  # whether
        "identity_tokenuse.token",  # which row
    }
)


def is_secret(field: models.Field[Any, Any]) -> bool:
    """Say whether a column is shown as dots and never read."""
    where = f"{field.model._meta.db_table}.{field.name}"
    if where in _NONE:
        return False
    if where in _SAID or isinstance(field, EncryptedField | models.BinaryField):
        return True
    return not isinstance(field, models.BooleanField | models.DateField) and bool(_BY_NAME.search(field.name))
