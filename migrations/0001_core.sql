-- Cairn's core tables. Runs unchanged on PostgreSQL 15 or newer and on PGlite; forward only.
-- The identifiers that people sort by use collation "C", so that both engines order them alike.

create table person (
  id text primary key,
  email text not null check (email <> ''),
  name text not null,
  language text check (language in ('fr', 'en')),
  number_profile text check (number_profile in ('fr', 'en')),
  created_at timestamptz(3) not null default now()
);

create unique index person_email_key on person (lower(email));

create table plan_version (
  id integer generated always as identity primary key,
  content jsonb not null,
  digest text not null check (digest <> ''),
  applied_by text not null,
  applied_at timestamptz(3) not null
);

create table factor (
  id text collate "C" not null check (id <> ''),
  version integer not null check (version >= 1),
  name_fr text not null,
  name_en text not null,
  unit text not null,
  printed_total numeric not null,
  part_combustion numeric,
  part_upstream numeric,
  part_losses numeric,
  part_manufacture numeric,
  part_contrails numeric,
  part_use numeric,
  co2_biogenic numeric,
  uncertainty_pct numeric check (uncertainty_pct >= 0),
  non_kyoto boolean not null,
  gwp_basis text,
  valid_from text,
  valid_to text,
  source text not null,
  seen_in text not null,
  confidence text not null,
  note text,
  primary key (id, version),
  -- Comparisons with null pass: only NaN and the infinities are refused.
  constraint factor_finite check (
    abs(printed_total) < 'Infinity'
    and abs(part_combustion) < 'Infinity'
    and abs(part_upstream) < 'Infinity'
    and abs(part_losses) < 'Infinity'
    and abs(part_manufacture) < 'Infinity'
    and abs(part_contrails) < 'Infinity'
    and abs(part_use) < 'Infinity'
    and abs(co2_biogenic) < 'Infinity'
    and uncertainty_pct < 'Infinity'
  )
);

-- One row is one revision. person_id has no foreign key: erasing a person must not touch the chain.
create table entry (
  indicator text collate "C" not null check (indicator <> ''),
  period text collate "C" not null check (period ~ '^[0-9]{4}(-T[1-4])?$'),
  revision integer not null check (revision >= 1),
  position integer not null check (position >= 1),
  -- NaN and Infinity sort above every finite number.
  value numeric check (value >= 0 and value < 'Infinity'),
  unit text not null,
  typed text not null,
  note text,
  reason text,
  kind text not null check (kind in ('submit', 'correct', 'cancel', 'import')),
  person_id text not null check (person_id <> ''),
  platform text not null,
  at timestamptz(3) not null,
  previous_hash text check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (indicator, period, revision),
  constraint entry_position_key unique (indicator, position),
  constraint entry_null_is_cancelled check ((value is null) = (kind = 'cancel')),
  constraint entry_change_has_reason check (kind not in ('correct', 'cancel') or reason is not null),
  constraint entry_first_has_no_previous check ((previous_hash is null) = (position = 1))
);

create index entry_period_idx on entry (period);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only / ajout seul: % %', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger entry_keep_rows before update or delete on entry
  for each row execute function refuse_change();
create trigger entry_keep_table before truncate on entry
  for each statement execute function refuse_change();
create trigger factor_keep_rows before update or delete on factor
  for each row execute function refuse_change();
create trigger factor_keep_table before truncate on factor
  for each statement execute function refuse_change();
create trigger plan_version_keep_rows before update or delete on plan_version
  for each row execute function refuse_change();
create trigger plan_version_keep_table before truncate on plan_version
  for each statement execute function refuse_change();

-- ALWAYS: session_replication_role = replica must not silence them.
alter table entry enable always trigger entry_keep_rows;
alter table entry enable always trigger entry_keep_table;
alter table factor enable always trigger factor_keep_rows;
alter table factor enable always trigger factor_keep_table;
alter table plan_version enable always trigger plan_version_keep_rows;
alter table plan_version enable always trigger plan_version_keep_table;
