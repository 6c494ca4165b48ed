\set touchpoint random(1, 40)
\set score random(0, 10)
\set c random(1, 10)
INSERT INTO bench_row (owner_id, touchpoint_id, score, key, attributes, comment)
VALUES (1, :touchpoint, :score, gen_random_uuid(), '{"channel":"email","persona":"p1"}',
  CASE WHEN :c <= 3 THEN 'It was quick to set up but the invoice page was hard to find.' END);
