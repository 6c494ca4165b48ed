-- Counted anew from the responses in the next step.
TRUNCATE tallies;
--> statement-breakpoint
ALTER TABLE "tallies" DROP CONSTRAINT "tallies_workspace_id_lineage_id_day_metric_wording_source_segment_pk";
--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_workspace_id_lineage_id_day_metric_wording_pk" PRIMARY KEY("workspace_id","lineage_id","day","metric","wording");
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "segment_attribute" text;
--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "watch_alarms_per_year" smallint DEFAULT 4 NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "persona" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "channel" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "placements" ADD COLUMN "channel" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "tallies" DROP COLUMN "source";
--> statement-breakpoint
ALTER TABLE "tallies" DROP COLUMN "segment";
