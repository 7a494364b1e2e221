const PAID = ['payment', 'reversal']

/** Where a document of the ledger is seen: invoices and payments on their own pages, the rest as its entries. */
export function documentPath(kind: string, document: string): string {
  const name = encodeURIComponent(document)
  if (kind === 'invoice' || kind === 'credit_note') return `/invoices/${name}`
  if (PAID.includes(kind) && document.startsWith('PAY-')) return `/payments?q=${name}`
  return `/accounting/entries/${name}`
}
