CREATE TABLE "rate_counts" (
	"key" "bytea" NOT NULL,
	"slot" bigint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_counts_key_slot_pk" PRIMARY KEY("key","slot")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "site" jsonb DEFAULT '{"restDays":7,"touchpointRestDays":30,"respectDnt":true,"askConsent":false,"origins":[],"identityRequired":false}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "identity_key_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "follow_ups" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "page" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "identity" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "suspect" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "held" jsonb;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "wording" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "quota" integer;--> statement-breakpoint
CREATE INDEX "rate_counts_slot" ON "rate_counts" USING btree ("slot");--> statement-breakpoint
-- What limits are measured by may be lost with a crash; it is not worth the log.
ALTER TABLE rate_counts SET UNLOGGED;
--> statement-breakpoint
-- A migration belongs to no workspace: the owner of the tables has to see all rows for a moment.
ALTER TABLE surveys NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_versions NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE placements NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE FUNCTION content_with_languages(content jsonb, language text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'languages', jsonb_build_array(language),
    'followUps', '[{"kind": "text", "after": ["low", "middle", "high"]}]'::jsonb,
    'links', '{"low": "", "middle": "", "high": ""}'::jsonb,
    'texts', jsonb_build_object(language, jsonb_build_object(
      'topic', content -> 'topic',
      'why', content -> 'why',
      'thanks', jsonb_build_object(
        'low', content -> 'thanks', 'middle', content -> 'thanks', 'high', content -> 'thanks'),
      'link', '{"low": "", "middle": "", "high": ""}'::jsonb,
      'reasons', '{}'::jsonb)))
$$;
--> statement-breakpoint
UPDATE surveys s SET draft = content_with_languages(s.draft, w.language)
FROM workspaces w WHERE w.id = s.workspace_id AND s.draft ? 'topic';
--> statement-breakpoint
UPDATE survey_versions v SET content = content_with_languages(v.content, w.language)
FROM workspaces w WHERE w.id = v.workspace_id AND v.content ? 'topic';
--> statement-breakpoint
UPDATE survey_versions v SET wording = s.wording
FROM surveys s WHERE s.workspace_id = v.workspace_id AND s.id = v.survey_id;
--> statement-breakpoint
ALTER TABLE survey_versions ALTER COLUMN wording SET NOT NULL;
--> statement-breakpoint
-- Until now the window ran from the last time it was shown, answered or not.
UPDATE placements SET rules = rules || jsonb_build_object(
  'framed', false, 'notUrls', '[]'::jsonb, 'trigger', '{"kind": "load"}'::jsonb,
  'dismissedDays', rules -> 'windowDays', 'sampleRatio', 1)
WHERE rules ? 'windowDays' AND NOT rules ? 'trigger';
--> statement-breakpoint
DROP FUNCTION content_with_languages(jsonb, text);
--> statement-breakpoint
ALTER TABLE surveys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_versions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE placements FORCE ROW LEVEL SECURITY;
