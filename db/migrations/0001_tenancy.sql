-- Two roles without login: milepost_app is what every transaction of the application runs as, milepost_lookup owns
-- the few functions that find a workspace before a scope exists. Roles belong to the server, not to one database.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'milepost_app') THEN
    CREATE ROLE milepost_app NOLOGIN NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'milepost_lookup') THEN
    CREATE ROLE milepost_lookup NOLOGIN NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT milepost_app TO %I', current_user);
  EXECUTE format('GRANT milepost_lookup TO %I', current_user);
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  -- Another database of the same server made them at the same moment.
  NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id'
  LOOP
    -- Responses and tallies belong to a workspace through their placement and lineage: a second check of each row would
    -- only cost recording.
    IF t NOT IN ('responses', 'tallies') THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE', t, t || '_workspace');
    END IF;
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
REVOKE UPDATE, DELETE ON audit_lines FROM milepost_app;
--> statement-breakpoint
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspaces TO milepost_app
  USING (id = (SELECT nullif(current_setting('milepost.workspace', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('milepost.workspace', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON workspaces TO milepost_app;
--> statement-breakpoint
GRANT SELECT (id, name, email) ON users TO milepost_app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO milepost_app, milepost_lookup;
--> statement-breakpoint
GRANT SELECT ON placements, invitations, invites, api_keys, members, jobs TO milepost_lookup;
--> statement-breakpoint
GRANT SELECT (id, site_key_hash) ON workspaces TO milepost_lookup;
--> statement-breakpoint
GRANT UPDATE (lease_until, lease_token, attempts) ON jobs TO milepost_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON placements FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON invitations FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON invites FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON api_keys FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON members FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON workspaces FOR SELECT TO milepost_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON jobs TO milepost_lookup USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE FUNCTION placement_of_key(hash bytea) RETURNS TABLE (workspace_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT p.workspace_id, p.id FROM placements p WHERE p.key_hash = hash LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION invitation_of_token(hash bytea) RETURNS TABLE (workspace_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT i.workspace_id, i.id FROM invitations i WHERE i.token_hash = hash LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION invite_of_token(hash bytea) RETURNS TABLE (workspace_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT i.workspace_id, i.id FROM invites i WHERE i.token_hash = hash LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION api_key_of_hash(hash bytea) RETURNS TABLE (workspace_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT k.workspace_id, k.id FROM api_keys k WHERE k.key_hash = hash AND k.revoked_at IS NULL LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION workspace_of_site_key(hash bytea) RETURNS TABLE (workspace_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT w.id FROM workspaces w WHERE w.site_key_hash = hash LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION workspaces_of_user(person uuid) RETURNS TABLE (workspace_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT m.workspace_id FROM members m WHERE m.user_id = person ORDER BY m.joined_at $$;
--> statement-breakpoint
CREATE FUNCTION claim_jobs(most integer, lease_seconds integer) RETURNS TABLE (workspace_id uuid, id uuid, lease_token uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$
  UPDATE jobs j
  SET lease_until = now() + make_interval(secs => lease_seconds), lease_token = gen_random_uuid(), attempts = j.attempts + 1
  FROM (
    SELECT d.workspace_id, d.id FROM jobs d
    WHERE d.finished_at IS NULL AND d.run_at <= now() AND (d.lease_until IS NULL OR d.lease_until < now())
    ORDER BY d.run_at LIMIT most FOR UPDATE SKIP LOCKED
  ) due
  WHERE j.workspace_id = due.workspace_id AND j.id = due.id
  RETURNING j.workspace_id, j.id, j.lease_token
  $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO milepost_lookup;
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'placement_of_key(bytea)', 'invitation_of_token(bytea)', 'invite_of_token(bytea)', 'api_key_of_hash(bytea)', 'workspace_of_site_key(bytea)',
    'workspaces_of_user(uuid)', 'claim_jobs(integer, integer)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO milepost_lookup', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO milepost_app', f);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM milepost_lookup;
