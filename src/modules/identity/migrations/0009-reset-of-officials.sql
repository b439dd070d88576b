create table identity.factor_reset (
  id uuid primary key,
  account_id uuid not null references identity.account,
  document text not null,
  asked_by uuid not null references identity.account,
  asked_at timestamptz not null,
  approved_by uuid references identity.account,
  approved_at timestamptz,
  due_at timestamptz,
  stopped_by uuid references identity.account,
  stopped_at timestamptz,
  done_at timestamptz,
  check (approved_by <> asked_by),
  check ((approved_at is null) = (due_at is null))
);
create unique index factor_reset_open on identity.factor_reset (account_id) where stopped_at is null and done_at is null;
create index on identity.factor_reset (due_at) where stopped_at is null and done_at is null;
comment on table identity.factor_reset is 'An official lost their second factor: one administrator asks, another approves, and after a day it is taken away unless somebody stops it';
comment on column identity.factor_reset.account_id is 'Whose factor is taken away';
comment on column identity.factor_reset.document is 'Kind of the document that was compared, and its last letters';
comment on column identity.factor_reset.asked_by is 'Administrator who compared the person with it';
comment on column identity.factor_reset.asked_at is 'When';
comment on column identity.factor_reset.approved_by is 'Another administrator';
comment on column identity.factor_reset.approved_at is 'When';
comment on column identity.factor_reset.due_at is 'When it takes effect: a day after the approval';
comment on column identity.factor_reset.stopped_by is 'The official who did not ask for it, or an administrator';
comment on column identity.factor_reset.stopped_at is 'When';
comment on column identity.factor_reset.done_at is 'When the factors were taken away';

alter table identity.session add column confirmed_by text;
update identity.session set confirmed_by = opened_by;
comment on column identity.session.confirmed_by is 'By what the person last proved to be themselves, as with opened_by';

create table identity.passkey_role (
  role text primary key
);
comment on table identity.passkey_role is 'Roles whose approvals ask for a passkey, which no false page can take (NIST SP 800-63B, phishing resistance)';
comment on column identity.passkey_role.role is 'Code of the role';
insert into identity.passkey_role values ('LANH_DAO_UBND'), ('TRUONG_PHONG'), ('CA_LANH_DAO'), ('LANH_DAO_THUE'), ('QUAN_TRI');
