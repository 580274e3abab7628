-- How each message of the ledger reaches its reader: one row a platform, every change of it, the pace that all
-- processes share, and when the clock last ticked. Times are the database's: the clocks of several machines differ.

-- What the message is of (a digest's month), the delivery that a report is about, and a card kept as it was made.
alter table message add column period text check (period <> '');
alter table message add column about uuid;
alter table message add column card jsonb;
alter table message drop constraint message_once_a_day_key;
alter table message add constraint message_once_a_day_key unique nulls not distinct (kind, person_id, day, about);
drop index message_digest_once_key;
alter table message drop constraint message_reminder_has_reader;
alter table message add constraint message_reminder_has_reader check (
  kind <> 'reminder' or (person_id is not null and stage is not null)
);

create table delivery (
  -- The platform is given this id with the message, and asked for it when nobody knows whether it arrived.
  id uuid primary key,
  message_id uuid not null references message (id) on delete cascade,
  -- Null until a platform is chosen.
  platform text check (platform in ('slack', 'teams', 'terminal')),
  -- The conversation it goes to, and the message there once it is known.
  place text,
  posted text,
  state text not null check (
    state in ('planned', 'sending', 'sent', 'unknown', 'reconciled', 'abandoned', 'refused')
  ),
  cause text not null check (cause <> ''),
  attempts integer not null check (attempts >= 0),
  -- How often it was sent again although it may have arrived: never where the platform can be read back.
  repeats integer not null check (repeats between 0 and 1),
  -- The items of the message that are no longer sent.
  dropped jsonb not null,
  -- When it may be tried next; null once nothing more is tried.
  due_at timestamptz(3),
  -- When its job was last put in the queue.
  queued_at timestamptz(3) not null,
  first_sent_at timestamptz(3),
  -- Whose turn it is while it is being sent, and until when.
  token uuid,
  lease_until timestamptz(3),
  -- What the posted message shows: as it was sent, or what took its place.
  shown text not null check (shown in ('sent', 'replaced', 'done', 'lost')),
  looked_at timestamptz(3),
  constraint delivery_once_a_platform_key unique nulls not distinct (message_id, platform),
  constraint delivery_is_held_while_sending check ((state = 'sending') = (token is not null)),
  constraint delivery_lease_of_holder check ((token is null) = (lease_until is null))
);

create index delivery_open_idx on delivery (due_at) where state in ('planned', 'sending', 'unknown');
create index delivery_shown_idx on delivery (looked_at) where state in ('sent', 'reconciled') and shown = 'sent';
create index delivery_state_idx on delivery (state);

create table delivery_event (
  id bigint generated always as identity primary key,
  delivery_id uuid not null references delivery (id) on delete cascade,
  at timestamptz(3) not null default clock_timestamp(),
  state text not null,
  cause text not null,
  detail jsonb
);

create index delivery_event_delivery_idx on delivery_event (delivery_id);

-- When a conversation, or a whole platform, may be written to again.
create table pace (
  subject text primary key check (subject <> ''),
  free_at timestamptz(3) not null
);

create table tick (
  name text primary key,
  at timestamptz(3) not null
);
