-- A request may also have written a target or a revision of a financed project: the same request again is answered
-- with it, as with an entry.

alter table request
  alter column indicator drop not null,
  alter column position drop not null,
  add column project integer check (project >= 1),
  add column project_revision integer check (project_revision >= 1),
  add column target integer,
  add constraint request_wrote_one_thing check (num_nonnulls(indicator, project, target) = 1),
  add constraint request_entry_is_whole check ((indicator is null) = (position is null)),
  add constraint request_project_is_whole check ((project is null) = (project_revision is null));
