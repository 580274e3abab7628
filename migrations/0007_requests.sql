-- Requests of platforms that may deliver one twice, and those that were accepted and are not answered yet.

-- The entry that a request wrote: the same request again is answered with it. The key is a digest that names
-- nobody; rows are thrown away after a week.
create table request (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  indicator text collate "C" not null,
  position integer not null check (position >= 1),
  at timestamptz(3) not null
);

create index request_at_idx on request (at);

-- Slack's requests that were acknowledged before their answer: any process finishes them. A row holds a person's
-- own words, and goes as soon as the answer is sent.
create table inbox (
  -- What makes two deliveries one request.
  key text primary key check (key <> ''),
  account text not null,
  line text not null,
  shared boolean not null,
  channel text,
  response_url text,
  response_until timestamptz(3),
  asked_at timestamptz(3) not null,
  -- The process that answers renews it; one that stopped doing so died on the way.
  taken_at timestamptz(3) not null,
  attempts integer not null default 0 check (attempts >= 0)
);

create index inbox_taken_at_idx on inbox (taken_at);
