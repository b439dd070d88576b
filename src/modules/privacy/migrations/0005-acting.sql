-- locks: a column without a default changes no row
alter table privacy.read_record add column mandate_id uuid;
comment on column privacy.read_record.mandate_id is 'The mandate by which the reader acted for the person (mandate.mandate; RFC 8693: person is sub, reader is act); null when they acted for nobody';
alter table privacy.list_read add column mandate_id uuid;
comment on column privacy.list_read.mandate_id is 'The mandate by which the reader acted for somebody, as in read_record';
