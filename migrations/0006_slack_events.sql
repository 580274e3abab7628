-- What Slack has handed over and may hand over again, so that each message is answered once by all processes
-- together. The key is a digest that names nobody; rows are thrown away after a day.

create table slack_event (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  -- When the process that answers it took it; another may take it over when it is not done soon after.
  taken_at timestamptz(3) not null,
  done_at timestamptz(3)
);

create index slack_event_taken_at_idx on slack_event (taken_at);
