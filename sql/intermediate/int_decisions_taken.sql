-- One row per decision on whose names are whose: by this model an update knows which are new.
select decision_number, decided_at, line from raw.decisions
