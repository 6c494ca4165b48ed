CREATE TABLE "mail_reports" (
	"workspace_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"heard_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_reports_workspace_id_letter_id_event_id_pk" PRIMARY KEY("workspace_id","letter_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "week_marks" (
	"workspace_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"until" date,
	"closing" date,
	"begun_at" timestamp with time zone,
	CONSTRAINT "week_marks_workspace_id_lineage_id_pk" PRIMARY KEY("workspace_id","lineage_id")
);
--> statement-breakpoint
CREATE TABLE "week_packs" (
	"workspace_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"week" date NOT NULL,
	"counts" "bytea" NOT NULL,
	CONSTRAINT "week_packs_workspace_id_lineage_id_facet_value_week_pk" PRIMARY KEY("workspace_id","lineage_id","facet","value","week")
);
--> statement-breakpoint
CREATE TABLE "blacked_out" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"passage_hash" "bytea" NOT NULL,
	"parts" integer NOT NULL,
	"places" jsonb NOT NULL,
	CONSTRAINT "blacked_out_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "opt_outs" ADD COLUMN "cause" text DEFAULT 'opted_out' NOT NULL;--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "inviter_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_reports" ADD CONSTRAINT "mail_reports_workspace_id_letter_id_letters_workspace_id_id_fk" FOREIGN KEY ("workspace_id","letter_id") REFERENCES "public"."letters"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_marks" ADD CONSTRAINT "week_marks_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_packs" ADD CONSTRAINT "week_packs_workspace_id_lineage_id_lineages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lineage_id") REFERENCES "public"."lineages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_workspace_id_inviter_id_members_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","inviter_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invites_of_inviter" ON "invites" USING btree ("workspace_id","inviter_id");