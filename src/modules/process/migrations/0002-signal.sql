alter table process.token drop constraint token_kind_check;
alter table process.token add constraint token_kind_check check (kind between 1 and 9);
create index token_signal on process.token (key) where kind = 9;
comment on column process.token.kind is '1 work of a person, 2 message, 3 timer, 4 arrival at a join, 5 job of a machine, 6 open sub-process, 7 event gateway, 8 container of members, 9 signal';
comment on column process.token.key is 'Message: name and correlation; signal and job: its name';

alter table process.outbox add column kind text not null default 'message' check (kind in ('message', 'signal'));
drop index process.outbox_waiting;
create index outbox_waiting on process.outbox (kind, id) where taken_at is null;
comment on column process.outbox.kind is 'A message for the outside, or a signal for all instances that listen';
comment on column process.outbox.name is 'Name of the message or signal';
