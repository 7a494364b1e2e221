"""Links by which one person takes what we hold of him: signed, until a day, the last one only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from gigafibre.kernel import clock, settings
from gigafibre.kernel.signing import TokenTampered, make_token, read_token
from gigafibre.privacy.errors import LinkUsedUp
from gigafibre.privacy.models import ExportDownload, PersonExport
from gigafibre.sales import settings as _declared  # noqa: F401  declares what is read below

PURPOSE = "privacy.export"
#: How often one link serves: a browser may break off, a stranger may not go on.
TIMES = 5


def export_link(number: str, link: int, until: datetime) -> str:
    """Return the address where an export is taken."""
    base = str(settings.get("sales.public_url")).rstrip("/")
    return f"{base}/personal/{make_token(PURPOSE, f'{number}:{link}', until)}"


def taken(token: str, *, address: str, agent: str) -> UUID:
    """Return the key of the file a link is for, and write down that it was taken; in a transaction.

    Raises TokenTampered for a link that is not ours or was replaced, TokenExpired, LinkUsedUp.
    """
    number, _, link = read_token(PURPOSE, token, clock.now()).partition(":")
    found = PersonExport.objects.select_for_update().filter(number=number, state=PersonExport.State.READY).first()
    if found is None or found.file_id is None or str(found.link) != link:
        raise TokenTampered
    name = f"link {number}:{link}"
    if ExportDownload.objects.filter(export=found, by=name).count() >= TIMES:
        raise LinkUsedUp
    ExportDownload.objects.create(export=found, by=name, address=address[:45], agent=agent[:200], at=clock.now())
    return found.file_id
