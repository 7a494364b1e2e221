-- The life around the money: methods of payment, promises, suspensions, notes, former addresses, changes.
INSERT INTO payments_paymentmethod (customer_id, kind, state, invalid_because, autopay, holder, token, institution, transit,
  account, last4, brand, buffer, first_use_reference, account_print, mandate_how, created_at, legacy_table, legacy_flags)
SELECT id, CASE WHEN id %% 4 = 1 THEN 'stripe' ELSE 'bank' END, 'active', '', id %% 4 < 2, display_name, '',
       CASE WHEN id %% 4 = 1 THEN '' ELSE '815' END, '', '', lpad((id %% 10000)::text, 4, '0'),
       CASE WHEN id %% 4 = 1 THEN 'visa' ELSE '' END, 0, '', '', '', now(), '', '{}'
FROM crm_customer WHERE id %% 4 < 2 AND status = 'active';

INSERT INTO collections_paymentarrangement (customer_id, agreed_on, due_on, cutoff_on, amount, method, status, agent, note,
  change_reason, created_at)
SELECT id, %(last_month)s::date - n * 60, %(last_month)s::date - n * 60 + 30, %(last_month)s::date - n * 60 + 40, 100 + id %% 90,
       'phone', CASE WHEN n = 0 THEN 'open' ELSE 'kept' END, 'Maude Gagnon', 'Paie du mois.', '',
       %(last_month)s::date - n * 60
FROM crm_customer CROSS JOIN generate_series(0, 3) n WHERE id %% 24 = 0 AND status = 'active';

INSERT INTO collections_suspension (customer_id, starts_on, ends_on, voluntary, reason, by, created_at)
SELECT id, %(last_month)s::date - n * 90, CASE WHEN n > 0 OR id %% 100 > 0 THEN %(last_month)s::date - n * 90 + 5 END, false,
       'Non-paiement', 'Maude Gagnon', %(last_month)s::date - n * 90
FROM crm_customer CROSS JOIN generate_series(0, 2) n WHERE id %% 20 = 0 AND status = 'active';
UPDATE crm_customer SET status = 'suspended'
WHERE id IN (SELECT customer_id FROM collections_suspension WHERE ends_on IS NULL);

INSERT INTO kernel_note (subject, text, author, at, pinned)
SELECT 'customer:' || number, 'Le client préfère être appelé après 17 h. Appel numéro ' || n || '.', 'Maude Gagnon',
       %(last_month)s::date - n * 45, false
FROM crm_customer CROSS JOIN generate_series(0, 9) n WHERE id %% 2 = 0;

INSERT INTO crm_formeraddress (customer_id, location_id, until, line1, line2, city, province, postal_code)
SELECT customer_id, id, %(last_month)s::date - 700, (id %% 400) || ', rue Principale', '', city, province, postal_code
FROM crm_location WHERE id %% 15 = 0;

INSERT INTO kernel_audit (at, xact, actor, action, "table", row, op, before, after)
SELECT %(last_month)s::date - n * 30, 1, 'Kevin Boyer', 'crm.update_customer', 'crm_customer', id::text, 'U',
       jsonb_build_object('last_name', 'Ancien'), jsonb_build_object('last_name', last_name)
FROM crm_customer CROSS JOIN generate_series(1, 6) n WHERE id %% 3 = 0;
