alter table document.issued add column sealed bytea;
update document.issued set sealed = '\x0000000000000000000000000000000000'::bytea
  || convert_to(jsonb_build_object('title', title, 'data', data)::text, 'UTF8');
alter table document.issued alter column sealed set not null, drop column title, drop column data;
comment on column document.issued.sealed is 'Title of the paper and what its template is filled with, sealed under the key of its owner';
create index issued_plain on document.issued (id) where get_byte(sealed, 0) = 0;
