-- How much somebody opened is compared with what they open otherwise.
create index read_record_reader on privacy.read_record (reader_account_id, at desc);
