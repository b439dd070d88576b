alter table agency.calendar_change drop constraint calendar_change_detail_check;
alter table agency.calendar_change add constraint calendar_change_detail_check check (detail ->> 'kind' in ('DAY', 'HOURS', 'YEAR'));
alter table agency.calendar_change add column proposed_person uuid;
comment on column agency.calendar_change.detail is 'DAY: the day as it is before and after, null for an ordinary one. HOURS: the office hours that are added. YEAR: all days of the country in a year before and after';
comment on column agency.calendar_change.proposed_person is 'Person who proposed it (identity.person), and so cannot approve a whole year; null for a new edition of the national calendar';
