-- Money as it comes: at the bank and at gateways, whole or in parts, too much or for nobody.
alter table payment.payment drop constraint payment_method_check;
alter table payment.payment add constraint payment_method_check check (method in ('cash', 'transfer', 'gateway'));
alter table payment.payment drop constraint payment_check1;
alter table payment.payment add constraint payment_reference_check check (method <> 'cash' or bank_reference is null);
comment on column payment.payment.method is 'Cash at the counter, bank transfer, or through a gateway';

create table payment.arrival (
  id uuid primary key,
  unit_id uuid not null references payment.collector,
  way text not null check (way in ('transfer', 'gateway')),
  source text not null check (source ~ '^[a-z0-9-]{1,30}$'),
  reference text not null check (length(reference) between 1 and 64),
  amount bigint not null check (amount > 0),
  came_at timestamptz not null,
  demand_id uuid references payment.demand,
  booked_at timestamptz not null,
  unique (source, unit_id, reference)
);
create index on payment.arrival (demand_id);
create index on payment.arrival (unit_id, source, came_at);
comment on table payment.arrival is 'Khoản tiền đến: money that came to the account of a unit, each piece once';
comment on column payment.arrival.unit_id is 'To whose account';
comment on column payment.arrival.way is 'By transfer to the bank, or through a gateway that pays out later';
comment on column payment.arrival.source is 'Who told of it: bank, or the code of the gateway';
comment on column payment.arrival.reference is 'Their own number of it: by this it is recognised when it is told again';
comment on column payment.arrival.amount is 'Đồng';
comment on column payment.arrival.came_at is 'When it came, as they tell';
comment on column payment.arrival.demand_id is 'Which demand it was sent for; null while unknown';
comment on column payment.arrival.booked_at is 'When we learnt of it';

create table payment.giving_back (
  id uuid primary key,
  unit_id uuid not null references payment.collector,
  demand_id uuid references payment.demand,
  arrival_id uuid references payment.arrival,
  amount bigint not null check (amount > 0),
  ground text not null check (length(ground) between 1 and 500),
  asked_at timestamptz not null,
  asked_by uuid not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  check ((demand_id is null) <> (arrival_id is null)),
  check ((state = 'asked') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (decided_by <> asked_by)
);
create unique index on payment.giving_back (demand_id) where state = 'asked';
create unique index on payment.giving_back (arrival_id) where state = 'asked';
create index on payment.giving_back (unit_id) where state = 'asked';
comment on table payment.giving_back is 'Hoàn tiền: asked by one official, decided by another';
comment on column payment.giving_back.unit_id is 'Who gives back';
comment on column payment.giving_back.demand_id is 'The paid demand that is given back';
comment on column payment.giving_back.arrival_id is 'Or the money that no demand needs';
comment on column payment.giving_back.amount is 'Đồng';
comment on column payment.giving_back.ground is 'Why';
comment on column payment.giving_back.asked_at is 'When it was asked for';
comment on column payment.giving_back.asked_by is 'Account that asked';
comment on column payment.giving_back.state is 'asked, then approved or refused';
comment on column payment.giving_back.decided_at is 'When it was decided';
comment on column payment.giving_back.decided_by is 'Account that decided: never the one that asked';

create table payment.allotment (
  id uuid primary key,
  arrival_id uuid not null references payment.arrival,
  amount bigint not null check (amount > 0),
  payment_id uuid references payment.payment,
  giving_back_id uuid references payment.giving_back,
  payout text check (payout ~ '^[a-z-]{1,20}$'),
  check (num_nonnulls(payment_id, giving_back_id, payout) = 1)
);
create index on payment.allotment (arrival_id);
create index on payment.allotment (payment_id);
comment on table payment.allotment is 'What money that came was used for; what is not allotted is held';
comment on column payment.allotment.arrival_id is 'Of which money';
comment on column payment.allotment.amount is 'Đồng of it';
comment on column payment.allotment.payment_id is 'The payment of a demand that it is part of';
comment on column payment.allotment.giving_back_id is 'Or by which decision it was given back';

comment on column payment.allotment.payout is 'Or the gateway whose collected money this transfer is';

create function payment.not_more_than_came() returns trigger language plpgsql security definer set search_path = payment, pg_temp as $$
begin
  if (select sum(l.amount) from payment.allotment l where l.arrival_id = new.arrival_id)
     > (select a.amount from payment.arrival a where a.id = new.arrival_id for update) then
    raise exception 'more is allotted of % than came', new.arrival_id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
comment on function payment.not_more_than_came is 'No đồng is used twice';
create constraint trigger covered after insert on payment.allotment deferrable initially deferred
  for each row execute function payment.not_more_than_came();

create trigger append_only before update or delete on payment.allotment
  for each row execute function payment.refuse_change();

do $$
declare held text;
begin
  foreach held in array array['arrival', 'giving_back', 'allotment'] loop
    execute format('alter table payment.%I enable row level security', held);
    execute format('alter table payment.%I force row level security', held);
    execute format('create policy office on payment.%I to %I using (true) with check (true)', held, current_user);
  end loop;
end $$;
create policy of_unit on payment.arrival to cqs_official using (unit_id = any ((select payment.watched_units())::uuid[]));
create policy payer on payment.arrival for select to cqs_citizen
  using (exists (select from payment.demand d where d.id = demand_id));
create policy of_unit on payment.giving_back to cqs_official using (unit_id = any ((select payment.watched_units())::uuid[]));
create policy of_arrival on payment.allotment to cqs_citizen, cqs_official
  using (exists (select from payment.arrival a where a.id = arrival_id));
