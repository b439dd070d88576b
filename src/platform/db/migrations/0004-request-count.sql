-- Lost at a crash, and nothing is lost with it: then a minute is counted anew.
create unlogged table platform.request_count (
  minute int not null,
  sender text not null,
  requests int not null,
  primary key (minute, sender)
);
comment on table platform.request_count is 'How many requests came to all nodes, of senders that near a limit';
comment on column platform.request_count.minute is 'Minutes since 1970';
comment on column platform.request_count.sender is 'Keyed hash of a network or credential, with the door where that is costly';
comment on column platform.request_count.requests is 'How many came';
