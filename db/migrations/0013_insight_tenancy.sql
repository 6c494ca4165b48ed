-- The new tables belong to workspaces like all others.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'alert_rules', 'alerts', 'case_notes', 'case_rules', 'case_settings', 'cases', 'hook_deliveries', 'hooks', 'improvement_answers', 'improvement_moves', 'improvement_statements', 'improvement_subjects', 'improvements', 'benchmarks', 'outcomes'
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
