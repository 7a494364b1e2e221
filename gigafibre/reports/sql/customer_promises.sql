SELECT
  (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.sort DESC, a.id DESC), '[]') FROM (
     SELECT id, amount::text AS amount, agreed_on, due_on, cutoff_on, method, status, agent, note, coalesce(due_on, agreed_on) AS sort
     FROM collections_paymentarrangement WHERE customer_id = %(id)s ORDER BY coalesce(due_on, agreed_on) DESC NULLS LAST, id DESC LIMIT 10) a) AS arrangements,
  (SELECT count(*) FROM collections_paymentarrangement WHERE customer_id = %(id)s) AS arrangement_count,
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.starts_on DESC, s.id DESC), '[]') FROM (
     SELECT id, starts_on, ends_on, voluntary, reason, by FROM collections_suspension
     WHERE customer_id = %(id)s ORDER BY starts_on DESC, id DESC LIMIT 10) s) AS suspensions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'autopay', m.autopay, 'last4', m.last4,
     'institution', m.institution, 'brand', m.brand, 'invalid_because', m.invalid_because, 'ceiling', m.ceiling::text,
     'fixed_amount', m.fixed_amount::text) ORDER BY m.autopay DESC, m.state, m.id DESC), '[]')
   FROM payments_paymentmethod m WHERE m.customer_id = %(id)s) AS methods,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'content_type', f.content_type,
     'at', t.created_at) ORDER BY t.created_at DESC), '[]')
   FROM kernel_attachment t JOIN kernel_file f ON f.id = t.file_id WHERE t.subject = %(subject)s AND t.permission = 'kernel.read_files') AS files
