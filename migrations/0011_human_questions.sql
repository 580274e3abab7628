-- Questions that the figures cannot answer: what somebody asked the referents, and what they answered.

-- One row is one thing that happened to a question; its state follows from the last one. person_id has no foreign
-- key: erasing a person leaves what was asked and answered, under an id that names nobody any more.
create table human_question_event (
  id uuid primary key,
  number integer not null check (number >= 1),
  position integer not null check (position >= 1),
  kind text not null check (kind in ('asked', 'answered', 'corrected', 'withdrawn')),
  -- The question, or the answer; null for a withdrawal.
  text text check (text <> ''),
  person_id text not null check (person_id <> ''),
  platform text not null,
  at timestamptz(3) not null,
  -- What makes two deliveries of one request the same, as a digest that names nobody.
  request text check (request ~ '^[0-9a-f]{64}$'),
  constraint human_question_event_position_key unique (number, position),
  constraint human_question_event_request_key unique (request),
  constraint human_question_begins_asked check ((kind = 'asked') = (position = 1)),
  constraint human_question_withdrawal_says_nothing check ((kind = 'withdrawn') = (text is null))
);

create trigger human_question_event_keep_rows before update or delete on human_question_event
  for each row execute function refuse_change();
create trigger human_question_event_keep_table before truncate on human_question_event
  for each statement execute function refuse_change();
alter table human_question_event enable always trigger human_question_event_keep_rows;
alter table human_question_event enable always trigger human_question_event_keep_table;

-- The conversation that a question was asked in, where its answer goes; none when the person has one only. It goes
-- with the person, with a withdrawal, and when the platform says that the conversation is gone.
create table human_question_place (
  number integer primary key check (number >= 1),
  person_id text not null references person (id) on delete cascade,
  place text not null check (place <> '')
);

create index message_about_idx on message (about) where about is not null;
