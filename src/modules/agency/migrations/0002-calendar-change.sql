create table agency.calendar_change (
  id uuid primary key,
  unit_id uuid references agency.unit,
  detail jsonb not null check (detail ->> 'kind' in ('DAY', 'HOURS')),
  source text not null,
  proposed_by text,
  proposed_at timestamptz not null,
  applied_by text,
  applied_at timestamptz,
  dropped_at timestamptz,
  check (applied_at is null or dropped_at is null)
);
create index on agency.calendar_change (proposed_at desc);
comment on table agency.calendar_change is 'Changes of working calendars: proposed, so that it can be seen first whose deadlines they move, then applied or dropped';
comment on column agency.calendar_change.unit_id is 'Whose calendar, with all units below; null for the whole country';
comment on column agency.calendar_change.detail is 'DAY: the day as it is before and after, null for an ordinary one. HOURS: the office hours that are added';
comment on column agency.calendar_change.source is 'Law or decision';
comment on column agency.calendar_change.proposed_by is 'Name of the administrator; null for a new edition of the national calendar';
comment on column agency.calendar_change.proposed_at is 'When it was proposed';
comment on column agency.calendar_change.applied_by is 'Name of who applied it';
comment on column agency.calendar_change.applied_at is 'Since when the calendar is so';
comment on column agency.calendar_change.dropped_at is 'When it was given up';
