create schema appointment;
comment on schema appointment is 'Lịch hẹn, quầy và số thứ tự: when people are expected, and who is called to which desk';

create table appointment.rule (
  id uuid primary key,
  ahead_days int not null check (ahead_days between 1 and 180),
  notice_minutes int not null check (notice_minutes between 0 and 10080),
  grace_minutes int not null check (grace_minutes between 0 and 120),
  remind_minutes int not null check (remind_minutes between 30 and 10080),
  most_open int not null check (most_open between 1 and 20),
  keep_days int not null check (keep_days between 1 and 365),
  valid_from date not null,
  source text not null check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  unique (valid_from)
);
comment on table appointment.rule is 'How appointments are given, from a day on; the latest day that has come counts';
comment on column appointment.rule.id is 'UUIDv7';
comment on column appointment.rule.ahead_days is 'So many days ahead may be booked';
comment on column appointment.rule.notice_minutes is 'Not later than so many minutes before may be booked or moved';
comment on column appointment.rule.grace_minutes is 'Who comes so many minutes late is still called in their turn; after it the appointment counts as missed';
comment on column appointment.rule.remind_minutes is 'So many minutes before a person is reminded';
comment on column appointment.rule.most_open is 'So many appointments to come may one person, or one telephone number, hold';
comment on column appointment.rule.keep_days is 'After so many days name and telephone of people without an account are erased';
comment on column appointment.rule.valid_from is 'First day';
comment on column appointment.rule.source is 'Decision that set it';
comment on column appointment.rule.recorded_at is 'When it was entered';

