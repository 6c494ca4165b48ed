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
--> statement-breakpoint
-- An invite ends with its inviter's membership. Who invited stands in the audit lines; who is no member any more has no open invite.
ALTER TABLE invites NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_lines NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE invites i SET inviter_id = m.user_id
FROM audit_lines a, members m
WHERE a.workspace_id = i.workspace_id AND a.object_id = i.id AND a.action = 'member.invite'
  AND m.workspace_id = i.workspace_id AND a.actor = 'member:' || m.user_id::text;
--> statement-breakpoint
DELETE FROM invites WHERE accepted_at IS NULL AND inviter_id IS NULL;
--> statement-breakpoint
ALTER TABLE invites FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_lines FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE members FORCE ROW LEVEL SECURITY;
