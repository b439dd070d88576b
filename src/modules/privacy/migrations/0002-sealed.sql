-- Records are never changed. Sealing one under another key changes no word of it.
create or replace function privacy.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('vault.resealing', true) = 'on'
     and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
    return new;
  end if;
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
alter table privacy.read_record disable trigger append_only;
alter table privacy.read_record add column sealed bytea;
update privacy.read_record set sealed = '\x0000000000000000000000000000000000'::bytea
  || convert_to(jsonb_build_object('label', subject_label)::text, 'UTF8');
alter table privacy.read_record alter column sealed set not null, drop column subject_label;
alter table privacy.read_record enable trigger append_only;
comment on column privacy.read_record.sealed is 'What the thing that was read is called, sealed under the key of whom it tells about';
create index read_record_plain on privacy.read_record (id) where get_byte(sealed, 0) = 0;
