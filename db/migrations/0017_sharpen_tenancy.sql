-- The new tables belong to workspaces like all others.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'mail_reports', 'week_marks', 'week_packs', 'blacked_out'
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
