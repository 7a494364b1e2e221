"""The address behind the QR code of a paper invoice: it opens the pay page without login for 60 days."""

from datetime import date, timedelta

from gigafibre.billing.documents.invoice_document import PayLink
from gigafibre.kernel import clock
from gigafibre.kernel.signing import make_token

PURPOSE = "pay.invoice.qr"
LIFE_DAYS = 60


def pay_link(base_url: str, *, invoice: str, issued_on: date) -> PayLink:
    """Sign `{base_url}/pay?inv=…&t=…` for an invoice; good to the end of the 60th day after its date."""
    last_day = issued_on + timedelta(days=LIFE_DAYS)
    token = make_token(PURPOSE, invoice, clock.start_of(last_day + timedelta(days=1)))
    return PayLink(url=f"{base_url.rstrip('/')}/pay?inv={invoice}&t={token}", valid_until=last_day)
