alter table credential.request
  add column asker text not null default '',
  add column purpose text not null default '';
comment on column credential.request.asker is 'Who asks, as they wrote it: shown to the holder before they agree';
comment on column credential.request.purpose is 'What for, as they wrote it: shown to the holder before they agree';
