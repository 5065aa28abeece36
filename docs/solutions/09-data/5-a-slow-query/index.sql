CREATE INDEX flight_tailnum ON course.flight (tailnum);
