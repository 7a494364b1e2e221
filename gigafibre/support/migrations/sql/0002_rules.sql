CREATE FUNCTION support_new_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows WHERE status <> 'open') THEN
    RAISE EXCEPTION 'an issue begins as open'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_transition', TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT 1 FROM new_rows n JOIN crm_location l ON l.id = n.location_id WHERE l.customer_id <> n.customer_id) THEN
    RAISE EXCEPTION 'an issue is at a location of its customer'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_at_a_place_of_its_customer', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER support_issue_begins AFTER INSERT ON support_issue REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION support_new_issue();

CREATE FUNCTION support_issue_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_issue record;
BEGIN
  FOR v_issue IN
    SELECT n.number, o.status AS was, n.status AS becomes,
           (o.number, o.customer_id, o.contract, o.source, o.opened_on, o.created_at)
             IS DISTINCT FROM (n.number, n.customer_id, n.contract, n.source, n.opened_on, n.created_at)
             OR o.contract <> '' AND o.kind <> n.kind AS another,
           (o.kind, o.subject, o.details, o.priority, o.location_id, o.department_id, o.assignee_id)
             IS DISTINCT FROM (n.kind, n.subject, n.details, n.priority, n.location_id, n.department_id, n.assignee_id)
             AS edited,
           (o.resolution, o.resolved_at) IS DISTINCT FROM (n.resolution, n.resolved_at) AS retold,
           o.location_id IS DISTINCT FROM n.location_id AND EXISTS (
             SELECT 1 FROM crm_location l WHERE l.id = n.location_id AND l.customer_id <> n.customer_id) AS elsewhere
    FROM old_rows o JOIN new_rows n ON n.id = o.id ORDER BY n.id
  LOOP
    IF v_issue.another THEN
      RAISE EXCEPTION '% stays the issue it is', v_issue.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_stays_whose_it_is', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_issue.elsewhere THEN
      RAISE EXCEPTION '% is at a location of its customer', v_issue.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_at_a_place_of_its_customer', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_issue.was <> v_issue.becomes AND NOT EXISTS (SELECT 1 FROM (VALUES
        ('open', 'in_progress'), ('open', 'waiting'), ('open', 'resolved'),
        ('in_progress', 'waiting'), ('in_progress', 'resolved'),
        ('waiting', 'in_progress'), ('waiting', 'resolved'),
        ('resolved', 'closed'), ('resolved', 'open'), ('closed', 'open')
      ) AS allowed (was, becomes) WHERE allowed.was = v_issue.was AND allowed.becomes = v_issue.becomes) THEN
      RAISE EXCEPTION '% is %, it does not become %', v_issue.number, v_issue.was, v_issue.becomes
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_transition', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_issue.was = 'closed' AND v_issue.edited THEN
      RAISE EXCEPTION '% is closed: open it again first', v_issue.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_issue_stays', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_issue.was IN ('resolved', 'closed') AND v_issue.becomes IN ('resolved', 'closed') AND v_issue.retold THEN
      RAISE EXCEPTION 'what settled % stays as it was told', v_issue.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_stays_as_told', TABLE = TG_TABLE_NAME;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER support_issue_rules AFTER UPDATE ON support_issue REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION support_issue_changes();

CREATE FUNCTION support_new_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows c JOIN support_issue i ON i.id = c.issue_id WHERE i.status = 'closed') THEN
    RAISE EXCEPTION 'the issue is closed: open it again first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_issue_stays', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER support_issuecomment_open AFTER INSERT ON support_issuecomment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION support_new_comment();

-- A state is entered with its step, written in the same transaction, and a step tells the state that was entered.
CREATE FUNCTION support_state_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_last text;
BEGIN
  SELECT s.status INTO v_last FROM support_issuestep s WHERE s.issue_id = NEW.id ORDER BY s.id DESC LIMIT 1;
  IF v_last IS DISTINCT FROM (SELECT i.status FROM support_issue i WHERE i.id = NEW.id) THEN
    RAISE EXCEPTION '% has no step that tells its state', NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'issue_state_is_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER support_issue_told AFTER INSERT OR UPDATE OF status ON support_issue
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION support_state_is_told();
