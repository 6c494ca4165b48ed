CREATE TABLE "rule_changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreement_checks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"theme_id" uuid,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_checks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreement_labels" (
	"workspace_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"machine" text NOT NULL,
	"member" text,
	CONSTRAINT "agreement_labels_workspace_id_check_id_voice_id_pk" PRIMARY KEY("workspace_id","check_id","voice_id")
);
--> statement-breakpoint
CREATE TABLE "chosen_quotes" (
	"workspace_id" uuid NOT NULL,
	"placement_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"chosen_by" uuid,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chosen_quotes_workspace_id_placement_id_response_id_pk" PRIMARY KEY("workspace_id","placement_id","response_id")
);
--> statement-breakpoint
ALTER TABLE "improvements" ADD COLUMN "trial" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "redacted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agreement_checks" ADD CONSTRAINT "agreement_checks_workspace_id_theme_id_themes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","theme_id") REFERENCES "public"."themes"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_labels" ADD CONSTRAINT "agreement_labels_workspace_id_check_id_agreement_checks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","check_id") REFERENCES "public"."agreement_checks"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_labels" ADD CONSTRAINT "agreement_labels_workspace_id_voice_id_voices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","voice_id") REFERENCES "public"."voices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chosen_quotes" ADD CONSTRAINT "chosen_quotes_workspace_id_placement_id_response_id_responses_workspace_id_placement_id_id_fk" FOREIGN KEY ("workspace_id","placement_id","response_id") REFERENCES "public"."responses"("workspace_id","placement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_changes_of_rule" ON "rule_changes" USING btree ("workspace_id","rule_id","changed_at");--> statement-breakpoint
CREATE INDEX "agreement_checks_of_theme" ON "agreement_checks" USING btree ("workspace_id","theme_id","started_at");--> statement-breakpoint
CREATE INDEX "agreement_labels_of_voice" ON "agreement_labels" USING btree ("workspace_id","voice_id");--> statement-breakpoint
CREATE INDEX "packs_to_fill" ON "packs" USING btree ("workspace_id","lineage_id","day") WHERE n is null and begun_at is not null;