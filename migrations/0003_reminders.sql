-- Who is away, how each person wants their reminders, and the ledger of the messages sent.
-- Erasing a person erases these rows: nothing here belongs to the chain of figures.

create table absence (
  id uuid primary key,
  person_id text not null references person (id) on delete cascade,
  from_day date not null,
  to_day date not null,
  delegate_id text references person (id) on delete set null,
  at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  constraint absence_ends_after_it_begins check (to_day >= from_day),
  constraint absence_delegate_is_another check (delegate_id <> person_id)
);

create index absence_to_day_idx on absence (to_day) where withdrawn_at is null;

-- The language and the number profile stand in person.
create table preference (
  person_id text primary key references person (id) on delete cascade,
  hour smallint check (hour between 0 and 23),
  snoozed_until date,
  platform text check (platform in ('slack', 'teams', 'terminal')),
  time_zone text check (time_zone <> '')
);

-- One message a person, a day and a kind, however many processes plan it at once.
create table message (
  id uuid primary key,
  kind text not null check (kind <> ''),
  person_id text not null references person (id) on delete cascade,
  day date not null,
  stage text not null,
  cc jsonb not null,
  items jsonb not null,
  copies jsonb not null,
  created_at timestamptz(3) not null,
  constraint message_once_a_day_key unique (kind, person_id, day)
);
