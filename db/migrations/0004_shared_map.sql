CREATE TABLE "absorptions" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"absorbed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absorptions_workspace_id_journey_id_lineage_id_pk" PRIMARY KEY("workspace_id","journey_id","lineage_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "channels_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "handoffs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"passes" text DEFAULT '' NOT NULL,
	"promised_minutes" integer,
	"recovery" text DEFAULT '' NOT NULL,
	"lineage_id" uuid,
	CONSTRAINT "handoffs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "handoffs_once" UNIQUE("workspace_id","journey_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid,
	"to_id" uuid,
	"label" text DEFAULT '' NOT NULL,
	"share_ratio" double precision,
	CONSTRAINT "links_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "research_questions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"position" integer NOT NULL,
	CONSTRAINT "research_questions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage_teams" (
	"workspace_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "stage_teams_workspace_id_stage_id_team_id_pk" PRIMARY KEY("workspace_id","stage_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "touchpoint_teams" (
	"workspace_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "touchpoint_teams_workspace_id_touchpoint_id_team_id_pk" PRIMARY KEY("workspace_id","touchpoint_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stance" text DEFAULT 'supports' NOT NULL,
	"method" text DEFAULT '' NOT NULL,
	"gathered_on" date NOT NULL,
	"n" integer,
	"quote" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"placement_id" uuid,
	"response_id" uuid,
	"expires_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"stage_id" uuid,
	"touchpoint_id" uuid,
	"kind" text NOT NULL,
	"effect" text,
	"text" text NOT NULL,
	"state" text DEFAULT 'assumption' NOT NULL,
	"persona_id" uuid,
	"expires_on" date,
	"position" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "statements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "statements_in_journey" UNIQUE("workspace_id","journey_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_markers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_id" uuid,
	"changed_on" date NOT NULL,
	"text" text NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_markers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_id" uuid,
	"version_id" uuid,
	"text" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_on" date NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journey_versions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "journey_versions_number" UNIQUE("workspace_id","journey_id","number")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_id" uuid,
	"text" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "remarks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_id" uuid,
	"user_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reviewed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "saved_views_name" UNIQUE("workspace_id","journey_id","name")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"password_hash" text,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"shows_comments" boolean DEFAULT false NOT NULL,
	"embeddable" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shares_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "walk_steps" (
	"workspace_id" uuid NOT NULL,
	"walk_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"rating" numeric(2, 1),
	"minutes" integer,
	"note" text DEFAULT '' NOT NULL,
	"picture" "bytea",
	"picture_type" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "walk_steps_workspace_id_walk_id_touchpoint_id_pk" PRIMARY KEY("workspace_id","walk_id","touchpoint_id")
);
--> statement-breakpoint
CREATE TABLE "walks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "walks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "journeys" DROP CONSTRAINT "journeys_lineage";--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "journey_id" uuid;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "digest_weekday" smallint;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "state" text DEFAULT 'as_is' NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "owner_user_id" uuid;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "review_cadence_days" integer;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "outcomes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "setup_step" smallint;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "goals" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "needs" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "expectations" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "preferences" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "rule" jsonb;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "success_criterion" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "target_metric" text;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "target_value" double precision;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "channels" text[];--> statement-breakpoint
UPDATE "touchpoints" SET "channels" = ARRAY["channel"];--> statement-breakpoint
ALTER TABLE "touchpoints" ALTER COLUMN "channels" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "kind" text DEFAULT 'interaction' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "visibility" text DEFAULT 'visible' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "trigger" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "delay_minutes" integer;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "motivation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "promise" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "told_next" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "contact_role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "importance_customer" smallint;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "importance_business" smallint;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "importance_source" text;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "importance_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "decision_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "information" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "playbook" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "review_cadence_days" integer;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "sub_journey_id" uuid;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "split_from_id" uuid;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "split_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "owner_user_id" uuid;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_in_journey" UNIQUE("workspace_id","journey_id","id");--> statement-breakpoint
ALTER TABLE "absorptions" ADD CONSTRAINT "absorptions_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absorptions" ADD CONSTRAINT "absorptions_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_workspace_id_journey_id_from_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","from_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_workspace_id_journey_id_to_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","to_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_workspace_id_journey_id_from_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","from_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_workspace_id_journey_id_to_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","to_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_questions" ADD CONSTRAINT "research_questions_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_teams" ADD CONSTRAINT "stage_teams_workspace_id_stage_id_stages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","stage_id") REFERENCES "public"."stages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_teams" ADD CONSTRAINT "stage_teams_workspace_id_team_id_teams_workspace_id_id_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoint_teams" ADD CONSTRAINT "touchpoint_teams_workspace_id_touchpoint_id_touchpoints_workspace_id_id_fk" FOREIGN KEY ("workspace_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoint_teams" ADD CONSTRAINT "touchpoint_teams_workspace_id_team_id_teams_workspace_id_id_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_statement_id_statements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","statement_id") REFERENCES "public"."statements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_placement_id_response_id_responses_workspace_id_placement_id_id_fk" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_workspace_id_journey_id_stage_id_stages_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","stage_id") REFERENCES "public"."stages"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_workspace_id_persona_id_personas_workspace_id_id_fk" FOREIGN KEY ("workspace_id","persona_id") REFERENCES "public"."personas"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_markers" ADD CONSTRAINT "change_markers_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_markers" ADD CONSTRAINT "change_markers_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_workspace_id_version_id_journey_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."journey_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_versions" ADD CONSTRAINT "journey_versions_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_journey_id_touchpoint_id_touchpoints_workspace_id_journey_id_id_fk" FOREIGN KEY ("workspace_id","journey_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","journey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_steps" ADD CONSTRAINT "walk_steps_workspace_id_walk_id_walks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","walk_id") REFERENCES "public"."walks"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_steps" ADD CONSTRAINT "walk_steps_workspace_id_touchpoint_id_touchpoints_workspace_id_id_fk" FOREIGN KEY ("workspace_id","touchpoint_id") REFERENCES "public"."touchpoints"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walks" ADD CONSTRAINT "walks_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_of_journey" ON "links" USING btree ("workspace_id","journey_id");--> statement-breakpoint
CREATE INDEX "evidence_of_statement" ON "evidence" USING btree ("workspace_id","statement_id");--> statement-breakpoint
CREATE INDEX "evidence_of_response" ON "evidence" USING btree ("workspace_id","placement_id","response_id");--> statement-breakpoint
CREATE INDEX "remarks_of_journey" ON "remarks" USING btree ("workspace_id","journey_id","created_at");--> statement-breakpoint
CREATE INDEX "reviews_of_journey" ON "reviews" USING btree ("workspace_id","journey_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "shares_token" ON "shares" USING btree ("token_hash");--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_workspace_id_copied_from_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","copied_from_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_workspace_id_sub_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sub_journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_lines_of_journey" ON "audit_lines" USING btree ("workspace_id","journey_id","happened_at") WHERE journey_id is not null;--> statement-breakpoint
CREATE INDEX "journeys_lineage" ON "journeys" USING btree ("workspace_id","lineage_id");
