-- What the referents aim at: a yearly rate or a value for a subject and a civil year. A later row of the same
-- subject and year takes the place of the earlier ones, which stay.

create table target (
  id integer generated always as identity primary key,
  subject text collate "C" not null check (subject <> ''),
  year smallint not null check (year between 1990 and 2100),
  -- Comparisons with null pass: only impossible numbers are refused.
  rate_pct numeric check (rate_pct between 0 and 100),
  value numeric check (value >= 0 and value < 'Infinity'),
  unit text,
  -- No foreign key: erasing a person leaves what was decided.
  person_id text not null check (person_id <> ''),
  reason text,
  at timestamptz(3) not null,
  constraint target_is_rate_or_value check ((rate_pct is null) <> (value is null)),
  constraint target_value_has_unit check ((value is null) = (unit is null))
);

create index target_subject_idx on target (subject, year);

create trigger target_keep_rows before update or delete on target
  for each row execute function refuse_change();
create trigger target_keep_table before truncate on target
  for each statement execute function refuse_change();

alter table target enable always trigger target_keep_rows;
alter table target enable always trigger target_keep_table;
