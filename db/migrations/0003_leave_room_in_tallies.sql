-- Each group of answers updates its tallies in place: with room on the page, an update writes no index entry.
ALTER TABLE tallies SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
