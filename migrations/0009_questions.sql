-- The last question that each person asked in each conversation, as it was read: "et en 2023 ?" changes one part
-- of it. Not the words, only the query; gone with the person, and thrown away after a day.
create table asked_question (
  person_id text not null references person (id) on delete cascade,
  conversation text not null check (conversation <> '' and length(conversation) <= 200),
  query jsonb not null,
  at timestamptz(3) not null,
  primary key (person_id, conversation)
);

create index asked_question_at_idx on asked_question (at);
