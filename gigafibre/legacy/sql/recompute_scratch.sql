-- What the oracle keeps of one chunk of history, beside the tables a bill is computed in.
CREATE TEMP TABLE IF NOT EXISTS recompute_document (
  invoice_id bigint PRIMARY KEY, customer_id bigint, date date, rates_of date, category text, total numeric
);
--;
-- Each line as billed. `of_service`: the engine prices it; `start`: its first day by our rules; `partial`: what says that
-- the period may not have been billed whole.
CREATE TEMP TABLE IF NOT EXISTS recompute_line (
  line_id bigint, invoice_id bigint, member_id bigint, location_id bigint, subscription_id bigint, item_id bigint,
  override numeric, kind text, sku text, quantity numeric, unit_price numeric, amount numeric, taxable boolean,
  period_start date, period_end date, start date, of_service boolean, partial text
);
--;
CREATE TEMP TABLE IF NOT EXISTS recompute_changed (
  line_id bigint PRIMARY KEY, invoice_id bigint, subscription_id bigint, item_id bigint, sku text, quantity numeric,
  amount numeric, period_start date, period_end date, start date, partial text, ours numeric, price numeric
);
--;
-- What the engine asks of those lines at the price that the period beside it was billed at.
CREATE TEMP TABLE IF NOT EXISTS recompute_given (line_id bigint PRIMARY KEY, price numeric, amount numeric);
--;
-- Taxes that differ on the lines as billed.
CREATE TEMP TABLE IF NOT EXISTS recompute_tax (invoice_id bigint, tax_id bigint, billed numeric, ours numeric);
--;
CREATE TEMP TABLE IF NOT EXISTS recompute_difference (
  invoice_id bigint, what text, cause text, explanation text, billed numeric, ours numeric, detail text, at_price boolean
);
--;
TRUNCATE recompute_document, recompute_line, recompute_changed, recompute_given, recompute_tax, recompute_difference;
