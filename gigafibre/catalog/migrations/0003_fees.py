"""Known classes of fees; one that the law forbids is not sold, and only the importer brings it."""

from django.db import migrations, models

RULE = """
CREATE FUNCTION catalog_refuse_fee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows WHERE active AND fee_class IN ('activation', 'modification')) THEN
    RAISE EXCEPTION 'a fee that the law forbids is not sold'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'forbidden_fee_not_sold', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER catalog_item_fees_i AFTER INSERT ON catalog_item REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION catalog_refuse_fee();
CREATE TRIGGER catalog_item_fees_u AFTER UPDATE ON catalog_item REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION catalog_refuse_fee();
"""
UNDO = """
DROP TRIGGER catalog_item_fees_i ON catalog_item;
DROP TRIGGER catalog_item_fees_u ON catalog_item;
DROP FUNCTION catalog_refuse_fee();
"""
KNOWN = ["", "installation", "optional", "interest", "penalty", "activation", "modification"]


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_trail")]

    operations = [
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(name="fee_class_known", condition=models.Q(fee_class__in=KNOWN)),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                name="penalty_is_charged_once", condition=~models.Q(fee_class="penalty", kind="recurring")
            ),
        ),
        migrations.RunSQL(RULE, UNDO),
    ]
