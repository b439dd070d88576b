-- An entry keeps what it says. Sealing it under another key changes no word of it.
create or replace function registry.keep_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'An entry of a register is never deleted';
  end if;
  if tg_op = 'UPDATE' and current_setting('vault.resealing', true) = 'on'
     and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
    return new;
  end if;
  if (to_jsonb(new) - '{voided_at,voided_by,void_reason}'::text[])
     is distinct from (to_jsonb(old) - '{voided_at,voided_by,void_reason}'::text[]) then
    raise exception 'An entry of a register is never changed, only voided';
  end if;
  if old.voided_at is not null then
    raise exception 'A voided entry stays as it is';
  end if;
  return new;
end
$$;
alter table registry.entry disable trigger keep_entry;
alter table registry.entry add column sealed bytea;
update registry.entry set sealed = '\x0000000000000000000000000000000000'::bytea
  || convert_to(jsonb_build_object('summary', summary, 'facts', facts)::text, 'UTF8');
alter table registry.entry alter column sealed set not null, drop column summary, drop column facts;
alter table registry.entry enable trigger keep_entry;
comment on column registry.entry.sealed is 'What is entered, in words and as facts, sealed under the key of its subject';
create index entry_plain on registry.entry (id) where get_byte(sealed, 0) = 0;
