alter table process.token drop constraint token_kind_check;
alter table process.token add constraint token_kind_check check (kind between 1 and 11);
comment on column process.token.kind is '1 work of a person, 2 message, 3 timer, 4 arrival at a join, 5 job of a machine, 6 open sub-process, 7 event gateway, 8 container of members, 9 signal, 10 record of a completed activity that can be undone, 11 compensation under way';
comment on column process.token.item is 'Member: what it is about; container in sequence: all items; compensation: numbers of the activities that undo, in order';
