create table identity.password_code (
  id uuid primary key,
  account_id uuid not null references identity.account,
  code_mac text not null,
  issued_by uuid not null references identity.account,
  issued_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index on identity.password_code (account_id, issued_at desc);
comment on table identity.password_code is 'Codes with which people set a password after an official has seen their identity card';
comment on column identity.password_code.account_id is 'Whose password it sets; only the code that was issued last does';
comment on column identity.password_code.code_mac is 'HMAC of the code; the code itself is on paper alone';
comment on column identity.password_code.issued_by is 'The official who saw the card';
comment on column identity.password_code.issued_at is 'When';
comment on column identity.password_code.ends_at is 'Until when it can be used';
comment on column identity.password_code.used_at is 'When it was used; it works once';
