-- May run again at every start: a second time changes nothing.
CREATE TABLE IF NOT EXISTS airports (code text PRIMARY KEY, name text NOT NULL);
INSERT INTO airports VALUES ('EWR', 'Newark'), ('JFK', 'New York'), ('LGA', 'LaGuardia') ON CONFLICT DO NOTHING;
