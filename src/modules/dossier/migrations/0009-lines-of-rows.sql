-- Row-level security of everything that belongs to a case (decision 27). A citizen sees what the account filed or what
-- concerns their persons, an official what one of their units takes part in, a visitor nothing. The sub-selects run
-- once per statement. Whoever signs in as the owner of the tables is bound too, by a policy that lets it pass.
do $$
declare line record;
begin
  for line in select * from (values
    ('dossier.draft'), ('dossier.dossier'), ('dossier.act'), ('dossier.supplement'), ('dossier.paper_check'), ('dossier.message'), ('dossier.confirmation'),
    ('dossier.queue'), ('document.paper'), ('document.file'), ('document.page'), ('document.upload'), ('document.issued'),
    ('payment.demand'), ('payment.payment'), ('payment.receipt'), ('notify.notice'), ('privacy.read_record'), ('registry.entry')
  ) t (name) loop
    execute format('alter table %s enable row level security', line.name);
    execute format('alter table %s force row level security', line.name);
    execute format('create policy office on %s to %I using (true) with check (true)', line.name, current_user);
  end loop;
end $$;

-- What somebody filed by a mandate is theirs only while they act by it.
create policy citizen on dossier.dossier to cqs_citizen using (
  (select platform.own_mandate()) is null and (
    owner_person_id = any ((select platform.own_persons())::uuid[])
    or mandate_id is null and (
      account_id = (select platform.own_account())
      or submitter_person_id = any ((select platform.own_persons())::uuid[])))
  or (select platform.own_mandate()) is not null
    and owner_person_id = any ((select platform.own_persons())::uuid[])
    and submitted_at >= (select platform.own_since())
    and ((select platform.own_procedures()) is null or procedure_id = any ((select platform.own_procedures())::uuid[])));
create policy official on dossier.dossier to cqs_official using (unit_ids operator(platform.&&&) (select platform.own_units()));

create policy drafter on dossier.draft to cqs_citizen, cqs_official using (
  account_id = (select platform.own_account()) and mandate_id is not distinct from (select platform.own_mandate()));
create policy own on dossier.queue to cqs_official using (account_id = (select platform.own_account()));

create policy of_dossier on dossier.act to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy of_dossier on dossier.supplement to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy of_dossier on dossier.paper_check to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy of_dossier on dossier.message to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));

create policy of_dossier on dossier.confirmation to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));

create policy of_case on document.paper to cqs_citizen, cqs_official using (
  exists (select from dossier.dossier d where d.id = owner) or exists (select from dossier.draft f where f.id = owner));
create policy of_case on document.file to cqs_citizen, cqs_official using (
  exists (select from dossier.dossier d where d.id = owner) or exists (select from dossier.draft f where f.id = owner));
create policy of_file on document.page to cqs_citizen, cqs_official
  using (exists (select from document.file f where f.id = file_id));
create policy uploader on document.upload to cqs_citizen, cqs_official using (begun_by = (select platform.own_account()));
-- Registers are printed for a unit.
create policy of_case on document.issued to cqs_citizen, cqs_official using (
  exists (select from dossier.dossier d where d.id = owner) or owner = any ((select platform.own_units())::uuid[]));

create policy of_dossier on payment.demand to cqs_citizen, cqs_official
  using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy of_demand on payment.payment to cqs_citizen, cqs_official
  using (exists (select from payment.demand d where d.id = demand_id));
create policy of_payment on payment.receipt to cqs_citizen, cqs_official
  using (exists (select from payment.payment p where p.id = payment_id));

create policy addressee on notify.notice to cqs_citizen, cqs_official
  using (person_id = (select platform.own_person()));

create policy concerned on privacy.read_record for select to cqs_citizen
  using (person_id = (select platform.own_person()));
create policy reader on privacy.read_record for select to cqs_official using (
  reader_account_id = (select platform.own_account())
  or person_id = (select platform.own_person())
  or exists (select from dossier.dossier d where d.id = subject_id));
create policy recorded on privacy.read_record for insert to cqs_visitor, cqs_citizen, cqs_official with check (true);

-- A result is entered in the register of the authority, which need not be the unit of who enters it.
create policy of_case on registry.entry to cqs_official using (
  unit_id = any ((select platform.own_units())::uuid[]) or exists (select from dossier.dossier d where d.id = subject));
create policy of_dossier on registry.entry for select to cqs_citizen
  using (exists (select from dossier.dossier d where d.id = subject));
