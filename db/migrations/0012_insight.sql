CREATE TABLE "alert_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"condition" jsonb NOT NULL,
	"journey_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "alert_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"subject_key" text NOT NULL,
	"lineage_id" uuid,
	"finding" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	CONSTRAINT "alerts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"subject" text,
	"about_user_id" uuid,
	"placement_id" uuid,
	"response_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mail_state" text,
	"mail_reason" text,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "case_notes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"condition" jsonb NOT NULL,
	"journey_id" uuid,
	"lineage_id" uuid,
	"assignee_user_id" uuid,
	"due_hours" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "case_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_settings" (
	"workspace_id" uuid NOT NULL,
	"hours" jsonb,
	"looked_until" timestamp with time zone,
	CONSTRAINT "case_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"placement_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"assignee_user_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"first_response_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"reopened" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "cases_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "hook_deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hook_id" uuid NOT NULL,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "hook_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "hooks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"shape" text NOT NULL,
	"events" text[] NOT NULL,
	"secret_version" smallint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "hooks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "improvement_answers" (
	"workspace_id" uuid NOT NULL,
	"improvement_id" uuid NOT NULL,
	"placement_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	CONSTRAINT "improvement_answers_workspace_id_improvement_id_placement_id_response_id_pk" PRIMARY KEY("workspace_id","improvement_id","placement_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "improvement_moves" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"improvement_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"moved_by" uuid,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "improvement_moves_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "improvement_statements" (
	"workspace_id" uuid NOT NULL,
	"improvement_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	CONSTRAINT "improvement_statements_workspace_id_improvement_id_statement_id_pk" PRIMARY KEY("workspace_id","improvement_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "improvement_subjects" (
	"workspace_id" uuid NOT NULL,
	"improvement_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	CONSTRAINT "improvement_subjects_workspace_id_improvement_id_lineage_id_pk" PRIMARY KEY("workspace_id","improvement_id","lineage_id")
);
--> statement-breakpoint
CREATE TABLE "improvements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"title" text NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"hypothesis" text DEFAULT '' NOT NULL,
	"success_criterion" text DEFAULT '' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"metric" text,
	"target_value" double precision,
	"target_bad_share" double precision,
	"effort" smallint,
	"cost" double precision,
	"reach" double precision,
	"importance" double precision,
	"satisfaction" double precision,
	"confidence" double precision,
	"owner_user_id" uuid NOT NULL,
	"state" text DEFAULT 'idea' NOT NULL,
	"override_reason" text DEFAULT '' NOT NULL,
	"started_on" date,
	"effective_on" date,
	"done_on" date,
	"baseline" jsonb,
	"marker_id" uuid,
	"own_marker" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "improvements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "benchmarks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"metric" text NOT NULL,
	"value" double precision NOT NULL,
	"scale" text NOT NULL,
	"source" text NOT NULL,
	"link" text,
	"year" smallint NOT NULL,
	"n" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "benchmarks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"workspace_id" uuid NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"amount" double precision,
	"contact_id" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcomes_workspace_id_person_kind_day_pk" PRIMARY KEY("workspace_id","person","kind","day")
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"workspace_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"day" date NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now(),
	"n" integer,
	"values" jsonb,
	"points" "bytea",
	"series" "bytea",
	"source" "bytea",
	"persona" "bytea",
	"segment" "bytea",
	"channel" "bytea",
	"language" "bytea",
	"device" "bytea",
	"version" "bytea",
	"campaign" "bytea",
	CONSTRAINT "packs_workspace_id_lineage_id_day_pk" PRIMARY KEY("workspace_id","lineage_id","day")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"phrases" text[] NOT NULL,
	"exceptions" text[] DEFAULT '{}' NOT NULL,
	"merged_into_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "themes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "voice_evidence" (
	"workspace_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "voice_evidence_workspace_id_voice_id_evidence_id_pk" PRIMARY KEY("workspace_id","voice_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "voice_rules" (
	"workspace_id" uuid NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"sentiment_words" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"masking" jsonb,
	CONSTRAINT "voice_rules_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "voice_themes" (
	"workspace_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"found" boolean NOT NULL,
	"said" boolean,
	CONSTRAINT "voice_themes_workspace_id_theme_id_voice_id_pk" PRIMARY KEY("workspace_id","theme_id","voice_id")
);
--> statement-breakpoint
CREATE TABLE "voices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"lineage_id" uuid NOT NULL,
	"placement_id" uuid,
	"response_id" uuid,
	"text" text,
	"author" text DEFAULT '' NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"text_hash" text NOT NULL,
	"language" text,
	"language_by" text,
	"sentiment" text,
	"valence" real,
	"sentiment_said" text,
	"masked" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_with" integer DEFAULT -1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "invitation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "case_note_id" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "writes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "economics" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "read_seq" integer;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_rule_id_alert_rules_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rule_id") REFERENCES "public"."alert_rules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_workspace_id_case_id_cases_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."cases"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_workspace_id_placement_id_response_id_responses_workspace_id_placement_id_id_fk" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_rules" ADD CONSTRAINT "case_rules_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_rules" ADD CONSTRAINT "case_rules_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_workspace_id_rule_id_case_rules_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rule_id") REFERENCES "public"."case_rules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_workspace_id_hook_id_hooks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","hook_id") REFERENCES "public"."hooks"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_answers" ADD CONSTRAINT "improvement_answers_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_answers" ADD CONSTRAINT "improvement_answers_response" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_moves" ADD CONSTRAINT "improvement_moves_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_statements" ADD CONSTRAINT "improvement_statements_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_statements" ADD CONSTRAINT "improvement_statements_statement" FOREIGN KEY ("workspace_id","statement_id") REFERENCES "public"."statements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_subjects" ADD CONSTRAINT "improvement_subjects_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_subjects" ADD CONSTRAINT "improvement_subjects_lineage" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_workspace_id_contact_id_contacts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_workspace_id_merged_into_id_themes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","merged_into_id") REFERENCES "public"."themes"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_evidence" ADD CONSTRAINT "voice_evidence_workspace_id_voice_id_voices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","voice_id") REFERENCES "public"."voices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_evidence" ADD CONSTRAINT "voice_evidence_workspace_id_evidence_id_evidence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","evidence_id") REFERENCES "public"."evidence"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_themes" ADD CONSTRAINT "voice_themes_workspace_id_theme_id_themes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","theme_id") REFERENCES "public"."themes"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_themes" ADD CONSTRAINT "voice_themes_workspace_id_voice_id_voices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","voice_id") REFERENCES "public"."voices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_workspace_id_placement_id_response_id_responses_workspace_id_placement_id_id_fk" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("workspace_id","rule_id","subject_key") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("workspace_id","raised_at");--> statement-breakpoint
