insert into identity.person (id, full_name, search_name, created_at)
values ('00000000-0000-7000-8000-000000000001', 'Người vận hành', 'nguoi van hanh', '2025-07-01T00:00:00+07:00');
insert into identity.account (id, person_id, name, kind, created_at)
values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001', 'nguoi-van-hanh', 'system', '2025-07-01T00:00:00+07:00');
