-- Where people talk with Cairn in Teams: a bot may write only in conversations it was let into, by the address of
-- the service that serves each. A personal one is its person's, and goes with them; of strangers nothing is kept.
create table teams_conversation (
  conversation text primary key check (conversation <> ''),
  kind text not null check (kind in ('personal', 'group', 'channel')),
  service_url text not null,
  bot_id text not null,
  person_id text unique references person (id) on delete cascade,
  -- The person's Entra object id.
  account text,
  -- Why Teams takes no message there until the person comes back: its own word.
  stopped text,
  seen_at timestamptz(3) not null,
  check ((kind = 'personal') = (person_id is not null)),
  check ((kind = 'personal') = (account is not null))
);