CREATE INDEX "case_notes_of_case" ON "case_notes" USING btree ("workspace_id","case_id","created_at");--> statement-breakpoint
CREATE INDEX "case_notes_of_response" ON "case_notes" USING btree ("workspace_id","placement_id","response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_once" ON "cases" USING btree ("workspace_id","placement_id","response_id","rule_id");--> statement-breakpoint
CREATE INDEX "cases_of_lineage" ON "cases" USING btree ("workspace_id","lineage_id","opened_at");--> statement-breakpoint
CREATE INDEX "cases_to_do" ON "cases" USING btree ("workspace_id","due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "hook_deliveries_newest" ON "hook_deliveries" USING btree ("workspace_id","hook_id","created_at");--> statement-breakpoint
CREATE INDEX "improvements_of_answer" ON "improvement_answers" USING btree ("workspace_id","placement_id","response_id");--> statement-breakpoint
CREATE INDEX "moves_of_improvement" ON "improvement_moves" USING btree ("workspace_id","improvement_id");--> statement-breakpoint
CREATE INDEX "improvements_of_statement" ON "improvement_statements" USING btree ("workspace_id","statement_id");--> statement-breakpoint
CREATE INDEX "improvements_of_subject" ON "improvement_subjects" USING btree ("workspace_id","lineage_id");--> statement-breakpoint
CREATE INDEX "improvements_of_journey" ON "improvements" USING btree ("workspace_id","journey_id");--> statement-breakpoint
CREATE INDEX "outcomes_of_contact" ON "outcomes" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "voice_evidence_of_evidence" ON "voice_evidence" USING btree ("workspace_id","evidence_id");--> statement-breakpoint
CREATE INDEX "voice_themes_of_voice" ON "voice_themes" USING btree ("workspace_id","voice_id");--> statement-breakpoint
CREATE INDEX "voices_by_day" ON "voices" USING btree ("workspace_id","day");--> statement-breakpoint
CREATE INDEX "voices_of_lineage" ON "voices" USING btree ("workspace_id","lineage_id","day");--> statement-breakpoint
CREATE INDEX "voices_to_read" ON "voices" USING btree ("workspace_id","read_with");--> statement-breakpoint
CREATE UNIQUE INDEX "voices_of_response" ON "voices" USING btree ("workspace_id","placement_id","response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "voices_once" ON "voices" USING btree ("workspace_id","lineage_id","kind","day","author","text_hash") WHERE response_id is null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_workspace_id_case_note_id_case_notes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_note_id") REFERENCES "public"."case_notes"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_reply_once" ON "letters" USING btree ("workspace_id","case_note_id");--> statement-breakpoint
CREATE INDEX "responses_to_read" ON "responses" USING btree ("workspace_id","placement_id","id") WHERE comment is not null and read_seq is distinct from seq;