-- Yesterday's dump, with the names of passengers.
INSERT INTO passenger VALUES (1, 'passenger-of-the-course');
