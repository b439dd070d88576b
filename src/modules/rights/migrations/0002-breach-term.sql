create table rights.breach_term (
  from_on date primary key,
  hours integer not null check (hours > 0),
  legal_basis text not null
);
comment on table rights.breach_term is 'Within how many hours the authority is told of a breach, from which day on; a later row replaces an earlier one';
comment on column rights.breach_term.from_on is 'For breaches noticed from this day on';
comment on column rights.breach_term.hours is 'Hours after it was noticed';
comment on column rights.breach_term.legal_basis is 'Law and article';
insert into rights.breach_term values ('2026-01-01', 72, 'Luật 91/2025/QH15, Điều 23');
