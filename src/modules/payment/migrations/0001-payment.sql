create schema payment;
comment on schema payment is 'Phí, lệ phí: what is owed for a dossier, what was paid, receipts';

create function payment.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
comment on function payment.refuse_change is 'Keeps what was paid and receipted as it was written; corrections are further rows';

create table payment.collector (
  unit_id uuid primary key,
  agency_name text not null,
  tax_code text,
  series text not null check (series ~ '^[0-9A-Z/-]{1,20}$'),
  bank_bin text not null check (bank_bin ~ '^[0-9]{6}$'),
  bank_name text not null,
  account text not null check (account ~ '^[0-9A-Za-z]{1,19}$'),
  account_holder text not null
);
comment on table payment.collector is 'Units that collect fees, with what receipts and transfers need to name';
comment on column payment.collector.unit_id is 'agency.unit that collects';
comment on column payment.collector.agency_name is 'Tên cơ quan thu, as receipts print it';
comment on column payment.collector.tax_code is 'Mã số thuế of the collecting agency';
comment on column payment.collector.series is 'Ký hiệu biên lai; numbers count within series and year';
comment on column payment.collector.bank_bin is 'Number of its bank at NAPAS';
comment on column payment.collector.bank_name is 'Bank as people call it';
comment on column payment.collector.account is 'Account number';
comment on column payment.collector.account_holder is 'Name of the account';

create table payment.demand (
  id uuid primary key,
  dossier_id uuid not null,
  payer_person_id uuid not null,
  unit_id uuid not null references payment.collector,
  lines jsonb not null check (jsonb_array_length(lines) > 0),
  total bigint not null check (total > 0),
  state text not null check (state in ('open', 'paid', 'waived', 'cancelled', 'refunded')),
  reference text not null unique check (reference ~ '^[0-9A-Z]{1,25}$'),
  ground text,
  demanded_at timestamptz not null,
  demanded_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  check ((state = 'open') = (closed_at is null)),
  check (state not in ('waived', 'cancelled', 'refunded') or ground is not null)
);
create index on payment.demand (dossier_id);
create index on payment.demand (payer_person_id) where state = 'open';
comment on table payment.demand is 'Yêu cầu thực hiện nghĩa vụ tài chính: fees owed for a dossier';
comment on column payment.demand.dossier_id is 'dossier.dossier';
comment on column payment.demand.payer_person_id is 'Who owes (identity.person)';
comment on column payment.demand.unit_id is 'Who collects';
comment on column payment.demand.lines is 'What for: [{key, label: {vi, en}, amount, quantity}], amounts in đồng per piece';
comment on column payment.demand.total is 'Sum of the lines in đồng';
comment on column payment.demand.state is 'open until paid, waived or cancelled; paid may be refunded';
comment on column payment.demand.reference is 'What the payer writes on the transfer; payments are matched by it first';
comment on column payment.demand.ground is 'Why it was waived, cancelled or refunded';
comment on column payment.demand.demanded_at is 'When it was demanded';
comment on column payment.demand.demanded_by is 'Account that demanded it';
comment on column payment.demand.closed_at is 'When it last left an open or paid state';
comment on column payment.demand.closed_by is 'Account that did it';

create table payment.payment (
  id uuid primary key,
  demand_id uuid not null references payment.demand,
  method text not null check (method in ('cash', 'transfer')),
  amount bigint not null check (amount <> 0),
  bank_reference text unique check (length(bank_reference) between 1 and 64),
  adjusts uuid references payment.payment,
  at timestamptz not null,
  recorded_by uuid not null,
  check ((amount < 0) = (adjusts is not null)),
  check (method = 'transfer' or bank_reference is null)
);
create index on payment.payment (demand_id);
create unique index on payment.payment (adjusts);
create trigger append_only before update or delete on payment.payment
  for each row execute function payment.refuse_change();
create trigger append_only_table before truncate on payment.payment
  for each statement execute function payment.refuse_change();
comment on table payment.payment is 'Money received and given back, never changed: a wrong row is set right by an adjusting row';
comment on column payment.payment.demand_id is 'What it pays';
comment on column payment.payment.method is 'Cash at the counter or bank transfer';
comment on column payment.payment.amount is 'Đồng received; negative when given back';
comment on column payment.payment.bank_reference is 'The bank''s own number of the transfer: one transfer is recorded once';
comment on column payment.payment.adjusts is 'The payment that this row takes back';
comment on column payment.payment.at is 'When it was recorded';
comment on column payment.payment.recorded_by is 'Account that recorded it';

create table payment.receipt (
  id uuid primary key,
  payment_id uuid not null unique references payment.payment,
  series text not null,
  year int not null,
  number int not null check (number > 0),
  unit_id uuid not null,
  agency_name text not null,
  agency_tax_code text,
  payer_name text not null,
  payer_tax_code text,
  lines jsonb not null,
  amount bigint not null check (amount > 0),
  amount_words text not null,
  issued_at timestamptz not null,
  lookup_code text not null unique,
  unique (unit_id, series, year, number)
);
create trigger append_only before update or delete on payment.receipt
  for each row execute function payment.refuse_change();
create trigger append_only_table before truncate on payment.receipt
  for each statement execute function payment.refuse_change();
comment on table payment.receipt is 'Biên lai thu phí, lệ phí (Decree 123/2020/NĐ-CP), as issued';
comment on column payment.receipt.payment_id is 'The payment that it confirms';
comment on column payment.receipt.series is 'Ký hiệu';
comment on column payment.receipt.year is 'Year of issue in Vietnam; numbers begin anew each year';
comment on column payment.receipt.number is 'Số, without gaps within unit, series and year';
comment on column payment.receipt.unit_id is 'Unit that collected';
comment on column payment.receipt.agency_name is 'Tên cơ quan thu at that time';
comment on column payment.receipt.agency_tax_code is 'Its tax code at that time';
comment on column payment.receipt.payer_name is 'Người nộp';
comment on column payment.receipt.payer_tax_code is 'Tax code of a paying organisation';
comment on column payment.receipt.lines is 'Loại phí, lệ phí, as demanded';
comment on column payment.receipt.amount is 'Đồng';
comment on column payment.receipt.amount_words is 'Bằng chữ';
comment on column payment.receipt.issued_at is 'When it was issued';
comment on column payment.receipt.lookup_code is 'Mã tra cứu';
