-- Payments through gateways: an order for each try, and whatever gateways told about it.
create table payment.gateway_order (
  id uuid primary key,
  demand_id uuid not null references payment.demand,
  gateway text not null check (gateway ~ '^[a-z-]{1,20}$'),
  reference text not null unique check (reference ~ '^[0-9A-Z]{16,34}$'),
  amount bigint not null check (amount > 0),
  state text not null default 'begun' check (state in ('begun', 'paid', 'failed', 'expired')),
  go_to text check (go_to ~ '^https?://'),
  number text check (length(number) between 1 and 60),
  begun_at timestamptz not null,
  begun_by uuid not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'begun') = (ended_at is null))
);
create index on payment.gateway_order (demand_id);
create index on payment.gateway_order (begun_at) where state = 'begun';
comment on table payment.gateway_order is 'One try to pay a demand through a gateway';
comment on column payment.gateway_order.demand_id is 'What is to be paid';
comment on column payment.gateway_order.gateway is 'Code of the gateway';
comment on column payment.gateway_order.reference is 'What the gateway knows the order by; random, so that nobody guesses the address of its page';
comment on column payment.gateway_order.amount is 'Đồng that we asked for';
comment on column payment.gateway_order.state is 'begun until the gateway says paid or failed, or until it knows nothing long after the end';
comment on column payment.gateway_order.go_to is 'Page of the gateway where the payer goes on';
comment on column payment.gateway_order.number is 'The gateway''s own number of the payment';
comment on column payment.gateway_order.begun_at is 'When it was begun';
comment on column payment.gateway_order.begun_by is 'Account that began it';
comment on column payment.gateway_order.ends_at is 'Until when the gateway takes the payment';
comment on column payment.gateway_order.ended_at is 'When we knew how it ended';

create table payment.gateway_message (
  id uuid primary key,
  gateway text not null,
  kind text not null check (kind in ('ipn', 'query', 'refund')),
  reference text,
  number text,
  amount bigint,
  verdict text not null,
  at timestamptz not null
);
create index on payment.gateway_message (reference);
comment on table payment.gateway_message is 'What gateways told us, and what we made of it: kept for inspection';
comment on column payment.gateway_message.gateway is 'Code of the gateway';
comment on column payment.gateway_message.kind is 'Told by itself (ipn), asked by us (query), or about a refund';
comment on column payment.gateway_message.reference is 'Of which order, when the signature was right';
comment on column payment.gateway_message.number is 'Its own number';
comment on column payment.gateway_message.amount is 'Đồng, as told';
comment on column payment.gateway_message.verdict is 'What we answered or did';
comment on column payment.gateway_message.at is 'When';
create trigger append_only before update or delete on payment.gateway_message
  for each row execute function payment.refuse_change();

do $$
declare held text;
begin
  foreach held in array array['gateway_order', 'gateway_message'] loop
    execute format('alter table payment.%I enable row level security', held);
    execute format('alter table payment.%I force row level security', held);
    execute format('create policy office on payment.%I to %I using (true) with check (true)', held, current_user);
  end loop;
end $$;
create policy of_demand on payment.gateway_order to cqs_citizen, cqs_official
  using (exists (select from payment.demand d where d.id = demand_id));
