create table dossier.ladder (
  id uuid primary key,
  valid_from date not null,
  rungs jsonb not null check (jsonb_typeof(rungs) = 'array'),
  source text not null,
  recorded_by text,
  recorded_at timestamptz not null
);
create index on dossier.ladder (valid_from desc, recorded_at desc);
comment on table dossier.ladder is 'Thang nhắc hạn: who is told of a step before it is due, when it is due and after; the latest row that holds on a day counts';
comment on column dossier.ladder.valid_from is 'First day';
comment on column dossier.ladder.rungs is '[{tells: holder|head|leader, when: share|before|due|after, amount}]; amount is per cent of the time of the step (share) or working hours (before, after)';
comment on column dossier.ladder.source is 'Decision that orders it';
comment on column dossier.ladder.recorded_by is 'Name of the administrator; null for the one that comes with the platform';
comment on column dossier.ladder.recorded_at is 'When it was entered';

insert into dossier.ladder (id, valid_from, rungs, source, recorded_at) values (
  '01980000-0002-7000-8000-000000000001', '2025-07-01',
  '[{"tells": "holder", "when": "share", "amount": 75}, {"tells": "head", "when": "due", "amount": 0}, {"tells": "leader", "when": "after", "amount": 8}]',
  'Thang mặc định, áp dụng khi địa phương chưa có quy định riêng', '2025-07-01');

create table dossier.escalation (
  instance_id uuid not null,
  token int not null,
  rung smallint not null,
  dossier_id uuid not null references dossier.dossier,
  tells text not null check (tells in ('holder', 'head', 'leader')),
  unit_id uuid not null,
  step_due_at timestamptz not null,
  ladder_id uuid not null references dossier.ladder,
  at timestamptz not null,
  primary key (instance_id, token, rung)
);
create index on dossier.escalation (dossier_id);
comment on table dossier.escalation is 'Steps of which somebody was told that they are nearly due, due or late: each rung of the ladder once per step';
comment on column dossier.escalation.instance_id is 'process.token';
comment on column dossier.escalation.token is 'process.token';
comment on column dossier.escalation.rung is 'Place in the ladder, from 1';
comment on column dossier.escalation.dossier_id is 'The dossier';
comment on column dossier.escalation.tells is 'Who is told: holder of the step, head of its unit, leader of the authority';
comment on column dossier.escalation.unit_id is 'Unit that does the step';
comment on column dossier.escalation.step_due_at is 'When the step was due then';
comment on column dossier.escalation.ladder_id is 'The ladder that held';
comment on column dossier.escalation.at is 'When it was told';
