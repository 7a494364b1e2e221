"""A message may be for somebody who is no customer yet: his name stands with it, and never changes either."""

import django.db.models.deletion
from django.db import migrations, models

FUNCTION = """
CREATE OR REPLACE FUNCTION messaging_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken record;
BEGIN
  SELECT o.id, o.state AS was, n.state AS now INTO broken
  FROM old_rows o LEFT JOIN new_rows n USING (id)
  WHERE n.id IS NULL
     OR (o.key, o.dedupe_key, o.customer_id, o.template, o.version, o.purpose, o.channel, o.language, o.subject, o.body,
         o.variables, {o}o.related_kind, o.related, o.created_at)
        IS DISTINCT FROM
        (n.key, n.dedupe_key, n.customer_id, n.template, n.version, n.purpose, n.channel, n.language, n.subject, n.body,
         n.variables, {n}n.related_kind, n.related, n.created_at)
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
WITH_NAME = FUNCTION.replace("{o}", "o.name, ").replace("{n}", "n.name, ")
WITHOUT = FUNCTION.replace("{o}", "").replace("{n}", "")


class Migration(migrations.Migration):
    dependencies = [("crm", "0003_parents"), ("messaging", "0002_rules")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="name",
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AlterField(
            model_name="message",
            name="customer",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("customer__isnull", False), ("name", "")),
                    models.Q(("customer__isnull", True), models.Q(("to", ""), _negated=True)),
                    _connector="OR",
                ),
                name="message_is_for_somebody",
            ),
        ),
        migrations.RunSQL(WITH_NAME, WITHOUT),
    ]
