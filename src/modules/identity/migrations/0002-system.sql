insert into identity.person (id, full_name, search_name, created_at)
values ('00000000-0000-7000-8000-000000000000', 'Hệ thống', 'he thong', '2025-07-01T00:00:00+07:00');
insert into identity.account (id, person_id, name, kind, created_at)
values ('00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000', 'he-thong', 'system', '2025-07-01T00:00:00+07:00');
