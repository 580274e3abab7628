-- The monthly digest as it was posted, and the register of financed projects. Both are never changed afterwards.

create table digest (
  month text collate "C" primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  posted_at timestamptz(3) not null,
  language text not null check (language in ('fr', 'en')),
  data jsonb not null,
  text text not null,
  -- The end of each indicator's chain at that moment: a last revision that is gone is noticed by these.
  heads jsonb not null,
  chart jsonb not null
);

-- A row is one revision of a project; a withdrawn one has neither tonnes nor euros.
create table project (
  number integer not null check (number >= 1),
  revision integer not null check (revision >= 1),
  name text not null check (name <> ''),
  tonnes numeric check (tonnes >= 0 and tonnes < 'Infinity'),
  eur numeric check (eur >= 0 and eur < 'Infinity'),
  year integer not null check (year between 1000 and 9999),
  standard text check (standard <> ''),
  vintage integer check (vintage between 1000 and 9999),
  proof text check (proof <> ''),
  reason text check (reason <> ''),
  person_id text not null check (person_id <> ''),
  platform text not null,
  at timestamptz(3) not null,
  primary key (number, revision),
  constraint project_first_stands check (revision > 1 or tonnes is not null),
  constraint project_whole_or_withdrawn check ((tonnes is null) = (eur is null)),
  constraint project_withdrawn_has_reason check (tonnes is not null or reason is not null)
);

create trigger digest_keep_rows before update or delete on digest
  for each row execute function refuse_change();
create trigger digest_keep_table before truncate on digest
  for each statement execute function refuse_change();
create trigger project_keep_rows before update or delete on project
  for each row execute function refuse_change();
create trigger project_keep_table before truncate on project
  for each statement execute function refuse_change();
alter table digest enable always trigger digest_keep_rows;
alter table digest enable always trigger digest_keep_table;
alter table project enable always trigger project_keep_rows;
alter table project enable always trigger project_keep_table;

-- The ledger also holds what goes to the cluster's channel and to nobody in particular.
alter table message alter column person_id drop not null;
alter table message alter column stage drop not null;
alter table message add constraint message_reminder_has_reader check (
  kind = 'digest' or (person_id is not null and stage is not null)
);
create unique index message_digest_once_key on message (kind, day) where person_id is null;
