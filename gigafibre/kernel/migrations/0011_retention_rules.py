"""What an immutable table lets go, and when: rows that are older than its days, by the clock of what runs."""

from django.db import migrations

REFUSE_EARLY = """
CREATE FUNCTION kernel_refuse_early() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz + make_interval(days => TG_ARGV[1]::int) > coalesce(
       nullif(current_setting('gigafibre.now', true), '')::timestamptz, now()) THEN
    RAISE EXCEPTION 'a row of % is kept % days', TG_TABLE_NAME, TG_ARGV[1]
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0010_retentionrun")]

    operations = [migrations.RunSQL(REFUSE_EARLY, "DROP FUNCTION kernel_refuse_early();")]
