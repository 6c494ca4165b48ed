-- The new tables belong to workspaces like all others.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'alert_rules', 'alerts', 'case_notes', 'case_rules', 'case_settings', 'cases', 'hook_deliveries', 'hooks', 'improvement_answers', 'improvement_moves', 'improvement_statements', 'improvement_subjects', 'improvements', 'benchmarks', 'outcomes', 'packs', 'themes', 'voice_evidence', 'voice_rules', 'voice_themes', 'voices'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE', t, t || '_workspace');
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO milepost_app
         USING (workspace_id = (SELECT nullif(current_setting(''milepost.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''milepost.workspace'', true), '''')::uuid))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO milepost_app', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Answers in the order of their last change, for whatever looks at new ones: costs the recording next to nothing.
CREATE INDEX responses_changed ON responses USING brin (changed_at) WITH (pages_per_range = 32, autosummarize = on);
--> statement-breakpoint
-- A round packs the days that are over; workspaces of now get theirs here, later ones when they first publish.
ALTER TABLE jobs NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO jobs (workspace_id, id, kind, dedupe_key, payload)
SELECT id, gen_random_uuid(), 'packDays', 'round', '{}'::jsonb FROM workspaces;
--> statement-breakpoint
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Comments that nobody read yet, or by older rules, are found across workspaces, as due jobs are: one job per workspace is woken for them.
GRANT SELECT (workspace_id, placement_id, id, comment, seq, read_seq) ON responses TO milepost_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON responses FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, read_with) ON voices TO milepost_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON voices FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, revision) ON voice_rules TO milepost_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON voice_rules FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
GRANT INSERT ON jobs TO milepost_lookup;
--> statement-breakpoint
GRANT UPDATE (finished_at, run_at, failure) ON jobs TO milepost_lookup;
--> statement-breakpoint
CREATE FUNCTION wake_readers() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$
  WITH RECURSIVE unread AS (
    (SELECT r.workspace_id FROM responses r
      WHERE r.comment IS NOT NULL AND r.read_seq IS DISTINCT FROM r.seq ORDER BY r.workspace_id LIMIT 1)
    UNION ALL
    SELECT (SELECT r.workspace_id FROM responses r
      WHERE r.comment IS NOT NULL AND r.read_seq IS DISTINCT FROM r.seq AND r.workspace_id > u.workspace_id
      ORDER BY r.workspace_id LIMIT 1)
    FROM unread u WHERE u.workspace_id IS NOT NULL
  ), due AS (
    SELECT u.workspace_id FROM unread u WHERE u.workspace_id IS NOT NULL
    UNION
    SELECT o.workspace_id FROM voice_rules o
    WHERE EXISTS (SELECT 1 FROM voices v WHERE v.workspace_id = o.workspace_id AND v.read_with < o.revision)
  ), woken AS (
    INSERT INTO jobs (workspace_id, id, kind, dedupe_key, payload)
    SELECT d.workspace_id, gen_random_uuid(), 'voices.read', 'all', '{}'::jsonb FROM due d
    ON CONFLICT (workspace_id, kind, dedupe_key)
      DO UPDATE SET finished_at = NULL, run_at = now(), attempts = 0, failure = NULL WHERE jobs.finished_at IS NOT NULL
    RETURNING 1
  )
  SELECT count(*)::integer FROM woken
  $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO milepost_lookup;
--> statement-breakpoint
ALTER FUNCTION wake_readers() OWNER TO milepost_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM milepost_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION wake_readers() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION wake_readers() TO milepost_app;
