-- What lies readable in the store is sealed by the first start that knows how; it keeps its name, for the ledger holds it.
create table document.plain_file (name text primary key);
comment on table document.plain_file is 'Files that were stored before files were sealed, until they are';
comment on column document.plain_file.name is 'The key of the file in the store';
insert into document.plain_file
select key from document.file where key is not null
union select pages_key from document.file where pages_key is not null
union select preview_key from document.page where preview_key is not null
union select bound_key from document.paper where bound_key is not null
union select key from document.issued where key is not null
union select unnest(parts) from document.upload;
