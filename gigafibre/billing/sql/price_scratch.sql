-- The table of one computation of a price change, the session's own, empty again at each commit.
CREATE TEMP TABLE IF NOT EXISTS price_line (
  subscription_id bigint PRIMARY KEY, customer_id bigint, item_id bigint, quantity numeric, months int,
  old_price numeric, new_price numeric, on_day date, cause text, held boolean, price numeric, reason text,
  change_id bigint
) ON COMMIT DELETE ROWS;

DELETE FROM price_line;
