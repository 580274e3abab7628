-- Results restated: what a published balance said before and after a factor or the plan changed, and why.

create table restatement (
  id integer generated always as identity primary key,
  what text not null check (what in ('ghg')),
  period text collate "C" not null check (period ~ '^[0-9]{4}(-T[1-4])?$'),
  -- Null for the total of the period.
  indicator text collate "C" check (indicator <> ''),
  nomenclature text not null check (nomenclature in ('beges', 'ghgp', 'bc')),
  -- Null where the indicator did not emit.
  old_kgco2e numeric,
  new_kgco2e numeric,
  -- "id@version" of the factor used; null for a total.
  old_factor text,
  new_factor text,
  old_provisional boolean not null,
  new_provisional boolean not null,
  reason text not null check (
    reason in ('finalised', 'factor_version', 'factor_choice', 'method', 'indicator_added', 'indicator_removed', 'total')
  ),
  made_by text not null check (made_by <> ''),
  at timestamptz(3) not null,
  -- Comparisons with null pass: only NaN and the infinities are refused.
  constraint restatement_finite check (abs(old_kgco2e) < 'Infinity' and abs(new_kgco2e) < 'Infinity'),
  constraint restatement_says_something check (old_kgco2e is not null or new_kgco2e is not null)
);

create index restatement_at_idx on restatement (at);

create trigger restatement_keep_rows before update or delete on restatement
  for each row execute function refuse_change();
create trigger restatement_keep_table before truncate on restatement
  for each statement execute function refuse_change();
alter table restatement enable always trigger restatement_keep_rows;
alter table restatement enable always trigger restatement_keep_table;
