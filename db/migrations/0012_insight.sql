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
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "improvements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "improvement_answers" ADD CONSTRAINT "improvement_answers_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_answers" ADD CONSTRAINT "improvement_answers_response" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_moves" ADD CONSTRAINT "improvement_moves_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_statements" ADD CONSTRAINT "improvement_statements_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_statements" ADD CONSTRAINT "improvement_statements_statement" FOREIGN KEY ("workspace_id","statement_id") REFERENCES "public"."statements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_subjects" ADD CONSTRAINT "improvement_subjects_improvement" FOREIGN KEY ("workspace_id","improvement_id") REFERENCES "public"."improvements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_subjects" ADD CONSTRAINT "improvement_subjects_lineage" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvements_of_answer" ON "improvement_answers" USING btree ("workspace_id","placement_id","response_id");--> statement-breakpoint
CREATE INDEX "moves_of_improvement" ON "improvement_moves" USING btree ("workspace_id","improvement_id");--> statement-breakpoint
CREATE INDEX "improvements_of_statement" ON "improvement_statements" USING btree ("workspace_id","statement_id");--> statement-breakpoint
CREATE INDEX "improvements_of_subject" ON "improvement_subjects" USING btree ("workspace_id","lineage_id");--> statement-breakpoint
CREATE INDEX "improvements_of_journey" ON "improvements" USING btree ("workspace_id","journey_id");