-- The new tables belong to workspaces like all others.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'channels', 'stage_teams', 'touchpoint_teams', 'absorptions', 'links', 'handoffs', 'research_questions', 'statements',
    'evidence', 'journey_versions', 'change_markers', 'decisions', 'remarks', 'shares', 'saved_views', 'walks',
    'walk_steps', 'reviews'
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
-- Who leaves the workspace leaves what they own without an owner, where the health check finds it.
ALTER TABLE journeys ADD CONSTRAINT journeys_owner FOREIGN KEY (workspace_id, owner_user_id)
  REFERENCES members (workspace_id, user_id) ON DELETE SET NULL (owner_user_id);
--> statement-breakpoint
ALTER TABLE touchpoints ADD CONSTRAINT touchpoints_owner FOREIGN KEY (workspace_id, owner_user_id)
  REFERENCES members (workspace_id, user_id) ON DELETE SET NULL (owner_user_id);
--> statement-breakpoint
GRANT SELECT ON shares TO milepost_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON shares FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE FUNCTION share_of_token(hash bytea) RETURNS TABLE (workspace_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT s.workspace_id, s.id FROM shares s
     WHERE s.token_hash = hash AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now()) LIMIT 1 $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO milepost_lookup;
--> statement-breakpoint
ALTER FUNCTION share_of_token(bytea) OWNER TO milepost_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM milepost_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION share_of_token(bytea) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION share_of_token(bytea) TO milepost_app;
