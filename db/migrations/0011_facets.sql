ALTER TABLE "tallies" DROP CONSTRAINT "tallies_workspace_id_lineage_id_day_metric_wording_pk";
--> statement-breakpoint
ALTER TABLE "tallies" ADD COLUMN "facet" text NOT NULL;
--> statement-breakpoint
ALTER TABLE "tallies" ADD COLUMN "value" text NOT NULL;
--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_workspace_id_lineage_id_facet_value_day_metric_wording_pk" PRIMARY KEY("workspace_id","lineage_id","facet","value","day","metric","wording");
--> statement-breakpoint
-- The owner of the tables sees no row of a workspace while row-level security is forced on it too.
ALTER TABLE responses NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tallies NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was called segment is the persona.
UPDATE responses SET persona = segment, segment = '' WHERE segment <> '';
--> statement-breakpoint
INSERT INTO tallies (workspace_id, lineage_id, facet, value, day, metric, wording, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10)
SELECT workspace_id, lineage_id, facet, value, day, metric, wording,
  count(*) FILTER (WHERE score - start = 0)::int,
  count(*) FILTER (WHERE score - start = 1)::int,
  count(*) FILTER (WHERE score - start = 2)::int,
  count(*) FILTER (WHERE score - start = 3)::int,
  count(*) FILTER (WHERE score - start = 4)::int,
  count(*) FILTER (WHERE score - start = 5)::int,
  count(*) FILTER (WHERE score - start = 6)::int,
  count(*) FILTER (WHERE score - start = 7)::int,
  count(*) FILTER (WHERE score - start = 8)::int,
  count(*) FILTER (WHERE score - start = 9)::int,
  count(*) FILTER (WHERE score - start = 10)::int
FROM (
  SELECT workspace_id, lineage_id, f.facet, f.value, day, metric, wording, score,
    CASE metric WHEN 'nps' THEN 0 WHEN 'emotion' THEN -2 ELSE 1 END AS start
  FROM responses CROSS JOIN LATERAL (VALUES ('', ''), ('source', source), ('persona', persona)) f(facet, value)
  WHERE score IS NOT NULL AND (f.facet = '' OR f.value <> '')
) counted
GROUP BY workspace_id, lineage_id, facet, value, day, metric, wording;
--> statement-breakpoint
ALTER TABLE responses FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tallies FORCE ROW LEVEL SECURITY;
