alter table notify.notice add column sealed bytea;
update notify.notice set sealed = '\x0000000000000000000000000000000000'::bytea
  || convert_to(jsonb_build_object('title', title, 'body', body)::text, 'UTF8');
alter table notify.notice alter column sealed set not null, drop column title, drop column body;
comment on column notify.notice.sealed is 'What is told, sealed under the key of whom it is told';
create index notice_plain on notify.notice (id) where get_byte(sealed, 0) = 0;
