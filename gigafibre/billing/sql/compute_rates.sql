-- Which taxes a category has on a day, at which rate, owed on which account. Parameters: date.
INSERT INTO bill_rate (category, tax_id, rate, compound, account)
SELECT ct.category_id, ct.tax_id, r.rate, r.compound, a.number
FROM billing_categorytax ct
JOIN billing_tax t ON t.id = ct.tax_id
LEFT JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %(date)s::date
LEFT JOIN ledger_account a ON a.role = t.account_role
WHERE ct.days @> %(date)s::date;
