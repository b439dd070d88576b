create schema agency;
comment on schema agency is 'Places, offices, posts and working calendars, each with the time for which it holds';

create table agency.dataset (
  name text primary key,
  digest text not null,
  version uuid not null,
  loaded_at timestamptz not null
);
comment on table agency.dataset is 'Which edition of each data set stands in the tables';
comment on column agency.dataset.name is 'places, calendar, …';
comment on column agency.dataset.digest is 'SHA-256 of the edition that was loaded last; the same edition is not loaded twice';
comment on column agency.dataset.version is 'Changes with every change of the data, by loading or by hand; memory caches are kept by it';
comment on column agency.dataset.loaded_at is 'When that edition was loaded';

create table agency.place (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[0-9]{2}([0-9]{3})?$'),
  kind text not null check (kind in ('PROVINCE', 'CITY', 'COMMUNE', 'WARD', 'SPECIAL_ZONE', 'TOWNSHIP')),
  name text not null,
  province_code text check (province_code ~ '^[0-9]{2}$'),
  district text,
  valid_from date,
  valid_to date,
  source text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  check (valid_from < valid_to),
  check ((length(code) = 2) = (province_code is null)),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
create index on agency.place (province_code) where superseded_at is null;
comment on table agency.place is 'Đơn vị hành chính of both tiers, as they are and as they were; a code may pass from one place to its successor';
comment on column agency.place.code is 'Two digits for a province, five for a commune (Quyết định 19/2025/QĐ-TTg and its predecessors)';
comment on column agency.place.kind is 'Tỉnh, thành phố, xã, phường, đặc khu, and thị trấn before 01/07/2025';
comment on column agency.place.name is 'With its kind in front: Phường Ninh Kiều';
comment on column agency.place.province_code is 'The province of a commune';
comment on column agency.place.district is 'The district of a commune before 01/07/2025';
comment on column agency.place.valid_from is 'First day; null when older than the source';
comment on column agency.place.valid_to is 'First day on which it is no more; null while it lasts';
comment on column agency.place.source is 'Law or data set that says so';
comment on column agency.place.recorded_at is 'Since when the platform knew it';
comment on column agency.place.superseded_at is 'Since when the platform knows better';

create table agency.place_lineage (
  from_code text not null,
  to_code text not null,
  on_day date not null,
  kind text not null check (kind in ('CONTINUED', 'RENAMED', 'MERGED')),
  source text not null,
  recorded_at timestamptz not null,
  primary key (from_code, to_code, on_day)
);
create index on agency.place_lineage (to_code);
comment on table agency.place_lineage is 'What became of a place: the one that ended on a day and the one that began on it';
comment on column agency.place_lineage.from_code is 'Code of the place that ended';
comment on column agency.place_lineage.to_code is 'Code of the place that began';
comment on column agency.place_lineage.on_day is 'First day of the new place';
comment on column agency.place_lineage.kind is 'Unchanged, with another name, or together with others';
comment on column agency.place_lineage.source is 'Law or data set that says so';
comment on column agency.place_lineage.recorded_at is 'Since when the platform knew it';

create table agency.unit (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (
    kind in ('people-committee', 'one-stop', 'justice', 'economy', 'leadership', 'records', 'police', 'tax', 'insurance')
  ),
  parent_id uuid references agency.unit,
  name text not null,
  name_en text not null,
  place_code text not null,
  national_code text not null check (national_code ~ '^[A-Z][0-9]{2}([.][0-9]{1,3}){0,3}$'),
  legacy_code text check (legacy_code ~ '^[0-9]{3}[.][0-9]{2}[.][0-9]{2}[.][A-Z][0-9]{2}$'),
  address text not null,
  phone text not null,
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  recorded_at timestamptz not null
);
create index on agency.unit (parent_id);
comment on table agency.unit is 'Cơ quan, đơn vị: an agency or one of its departments';
comment on column agency.unit.key is 'Short name that configuration may rely on';
comment on column agency.unit.kind is 'What it does in procedures';
comment on column agency.unit.parent_id is 'The unit that it belongs to';
comment on column agency.unit.name is 'As papers print it';
comment on column agency.unit.name_en is 'For readers of English';
comment on column agency.unit.place_code is 'Where it has its seat';
comment on column agency.unit.national_code is 'Mã định danh điện tử (Quyết định 20/2020/QĐ-TTg)';
comment on column agency.unit.legacy_code is 'Mã định danh of QCVN 102:2016/BTTTT, where partners still use it';
comment on column agency.unit.address is 'Street address';
comment on column agency.unit.phone is 'E.164';
comment on column agency.unit.valid_from is 'First day of the unit';
comment on column agency.unit.valid_to is 'First day on which it is no more';
comment on column agency.unit.recorded_at is 'When it was entered';

create table agency.unit_area (
  unit_id uuid not null references agency.unit,
  place_code text not null,
  primary key (unit_id, place_code)
);
create index on agency.unit_area (place_code);
comment on table agency.unit_area is 'The communes that a unit serves';
comment on column agency.unit_area.unit_id is 'The unit';
comment on column agency.unit_area.place_code is 'Code of the commune';

create table agency.post (
  id uuid primary key,
  person_id uuid not null,
  unit_id uuid not null references agency.unit,
  role text not null check (role ~ '^[A-Z]+(_[A-Z]+)*$'),
  title text not null,
  valid_from date not null,
  valid_to date check (valid_from < valid_to),
  recorded_at timestamptz not null,
  exclude using gist (person_id with =, unit_id with =, role with =, daterange(valid_from, valid_to) with &&)
);
create index on agency.post (unit_id, role);
comment on table agency.post is 'Who holds which role in which unit, and how long';
comment on column agency.post.person_id is 'The official, a person of identity';
comment on column agency.post.unit_id is 'Where';
comment on column agency.post.role is 'Code of the role that processes ask for';
comment on column agency.post.title is 'Chức vụ as papers print it: Chủ tịch';
comment on column agency.post.valid_from is 'First day in the post';
comment on column agency.post.valid_to is 'First day out of it; null while it lasts';
comment on column agency.post.recorded_at is 'When it was entered';

create table agency.absence (
  id uuid primary key,
  person_id uuid not null,
  deputy_id uuid check (deputy_id <> person_id),
  from_on date not null,
  to_on date not null check (from_on <= to_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  exclude using gist (person_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index on agency.absence (deputy_id);
comment on table agency.absence is 'When an official is away and who stands in';
comment on column agency.absence.person_id is 'Who is away';
comment on column agency.absence.deputy_id is 'Who holds the same posts meanwhile; null when nobody does';
comment on column agency.absence.from_on is 'First day away';
comment on column agency.absence.to_on is 'Last day away';
comment on column agency.absence.recorded_by is 'Account that entered it';
comment on column agency.absence.recorded_at is 'When it was entered';

create table agency.office_hours (
  id uuid primary key,
  unit_id uuid not null references agency.unit,
  valid_from date not null,
  valid_to date check (valid_from <= valid_to),
  season_from text check (season_from ~ '^[0-9]{2}-[0-9]{2}$'),
  season_to text check (season_to ~ '^[0-9]{2}-[0-9]{2}$'),
  week jsonb not null check (jsonb_array_length(week) = 7),
  source text not null,
  recorded_at timestamptz not null,
  check ((season_from is null) = (season_to is null))
);
create index on agency.office_hours (unit_id);
comment on table agency.office_hours is 'Giờ làm việc of a unit and of all units below it that have none of their own';
comment on column agency.office_hours.unit_id is 'Whose hours they are';
comment on column agency.office_hours.valid_from is 'First day';
comment on column agency.office_hours.valid_to is 'Last day; null while they last';
comment on column agency.office_hours.season_from is 'MM-DD: the hours hold only in this season of every year, which wins over the whole year';
comment on column agency.office_hours.season_to is 'MM-DD, last day of the season';
comment on column agency.office_hours.week is 'Seven plans from Monday to Sunday: {spans: [[from, to], …] in minutes of the day, counts: whether the law counts it as a working day}';
comment on column agency.office_hours.source is 'Decision that set them';
comment on column agency.office_hours.recorded_at is 'When they were entered';

create table agency.calendar_year (
  year int primary key check (year between 2000 and 2100),
  status text not null check (status in ('APPROVED', 'PROPOSED')),
  source text not null,
  recorded_at timestamptz not null
);
comment on table agency.calendar_year is 'The years that have a calendar; without one no deadline can be told';
comment on column agency.calendar_year.year is 'Of the Gregorian calendar';
comment on column agency.calendar_year.status is 'Whether the yearly decision on days off is there; until then deadlines are provisional';
comment on column agency.calendar_year.source is 'That decision, or what stands in for it';
comment on column agency.calendar_year.recorded_at is 'When it was entered';

create table agency.calendar_day (
  id uuid primary key,
  on_day date not null,
  unit_id uuid references agency.unit,
  kind text not null check (kind in ('HOLIDAY', 'COMPENSATION', 'SWAPPED', 'MAKEUP', 'CLOSURE')),
  works_as int check (works_as between 1 and 7),
  status text not null check (status in ('APPROVED', 'PROPOSED', 'AWAITING')),
  name text not null,
  name_en text not null,
  source text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  check ((kind = 'MAKEUP') = (works_as is not null))
);
create unique index on agency.calendar_day (on_day, unit_id) nulls not distinct where superseded_at is null;
comment on table agency.calendar_day is 'Days that differ from the ordinary week';
comment on column agency.calendar_day.on_day is 'The day';
comment on column agency.calendar_day.unit_id is 'The unit, with all below it; null for the whole country';
comment on column agency.calendar_day.kind is 'Nghỉ lễ, nghỉ bù, nghỉ hoán đổi, làm bù, đóng cửa';
comment on column agency.calendar_day.works_as is 'On a day of MAKEUP the weekday whose hours hold, 1 for Monday';
comment on column agency.calendar_day.status is 'APPROVED: fixed by law or decision. PROPOSED: the law gives the day off, the date awaits the yearly decision; applied meanwhile. AWAITING: not law yet; not applied';
comment on column agency.calendar_day.name is 'As people call it';
comment on column agency.calendar_day.name_en is 'For readers of English';
comment on column agency.calendar_day.source is 'Law or decision';
comment on column agency.calendar_day.recorded_at is 'Since when the platform knew it';
comment on column agency.calendar_day.superseded_at is 'Since when the platform knows better';
