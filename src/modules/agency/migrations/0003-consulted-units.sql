alter table agency.unit drop constraint unit_kind_check;
alter table agency.unit add constraint unit_kind_check check (
  kind in ('people-committee', 'one-stop', 'justice', 'economy', 'culture', 'leadership', 'records', 'police', 'military', 'tax', 'insurance')
);
