-- Each person's conversation with the bot in Slack, so that it need not be looked for before every message. It goes
-- with its person.
create table slack_conversation (
  person_id text primary key references person (id) on delete cascade,
  -- The person's account in the workspace served.
  account text not null check (account <> ''),
  conversation text not null check (conversation <> ''),
  seen_at timestamptz(3) not null
);
