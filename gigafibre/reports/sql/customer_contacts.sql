-- Contacts with their ways of being reached, and consents in force.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'role', k.role, 'name', k.name, 'preferred_channel', k.preferred_channel,
     'points', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'value', p.value, 'extension', p.extension,
        'valid', p.valid, 'for_billing', p.for_billing) ORDER BY p.position, p.id), '[]') FROM crm_contactpoint p WHERE p.contact_id = k.id))
     ORDER BY k.position, k.id), '[]') FROM crm_contact k WHERE k.customer_id = %(id)s) AS contacts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', n.channel, 'purpose', n.purpose, 'source', n.source, 'given_at', n.given_at,
     'withdrawn_at', n.withdrawn_at) ORDER BY n.channel, n.purpose), '[]')
   FROM (SELECT DISTINCT ON (channel, purpose) * FROM crm_consent WHERE customer_id = %(id)s ORDER BY channel, purpose, given_at DESC) n) AS consents
