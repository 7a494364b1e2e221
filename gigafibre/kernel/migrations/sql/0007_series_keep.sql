-- A series goes on by what was used: it never gives a number again. A gapless one stays one, under its name.
CREATE FUNCTION kernel_series_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'series % goes on from %', OLD.code, OLD.next
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER series_never_go_back BEFORE UPDATE ON kernel_series FOR EACH ROW
  WHEN (NEW.next < OLD.next OR NEW.code <> OLD.code OR (OLD.gapless AND NOT NEW.gapless))
  EXECUTE FUNCTION kernel_series_kept();
CREATE TRIGGER gapless_series_stay BEFORE DELETE ON kernel_series FOR EACH ROW
  WHEN (OLD.gapless) EXECUTE FUNCTION kernel_series_kept();
-- Two series of one prefix would meet in one number; a year written out is a year.
CREATE UNIQUE INDEX series_prefix_once ON kernel_series (regexp_replace(prefix, '\{year\}|[0-9]{4}', '#', 'g'));
