"""What a message said may be forgotten when it is a year old, what a carrier told after thirty days; not before."""

from django.db import migrations

from gigafibre.kernel.schema import kept_for

FORGETTABLE = """
CREATE OR REPLACE FUNCTION messaging_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken record;
BEGIN
  SELECT o.id, o.state AS was, n.state AS now INTO broken
  FROM old_rows o LEFT JOIN new_rows n USING (id)
  WHERE n.id IS NULL
     OR (o.key, o.dedupe_key, o.customer_id, o.template, o.version, o.purpose, o.channel, o.language, o.name,
         o.related_kind, o.related, o.created_at)
        IS DISTINCT FROM
        (n.key, n.dedupe_key, n.customer_id, n.template, n.version, n.purpose, n.channel, n.language, n.name,
         n.related_kind, n.related, n.created_at)
     -- What it said is forgotten whole, once it is over and a year old; that it was said stays.
     OR ((o.subject, o.body, o.variables) IS DISTINCT FROM (n.subject, n.body, n.variables)
         AND NOT (n.subject = '' AND n.body = '' AND n.variables = '{}' AND o.state NOT IN ('queued', 'sending')
           AND o.created_at < coalesce(nullif(current_setting('gigafibre.now', true), '')::timestamptz, now())
                              - interval '365 days'))
     OR (o."to" <> n."to" AND o.state <> 'suppressed')
     OR (o.state = 'sent' AND n.state NOT IN ('sent', 'delivered', 'failed'))
     OR (o.state = 'delivered' AND n.state <> 'delivered')
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'message % keeps what it says and only goes forward (% to %)', broken.id, broken.was, broken.now
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'message_one_way';
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("messaging", "0004_followed"), ("kernel", "0011_retention_rules")]

    operations = [
        migrations.RunSQL(FORGETTABLE, migrations.RunSQL.noop),
        kept_for("messaging_vendorevent", "at", 30),
    ]