create table appointment.priority (
  id uuid primary key,
  code text not null check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
  name text not null,
  name_en text not null,
  ahead_minutes int not null check (ahead_minutes between 0 and 1440),
  from_age int check (from_age between 1 and 120),
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  source text not null check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table appointment.priority is 'Whose turn comes earlier, and by which law or decision';
comment on column appointment.priority.id is 'UUIDv7';
comment on column appointment.priority.code is 'ELDERLY, DISABLED, PREGNANT, …';
comment on column appointment.priority.name is 'As people read it';
comment on column appointment.priority.name_en is 'For readers of English';
comment on column appointment.priority.ahead_minutes is 'Their turn is reckoned as if they had come so many minutes earlier: nobody waits for ever behind others';
comment on column appointment.priority.from_age is 'Given by itself from this age on, where the age is known; null when people say it themselves';
comment on column appointment.priority.valid_from is 'First day';
comment on column appointment.priority.valid_to is 'First day on which it holds no more; null while it does';
comment on column appointment.priority.source is 'Law or decision';
comment on column appointment.priority.recorded_at is 'When it was entered';

create table appointment.service (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  name text not null check (length(name) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  purpose text not null check (purpose in ('FILE', 'COLLECT', 'ASK')),
  letter text not null check (letter ~ '^[A-Z]$'),
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  recorded_at timestamptz not null,
  exclude using gist (unit_id with =, letter with =, daterange(valid_from, valid_to) with &&)
);
comment on table appointment.service is 'Việc tại quầy: what people come to a unit for';
comment on column appointment.service.id is 'UUIDv7';
comment on column appointment.service.unit_id is 'Where';
comment on column appointment.service.name is 'As people read it';
comment on column appointment.service.name_en is 'For readers of English';
comment on column appointment.service.purpose is 'FILE: hand in an application. COLLECT: take a result. ASK: be advised';
comment on column appointment.service.letter is 'Stands before the number of its tickets';
comment on column appointment.service.valid_from is 'First day';
comment on column appointment.service.valid_to is 'First day without it; null while it lasts';
comment on column appointment.service.recorded_at is 'When it was entered';

create table appointment.desk (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  number int not null check (number between 1 and 99),
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  recorded_at timestamptz not null,
  exclude using gist (unit_id with =, number with =, daterange(valid_from, valid_to) with &&)
);
comment on table appointment.desk is 'Quầy: a place where an official meets one person after the other';
comment on column appointment.desk.id is 'UUIDv7';
comment on column appointment.desk.unit_id is 'Where';
comment on column appointment.desk.number is 'As it hangs above the desk';
comment on column appointment.desk.valid_from is 'First day';
comment on column appointment.desk.valid_to is 'First day without it; null while it lasts';
comment on column appointment.desk.recorded_at is 'When it was entered';

create table appointment.offer (
  id uuid primary key,
  desk_id uuid not null references appointment.desk,
  service_id uuid not null references appointment.service,
  minutes int not null check (minutes between 5 and 240),
  weekdays int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0),
  is_bookable boolean not null,
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  source text not null check (length(source) between 1 and 500),
  recorded_by uuid,
  recorded_at timestamptz not null,
  exclude using gist (desk_id with =, service_id with =, daterange(valid_from, valid_to) with &&)
);
create index on appointment.offer (service_id);
comment on table appointment.offer is 'Which desk serves what, from when to when: the capacity. The hours are those of the unit''s calendar';
comment on column appointment.offer.id is 'UUIDv7';
comment on column appointment.offer.desk_id is 'The desk';
comment on column appointment.offer.service_id is 'What it serves';
comment on column appointment.offer.minutes is 'How long one appointment lasts';
comment on column appointment.offer.weekdays is 'On these weekdays, 1 for Monday';
comment on column appointment.offer.is_bookable is 'Whether people may book it; else it only calls tickets';
comment on column appointment.offer.valid_from is 'First day';
comment on column appointment.offer.valid_to is 'First day on which it holds no more; null while it does';
comment on column appointment.offer.source is 'Decision that set it';
comment on column appointment.offer.recorded_by is 'Account that entered it; null for what came along';
comment on column appointment.offer.recorded_at is 'When it was entered';

create table appointment.appointment (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  service_id uuid not null references appointment.service,
  desk_id uuid not null references appointment.desk,
  on_day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  code text not null check (code ~ '^[0-9]{5}$'),
  person_id uuid,
  subject_id uuid not null,
  sealed bytea,
  phone_index bytea,
  secret_hash bytea unique,
  procedure_slug text check (length(procedure_slug) between 1 and 200),
  dossier_code text check (length(dossier_code) between 1 and 60),
  state text not null check (state in ('BOOKED', 'ARRIVED', 'MISSED', 'CANCELLED', 'WITHDRAWN', 'MOVED')),
  moved_to uuid references appointment.appointment,
  booked_at timestamptz not null,
  reminded_at timestamptz,
  ended_at timestamptz,
  check ((person_id is null) = (secret_hash is not null)),
  check (person_id is null or subject_id = person_id),
  check ((state = 'MOVED') = (moved_to is not null)),
  constraint one_at_a_desk exclude using gist (desk_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('BOOKED', 'ARRIVED'))
);
create unique index one_code on appointment.appointment (unit_id, on_day, code) where state in ('BOOKED', 'ARRIVED');
create index on appointment.appointment (starts_at) where state = 'BOOKED';
create index on appointment.appointment (person_id, starts_at desc);
create index on appointment.appointment (unit_id, on_day);
comment on table appointment.appointment is 'Lịch hẹn. A desk never expects two people at once: the database itself refuses it';
comment on column appointment.appointment.id is 'UUIDv7';
comment on column appointment.appointment.unit_id is 'Where';
comment on column appointment.appointment.service_id is 'What for';
comment on column appointment.appointment.desk_id is 'The desk whose time is kept; which desk calls is decided on the day';
comment on column appointment.appointment.on_day is 'The day of its beginning';
comment on column appointment.appointment.starts_at is 'When it begins';
comment on column appointment.appointment.ends_at is 'When the desk is free again';
comment on column appointment.appointment.code is 'What the person says or types on arrival; one of its unit and day, and says nothing about anybody';
comment on column appointment.appointment.person_id is 'Who booked, signed in (identity.person); null for people without an account';
comment on column appointment.appointment.subject_id is 'Whose key seals: the person, or this appointment itself for people without an account';
comment on column appointment.appointment.sealed is 'Name and telephone of people without an account; null for others and after the time of keeping';
comment on column appointment.appointment.phone_index is 'Blind index of that telephone: how many appointments one number holds';
comment on column appointment.appointment.secret_hash is 'SHA-256 of the secret in the address by which people without an account come back';
comment on column appointment.appointment.procedure_slug is 'Which procedure it is about, when it came from one';
comment on column appointment.appointment.dossier_code is 'Which dossier''s result is taken';
comment on column appointment.appointment.state is 'BOOKED, ARRIVED (has a ticket), MISSED, CANCELLED (by the person), WITHDRAWN (by the office, which is closed then), MOVED (to another time)';
comment on column appointment.appointment.moved_to is 'The appointment that stands in its place';
comment on column appointment.appointment.booked_at is 'When it was booked';
comment on column appointment.appointment.reminded_at is 'When its person was reminded';
comment on column appointment.appointment.ended_at is 'Since when it is arrived, missed, cancelled, withdrawn or moved';
alter table appointment.appointment enable row level security;
alter table appointment.appointment force row level security;
do $$ begin
  execute format('create policy office on appointment.appointment to %I using (true) with check (true)', current_user);
end $$;
create policy own on appointment.appointment to cqs_citizen
  using (person_id = (select platform.own_person()));
create policy unit on appointment.appointment to cqs_official
  using (unit_id = any ((select platform.own_units())::uuid[]));

create table appointment.ticket_count (
  unit_id uuid not null references agency.unit,
  on_day date not null,
  last int not null check (last between 1 and 99999),
  primary key (unit_id, on_day)
);
comment on table appointment.ticket_count is 'The last number given in a unit on a day: a number is given with the ticket or not at all, so none is missing and none twice';
comment on column appointment.ticket_count.unit_id is 'Where';
comment on column appointment.ticket_count.on_day is 'On which day';
comment on column appointment.ticket_count.last is 'The last number';

create table appointment.ticket (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  service_id uuid not null references appointment.service,
  on_day date not null,
  number int not null check (number between 1 and 99999),
  letter text not null check (letter ~ '^[A-Z]$'),
  priority_code text,
  appointment_id uuid unique references appointment.appointment,
  turn_at timestamptz not null,
  state text not null check (state in ('WAITING', 'CALLED', 'DONE', 'SKIPPED', 'LEFT')),
  desk_id uuid references appointment.desk,
  taken_at timestamptz not null,
  called_at timestamptz,
  calls int not null default 0 check (calls >= 0),
  last_call_at timestamptz,
  ended_at timestamptz,
  check ((state in ('CALLED', 'DONE', 'SKIPPED')) = (desk_id is not null)),
  unique (unit_id, on_day, number)
);
create unique index one_at_a_time on appointment.ticket (desk_id) where state = 'CALLED';
create index on appointment.ticket (unit_id, on_day, turn_at) where state = 'WAITING';
create index on appointment.ticket (unit_id, on_day, last_call_at desc);
create index on appointment.ticket (service_id, ended_at) where state = 'DONE';
comment on table appointment.ticket is 'Số thứ tự. It names nobody';
comment on column appointment.ticket.id is 'UUIDv7';
comment on column appointment.ticket.unit_id is 'Where';
comment on column appointment.ticket.service_id is 'What for; changes when the ticket is passed on';
comment on column appointment.ticket.on_day is 'On which day';
comment on column appointment.ticket.number is 'One row of numbers per unit and day';
comment on column appointment.ticket.letter is 'Letter of the first service; stays when the ticket is passed on, so that people know their number again';
comment on column appointment.ticket.priority_code is 'Why its turn comes earlier; null for most';
comment on column appointment.ticket.appointment_id is 'The appointment of whoever came by one';
comment on column appointment.ticket.turn_at is 'Tickets are called in this order: when it was taken, or when the appointment begins, less what the priority gives';
comment on column appointment.ticket.state is 'WAITING, CALLED (is at the desk), DONE, SKIPPED (did not come when called), LEFT (closing time came)';
comment on column appointment.ticket.desk_id is 'The desk that called it';
comment on column appointment.ticket.taken_at is 'When it was taken';
comment on column appointment.ticket.called_at is 'When it was first called to its present desk';
comment on column appointment.ticket.calls is 'How often it was called';
comment on column appointment.ticket.last_call_at is 'When it was last called';
comment on column appointment.ticket.ended_at is 'When the desk was done with it, or gave it up';

create table appointment.shift (
  desk_id uuid primary key references appointment.desk,
  held_by uuid not null,
  held_since timestamptz not null,
  paused_at timestamptz
);
comment on table appointment.shift is 'Who sits at a desk now';
comment on column appointment.shift.desk_id is 'The desk';
comment on column appointment.shift.held_by is 'Account of the official';
comment on column appointment.shift.held_since is 'Since when';
comment on column appointment.shift.paused_at is 'Since when no number is called there; null while it works';

create table appointment.kiosk (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  name text not null check (length(name) between 1 and 100),
  key_hash bytea not null unique,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index on appointment.kiosk (unit_id);
comment on table appointment.kiosk is 'Máy lấy số: devices in the hall that may give tickets, so that nobody takes numbers from afar';
comment on column appointment.kiosk.id is 'UUIDv7';
comment on column appointment.kiosk.unit_id is 'In whose hall it stands';
comment on column appointment.kiosk.name is 'Where it stands';
comment on column appointment.kiosk.key_hash is 'SHA-256 of the key in its address';
comment on column appointment.kiosk.opened_by is 'Account that opened it';
comment on column appointment.kiosk.opened_at is 'When';
comment on column appointment.kiosk.closed_at is 'Since when it gives none; null while it does';
