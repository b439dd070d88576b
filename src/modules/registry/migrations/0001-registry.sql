create schema registry;
comment on schema registry is 'Numbers without gaps and the registers (sổ) they stand in';

create table registry.counter (
  book text not null check (length(book) between 1 and 60),
  scope text not null check (length(scope) between 1 and 60),
  period text not null check (period ~ '^\d{4}(-\d{2}-\d{2})?$'),
  last int not null check (last > 0),
  primary key (book, scope, period)
);
comment on table registry.counter is 'Last number given per book, scope and period; its row stays locked until the transaction that took a number ends';
comment on column registry.counter.book is 'What is counted: dossier, or the code of a register';
comment on column registry.counter.scope is 'Who counts: code or id of a unit';
comment on column registry.counter.period is 'When counting begins anew: a year, or a day';
comment on column registry.counter.last is 'The last number given';

create table registry.entry (
  id uuid primary key,
  unit_id uuid not null,
  book text not null check (length(book) between 1 and 60),
  year int not null check (year between 1900 and 9999),
  number int not null check (number > 0),
  symbol text not null check (length(symbol) between 1 and 40),
  subject uuid not null,
  summary text not null check (length(summary) between 1 and 1000),
  facts jsonb not null default '{}',
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text check (length(void_reason) between 1 and 1000),
  unique (unit_id, book, year, number),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
comment on table registry.entry is 'Lines of registers; never deleted, never renumbered';
comment on column registry.entry.id is 'UUIDv7';
comment on column registry.entry.unit_id is 'Unit that keeps the register';
comment on column registry.entry.book is 'Code of the register, for example khai-sinh';
comment on column registry.entry.year is 'Year of the register; numbers begin at 1 each year (Decree 30/2020, article 15)';
comment on column registry.entry.number is 'Number in the register of the unit and year, without gaps';
comment on column registry.entry.symbol is 'Symbol after the number, for example GKS';
comment on column registry.entry.subject is 'What the entry is about: a dossier or a document';
comment on column registry.entry.summary is 'Trích yếu: what a reader of the register sees';
comment on column registry.entry.facts is 'Further columns of this register';
comment on column registry.entry.entered_on is 'Day of entry in Vietnam';
comment on column registry.entry.entered_at is 'Instant of entry';
comment on column registry.entry.entered_by is 'Account that entered it';
comment on column registry.entry.voided_at is 'When it was voided; null while it counts';
comment on column registry.entry.voided_by is 'Account that voided it';
comment on column registry.entry.void_reason is 'Why it was voided';

create unique index on registry.entry (subject, book) where voided_at is null;

create function registry.keep_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'An entry of a register is never deleted';
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
comment on function registry.keep_entry is 'Keeps entries as they were written';

create trigger keep_entry before update or delete on registry.entry
  for each row execute function registry.keep_entry();
