-- Each stored file is sealed under a key of its own; that key is sealed under the data key of whom the file concerns.
create table platform.file_key (
  name text primary key,
  object text not null unique,
  data_key uuid not null references platform.data_key (id),
  wrapped bytea not null
);
comment on table platform.file_key is 'Keys of the files at rest, one for each; without its row a file cannot be read';
comment on column platform.file_key.name is 'How rows name the file: its area and a hash';
comment on column platform.file_key.object is 'Where its sealed bytes lie; the same as name, but for files that were stored before files were sealed';
comment on column platform.file_key.data_key is 'The data key that opens wrapped: once it is destroyed, the file is unreadable';
comment on column platform.file_key.wrapped is 'The key of the file, sealed by AES-256-GCM under the data key';
create index on platform.file_key (data_key);
