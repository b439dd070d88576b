create table studio.simulation (
  id uuid primary key,
  draft_id uuid not null references studio.draft,
  revision int not null,
  setting jsonb not null,
  office jsonb not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  done int not null default 0,
  total int not null,
  result jsonb,
  fault text,
  ended_at timestamptz
);
create index on studio.simulation (draft_id, asked_at desc);
comment on table studio.simulation is 'Mô phỏng nhân lực: the process of a draft played with imagined cases, to see how long they would wait. Holds no personal data';
comment on column studio.simulation.id is 'UUIDv7';
comment on column studio.simulation.draft_id is 'The draft';
comment on column studio.simulation.revision is 'Its revision whose process is played';
comment on column studio.simulation.setting is 'Everything that was asked: seed, days, cases per day, people, hours of work, shares of outcomes';
comment on column studio.simulation.office is 'The unit whose working calendar holds, the first day that is played, and the deadline';
comment on column studio.simulation.asked_by is 'Account that asked for it';
comment on column studio.simulation.asked_by_name is 'Name as it was then';
comment on column studio.simulation.asked_at is 'When';
comment on column studio.simulation.state is 'Whether it waits, runs, is done or failed';
comment on column studio.simulation.done is 'How many plays are over';
comment on column studio.simulation.total is 'How many plays there are: the office as it is, and with one more person in each role';
comment on column studio.simulation.result is 'What came of it: waiting times, lines, how busy people are, what one more person changes';
comment on column studio.simulation.fault is 'Why it failed';
comment on column studio.simulation.ended_at is 'When it ended';
