alter table document.issued add column retried_by uuid, add column retried_at timestamptz;
comment on column document.issued.retried_by is 'Account that last had it printed again after it had failed';
comment on column document.issued.retried_at is 'When that was';
