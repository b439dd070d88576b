-- The people of a mandate see it (decision 27); officials record and revoke mandates of whoever stands at the counter.
alter table mandate.mandate enable row level security;
alter table mandate.mandate force row level security;
do $$ begin
  execute format('create policy office on mandate.mandate to %I using (true) with check (true)', current_user);
end $$;
create policy party on mandate.mandate to cqs_citizen
  using ((select platform.own_person()) in (principal_id, representative_id));
create policy counter on mandate.mandate to cqs_official using (true);
