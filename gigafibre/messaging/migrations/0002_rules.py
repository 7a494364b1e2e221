"""A message says for ever what it said and goes forward only; texts, steps and what providers told never change."""

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable, never_emptied, seen_in_previews

ONE_WAY = """
CREATE FUNCTION messaging_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken record;
BEGIN
  SELECT o.id, o.state AS was, n.state AS now INTO broken
  FROM old_rows o LEFT JOIN new_rows n USING (id)
  WHERE n.id IS NULL
     OR (o.key, o.dedupe_key, o.customer_id, o.template, o.version, o.purpose, o.channel, o.language, o.subject, o.body,
         o.variables, o.related_kind, o.related, o.created_at)
        IS DISTINCT FROM
        (n.key, n.dedupe_key, n.customer_id, n.template, n.version, n.purpose, n.channel, n.language, n.subject, n.body,
         n.variables, n.related_kind, n.related, n.created_at)
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
CREATE TRIGGER messaging_message_one_way AFTER UPDATE ON messaging_message
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION messaging_one_way();
CREATE TRIGGER messaging_message_kept BEFORE DELETE ON messaging_message
  FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
"""
BACK = """
DROP TRIGGER messaging_message_kept ON messaging_message;
DROP TRIGGER messaging_message_one_way ON messaging_message;
DROP FUNCTION messaging_one_way();
"""


class Migration(migrations.Migration):
    dependencies = [("messaging", "0001_initial"), ("kernel", "0003_references")]

    operations = [
        migrations.RunSQL(ONE_WAY, BACK),
        never_emptied("messaging_message"),
        immutable("messaging_templatetext"),
        immutable("messaging_messagestep"),
        immutable("messaging_messagefile"),
        immutable("messaging_vendorevent"),
        immutable("messaging_inboundmessage"),
        audited("messaging_templatetext"),
        audited("messaging_suppression"),
        seen_in_previews("messaging_message"),
        seen_in_previews("messaging_messagefile"),
    ]
