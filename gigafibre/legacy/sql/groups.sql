-- Groups; an account that the chart lacks gives way to the general revenue account.
CREATE TEMP TABLE want_group ON COMMIT DROP AS
SELECT c.id AS legacy_id, 'G' || c.id AS code, c.name AS name_fr, c.name AS name_en,
       coalesce(a.number, (SELECT number FROM ledger_account WHERE role = 'revenue')) AS revenue_account,
       c.id::smallint AS position
FROM legacy_stage.product_cat c LEFT JOIN ledger_account a ON a.number = c.num_compte::text;
