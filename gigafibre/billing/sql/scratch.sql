-- The tables of one computation. They are the session's own, emptied by the next one, and both the preview and the
-- issuing of a run (or of one customer) fill them by the same statements.
CREATE TEMP TABLE IF NOT EXISTS bill_scope (customer_id bigint PRIMARY KEY);

-- Whose services a customer of the scope pays: his own, and those of his children; `cause` is why they can't be billed.
CREATE TEMP TABLE IF NOT EXISTS bill_member (
  customer_id bigint PRIMARY KEY, payer_id bigint, cause text
);

CREATE TEMP TABLE IF NOT EXISTS bill_rate (
  category text, tax_id bigint, rate numeric, compound boolean, account text
);

-- Whose documents are computed, and the day by which certificates count.
CREATE TEMP TABLE IF NOT EXISTS bill_customer (
  customer_id bigint PRIMARY KEY, date date, language text, tax_category text, cause text
);

CREATE TEMP TABLE IF NOT EXISTS bill_subscription (
  id bigint PRIMARY KEY, customer_id bigint, member_id bigint, location_id bigint, item_id bigint, quantity numeric,
  override numeric, months int, anchor date, charged_until date, ends_on date, keeps boolean, outcome text, cause text
);

CREATE TEMP TABLE IF NOT EXISTS bill_change (
  id bigint, subscription_id bigint, kind text, day date, until date, item_id bigint, price numeric
);
CREATE INDEX IF NOT EXISTS bill_change_subscription ON bill_change (subscription_id, day, id);

CREATE TEMP TABLE IF NOT EXISTS bill_segment (
  subscription_id bigint, whole_start date, whole_end date, start date, upto date
);

CREATE TEMP TABLE IF NOT EXISTS bill_promotion (
  id bigint PRIMARY KEY, subscription_id bigint, since date, until date, cycles int, amount numeric, percent numeric,
  description text, turn int
);

-- What each promotion of a turn would take off each line.
CREATE TEMP TABLE IF NOT EXISTS bill_offer (
  customer_id bigint, member_id bigint, location_id bigint, subscription_id bigint, item_id bigint, group_id bigint,
  sku text, price numeric, taxable boolean, account text, whole_start date, whole_end date, period_start date,
  promotion_id bigint, cycles int, description text, wished numeric, start date, upto date
);

-- `customer_id` pays, `member_id` is served.
CREATE TEMP TABLE IF NOT EXISTS bill_line (
  customer_id bigint, member_id bigint, location_id bigint, subscription_id bigint, pending_id bigint,
  promotion_id bigint, item_id bigint, group_id bigint,
  kind text, sku text, description text, quantity numeric, unit_price numeric, price numeric, amount numeric,
  taxable boolean, account text, period_start date, period_end date, whole_start date, whole_end date
);

CREATE TEMP TABLE IF NOT EXISTS bill_sum (
  customer_id bigint PRIMARY KEY, lines int, subtotal numeric, taxable numeric
);

-- Which certificate spares which tax of the lines of a member at a location, and what that takes off a document's base.
CREATE TEMP TABLE IF NOT EXISTS bill_exempt (
  customer_id bigint, member_id bigint, location_id bigint, tax_id bigint, exemption_id bigint, treatment text
);

CREATE TEMP TABLE IF NOT EXISTS bill_relief (
  customer_id bigint, tax_id bigint, amount numeric
);

CREATE TEMP TABLE IF NOT EXISTS bill_tax (
  customer_id bigint, tax_id bigint, account text, rate numeric, base numeric, amount numeric
);

CREATE TEMP TABLE IF NOT EXISTS bill_document (
  customer_id bigint PRIMARY KEY, kind text, sign int, lines int, subtotal numeric, tax_total numeric, total numeric,
  invoice_id bigint, number text
);

-- What is written down into the floors below, in the shapes they ask for.
CREATE TEMP TABLE IF NOT EXISTS bill_moved (subscription_id bigint PRIMARY KEY, charged_until date);

CREATE TEMP TABLE IF NOT EXISTS bill_entry (
  key bigint PRIMARY KEY, date date, kind text, document text, description text
);

CREATE TEMP TABLE IF NOT EXISTS bill_posting (
  key bigint, account text, debit numeric, credit numeric, customer_id bigint
);

CREATE TEMP TABLE IF NOT EXISTS bill_item (
  customer_id bigint, side text, kind text, number text, date date, due_date date, amount numeric
);
