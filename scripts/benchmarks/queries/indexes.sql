-- question: welke indexen maken deze vragen snel?
-- returns: indexes, and statistics for the planner
-- source: each table is entered by one thing, whose few rows are then filtered by day
CREATE INDEX ON existence (thing);
CREATE INDEX ON classification (thing);
CREATE INDEX ON placement (parent);
CREATE INDEX ON placement (child);
CREATE INDEX ON naming (thing);
CREATE INDEX ON carrying (thing);
CREATE INDEX ON doing (unit);
CREATE INDEX ON doing (task, city);
CREATE INDEX ON transfer (old);
CREATE INDEX ON transfer (new);
ANALYZE;
