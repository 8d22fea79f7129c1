-- What people decided on whose names are whose.

-- One row per line of people.jsonl that is a decision; the file is the truth.
create table raw.decisions (
    decision_number integer not null,
    decided_at timestamptz not null,
    line varchar not null
);
