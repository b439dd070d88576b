-- Receipts are never changed. Sealing one under another key changes no word of it.
create or replace function payment.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('vault.resealing', true) = 'on'
     and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
    return new;
  end if;
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
alter table payment.receipt disable trigger append_only;
alter table payment.receipt add column sealed bytea;
update payment.receipt set sealed = '\x0000000000000000000000000000000000'::bytea
  || convert_to(jsonb_build_object('payerName', payer_name, 'payerTaxCode', payer_tax_code)::text, 'UTF8');
alter table payment.receipt alter column sealed set not null, drop column payer_name, drop column payer_tax_code;
alter table payment.receipt enable trigger append_only;
comment on column payment.receipt.sealed is 'Name and tax code of the payer, sealed under the payer''s key';
create index receipt_plain on payment.receipt (id) where get_byte(sealed, 0) = 0;
