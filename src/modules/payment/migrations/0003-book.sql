-- Double-entry bookkeeping of what is owed and paid. Entries are never changed: a wrong one is set right by another.
create table payment.account (
  key text primary key check (key ~ '^[a-z-]{1,20}$'),
  code text not null check (code ~ '^[0-9]{3,6}$'),
  name_vi text not null,
  name_en text not null,
  kind text not null check (kind in ('asset', 'liability')),
  source text not null
);
comment on table payment.account is 'Tài khoản kế toán that fees are booked on; the numbers are those of the chart that holds';
comment on column payment.account.key is 'What the program calls it';
comment on column payment.account.code is 'Số hiệu tài khoản in the chart of accounts';
comment on column payment.account.name_vi is 'Name in Vietnamese';
comment on column payment.account.name_en is 'Name in English';
comment on column payment.account.kind is 'Whether its balance is usually debit (asset) or credit (liability)';
comment on column payment.account.source is 'Which regulation gives it this number';
insert into payment.account values
  ('cash', '111', 'Tiền mặt', 'Cash', 'asset', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản'),
  ('bank', '112', 'Tiền gửi ngân hàng, kho bạc', 'Money at the bank', 'asset', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản'),
  ('transit', '113', 'Tiền đang chuyển (ở cổng thanh toán)', 'Money on its way (at a gateway)', 'asset', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản'),
  ('receivable', '131', 'Phải thu phí, lệ phí, thuế', 'Fees and taxes receivable', 'asset', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản'),
  ('state', '333', 'Các khoản phải nộp Nhà nước', 'Payable to the State', 'liability', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản'),
  ('suspense', '338', 'Phải trả khác: tiền chưa rõ, nộp thừa, chờ hoàn', 'Other payables: unknown or excess money, refunds due', 'liability', 'Thông tư 24/2024/TT-BTC, hệ thống tài khoản');

create table payment.journal (
  id uuid primary key,
  unit_id uuid not null,
  kind text not null check (kind in ('demand', 'cancel', 'waive', 'payment', 'arrival', 'refund', 'return', 'payout')),
  source_id uuid not null,
  at timestamptz not null,
  by_account uuid not null,
  unique (kind, source_id)
);
create index on payment.journal (unit_id, at);
comment on table payment.journal is 'Chứng từ: one posting, whose entries come to nothing';
comment on column payment.journal.unit_id is 'In whose books';
comment on column payment.journal.kind is 'What happened';
comment on column payment.journal.source_id is 'The demand, payment, arrival or return that is booked: each event once';
comment on column payment.journal.at is 'When it was booked';
comment on column payment.journal.by_account is 'Account that did what is booked';

create table payment.entry (
  journal_id uuid not null references payment.journal,
  account text not null references payment.account,
  amount bigint not null check (amount <> 0),
  primary key (journal_id, account)
);
create index on payment.entry (account);
comment on table payment.entry is 'Bút toán: one side of a posting';
comment on column payment.entry.journal_id is 'Of which posting';
comment on column payment.entry.account is 'On which account';
comment on column payment.entry.amount is 'Đồng: debit (Nợ) above nothing, credit (Có) below';

create function payment.watched_units() returns uuid[] language sql stable security definer set search_path = payment, pg_temp as $$
  select coalesce(array_agg(c.unit_id), '{}') from payment.collector c
   where c.unit_id = any ((select platform.own_units())::uuid[])
      or exists (select from agency.unit u join agency.unit o using (parent_id)
                  where u.id = c.unit_id and o.id = any ((select platform.own_units())::uuid[]))
$$;
comment on function payment.watched_units is 'The collecting units whose money an official may look at: their own, and those of the same committee, whose leaders decide about it';

create function payment.must_balance() returns trigger language plpgsql security definer set search_path = payment, pg_temp as $$
declare target uuid := case tg_table_name when 'journal' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'journal_id')::uuid end;
begin
  if (select count(*) < 2 or sum(amount) <> 0 from payment.entry where journal_id = target) then
    raise exception 'posting % does not balance', target using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
comment on function payment.must_balance is 'Looks at whole postings when the transaction ends; sees them whoever it works for';
create constraint trigger balances after insert on payment.journal deferrable initially deferred
  for each row execute function payment.must_balance();
create constraint trigger balances after insert on payment.entry deferrable initially deferred
  for each row execute function payment.must_balance();
do $$
declare held text;
begin
  foreach held in array array['journal', 'entry'] loop
    execute format('create trigger append_only before update or delete on payment.%I for each row execute function payment.refuse_change()', held);
    execute format('create trigger append_only_table before truncate on payment.%I for each statement execute function payment.refuse_change()', held);
    execute format('alter table payment.%I enable row level security', held);
    execute format('alter table payment.%I force row level security', held);
    execute format('create policy office on payment.%I to %I using (true) with check (true)', held, current_user);
    -- Withdrawing a dossier takes its demand back: whoever acts, it is booked; only the unit reads it.
    execute format('create policy booked on payment.%I for insert to cqs_citizen, cqs_official with check (true)', held);
  end loop;
end $$;
create policy of_unit on payment.journal for select to cqs_official using (unit_id = any ((select payment.watched_units())::uuid[]));
create policy of_journal on payment.entry for select to cqs_official
  using (exists (select from payment.journal j where j.id = journal_id));

-- What was demanded and paid before there were books. First what was demanded, then what became of it.
with event as (
  select d.unit_id, 'demand' as kind, d.id as source_id, d.demanded_at as at, d.demanded_by as by_account,
         'receivable' as debit, 'state' as credit, d.total as amount
    from payment.demand d
  union all
  select d.unit_id, case d.state when 'waived' then 'waive' else 'cancel' end, d.id, d.closed_at, d.closed_by,
         'state', 'receivable', d.total
    from payment.demand d where d.state in ('waived', 'cancelled')
  union all
  select d.unit_id, 'payment', p.id, p.at, p.recorded_by,
         case p.method when 'cash' then 'cash' else 'bank' end, 'receivable', p.amount
    from payment.payment p join payment.demand d on d.id = p.demand_id where p.amount > 0
  union all
  select d.unit_id, 'refund', p.id, p.at, p.recorded_by,
         'state', case p.method when 'cash' then 'cash' else 'bank' end, -p.amount
    from payment.payment p join payment.demand d on d.id = p.demand_id where p.amount < 0
), named as materialized (select gen_random_uuid() as id, event.* from event),
booked as (
  insert into payment.journal (id, unit_id, kind, source_id, at, by_account)
  select id, unit_id, kind, source_id, at, by_account from named
)
insert into payment.entry (journal_id, account, amount)
select id, debit, amount from named union all select id, credit, -amount from named;
-- Later steps of the same migration change tables that the deferred checks look at.
set constraints all immediate;
set constraints all deferred;
