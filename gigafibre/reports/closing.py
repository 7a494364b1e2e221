"""Items of the month's closing that join apps: drafts, runs, documents and postings, taxes, numbers, parked work."""

from __future__ import annotations

from gigafibre.kernel.money import spoken
from gigafibre.kernel.parked import parked_count
from gigafibre.kernel.text import Text, counted
from gigafibre.ledger.closing import Found, Month, attention, balances, blocked, closing_item, ok, read
from gigafibre.reports.checks import numbers_without_gap

SHOWN = 5
NOTHING = Text("Aucune taxe", "No tax")


@closing_item("billing.drafts", Text("Aucun brouillon daté du mois", "No draft dated inside"), position=40)
def _drafts(month: Month) -> Found:
    ((drafts,),) = read(
        "SELECT count(*) FROM billing_invoice WHERE state = 'draft' AND date >= %(first)s AND date <= %(last)s", month
    )
    if not drafts:
        return ok("Aucun", "None")
    one = Text("{n} brouillon à émettre ou à jeter", "{n} draft to issue or discard")
    many = Text("{n} brouillons à émettre ou à jeter", "{n} drafts to issue or discard")
    return attention(*counted(drafts, one, many), "/invoices?view=drafts")


@closing_item("billing.runs", Text("Les facturations sont signées", "Billing runs are signed off"), position=41)
def _runs(month: Month) -> Found:
    rows = read(
        "SELECT date, state FROM billing_billingrun WHERE date >= %(first)s AND date <= %(last)s "
        "ORDER BY state = 'signed', state = 'done', date",
        month,
    )
    if not rows:
        return ok("Aucune facturation ce mois-là", "No billing run that month", "/billing-runs")
    day, state = rows[0]
    url = f"/billing-runs/{day}"
    if state == "signed":
        return ok(*counted(len(rows), Text("Signée", "Signed off"), Text("{n} signées", "{n} signed off")), url)
    if state == "done":
        return attention("Celle du {day} est à signer", "That of {day} is to sign off", url, day=day)
    return blocked("Celle du {day} est en cours", "That of {day} is under way", url, day=day)


@closing_item(
    "billing.posted", Text("Chaque document émis est au grand livre", "Every issued document is posted"), position=42
)
def _posted(month: Month) -> Found:
    rows = read(
        "SELECT i.number, count(*) OVER () FROM billing_invoice i WHERE i.state = 'issued' AND i.total <> 0 "
        "AND i.date >= %(first)s AND i.date <= %(last)s "
        "AND i.date > coalesce((SELECT min(date) FROM ledger_journalentry WHERE kind = 'opening'), '-infinity') "
        "AND NOT EXISTS (SELECT FROM ledger_journalentry e WHERE e.document = i.number AND e.kind = i.kind) "
        "ORDER BY i.id LIMIT 5",
        month,
    )
    return _missing(rows, "/invoices")


@closing_item("payments.posted", Text("Chaque paiement est au grand livre", "Every payment is posted"), position=43)
def _payments(month: Month) -> Found:
    rows = read(
        "SELECT p.number, count(*) OVER () FROM payments_payment p WHERE p.date >= %(first)s AND p.date <= %(last)s "
        "AND p.date > coalesce((SELECT min(date) FROM ledger_journalentry WHERE kind = 'opening'), '-infinity') "
        "AND NOT EXISTS (SELECT FROM ledger_journalentry e WHERE e.document = p.number) ORDER BY p.id LIMIT 5",
        month,
    )
    return _missing(rows, "/payments")


def _missing(rows: list[tuple[object, ...]], url: str) -> Found:
    if not rows:
        return ok("Tous", "All of them")
    what = ", ".join(str(number) for number, _ in rows[:SHOWN])
    return blocked("{n} sans écriture : {what}", "{n} without a posting: {what}", url, n=rows[0][1], what=what)


@closing_item(
    "billing.taxes", Text("Taxes des documents = comptes de taxes", "Taxes of documents = tax accounts"), position=50
)
def _taxes(month: Month) -> Found:
    rows = read(
        """
        WITH issued AS (
          SELECT id, CASE kind WHEN 'invoice' THEN 1 ELSE -1 END AS sign FROM billing_invoice
          WHERE state = 'issued' AND date >= %(first)s AND date <= %(last)s
            AND date > coalesce((SELECT min(date) FROM ledger_journalentry WHERE kind = 'opening'), '-infinity')
        ), tax_account AS (
          SELECT id, number, role FROM ledger_account WHERE role IN (SELECT account_role FROM billing_tax)
        ), documents AS (
          SELECT role, sum(amount) AS amount FROM (
            SELECT t.account_role AS role, i.sign * x.amount AS amount
            FROM issued i JOIN billing_invoicetax x ON x.invoice_id = i.id JOIN billing_tax t ON t.id = x.tax_id
            UNION ALL
            -- The municipal 9-1-1 tax is a line, itself taxed.
            SELECT a.role, i.sign * l.amount
            FROM issued i JOIN billing_invoiceline l ON l.invoice_id = i.id
            JOIN tax_account a ON a.number = l.revenue_account
          ) one GROUP BY 1
        ), accounts AS (
          SELECT a.role, sum(l.credit - l.debit) AS amount
          FROM ledger_journalline l JOIN tax_account a ON a.id = l.account_id
          JOIN ledger_journalentry e ON e.id = l.entry_id AND e.kind IN ('invoice', 'credit_note')
          WHERE l.date >= %(first)s AND l.date <= %(last)s
          GROUP BY 1
        )
        SELECT role, coalesce(d.amount, 0), coalesce(a.amount, 0), k.number
        FROM documents d FULL JOIN accounts a USING (role) LEFT JOIN ledger_account k USING (role) ORDER BY role
        """,
        month,
    )
    url = f"/accounting/taxes?from={month.first}&to={month.last}"
    wrong = [(number, of, at) for _, of, at, number in rows if of != at]
    if not wrong:
        return ok("{what}", "{what}", url, what=balances([(n, at) for _, _, at, n in rows]) if rows else NOTHING)
    number, of, at = wrong[0]
    return blocked(
        "Compte {number} : {of} aux documents, {at} au grand livre",
        "Account {number}: {of} on documents, {at} in the ledger",
        url,
        number=number,
        of=spoken(of),
        at=spoken(at),
    )


@closing_item("billing.numbers", Text("Les numéros se suivent", "Numbers follow each other"), position=51)
def _numbers(month: Month) -> Found:
    found = numbers_without_gap()
    if not found:
        return ok("Aucun trou", "No gap", "/invoices")
    return attention("{what}", "{what}", "/invoices", what=found[0])


@closing_item("kernel.parked", Text("Aucun travail n’attend une personne", "No work waits for a person"), position=60)
def _parked(month: Month) -> Found:
    waiting = parked_count()
    if not waiting:
        return ok("Rien d’arrêté", "Nothing stopped", "/parked-work")
    one = Text("{n} travail à reprendre", "{n} piece of work to go on with")
    many = Text("{n} travaux à reprendre", "{n} pieces of work to go on with")
    return attention(*counted(waiting, one, many), "/parked-work")
