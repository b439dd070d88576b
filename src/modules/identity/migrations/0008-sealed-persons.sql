-- What stood in columns of its own is moved into one object that the program seals before it serves the next page
-- (src/platform/vault/reseal.ts): until then the first byte says that it is not sealed yet.
alter table identity.person add column sealed bytea, add column personal_id_mac bytea unique;
update identity.person set sealed = '\x0000000000000000000000000000000000'::bytea || convert_to(jsonb_build_object(
  'fullName', full_name, 'bornOn', born_on, 'sex', sex, 'personalId', personal_id, 'ethnicity', ethnicity,
  'nationality', nationality, 'address', address, 'phone', phone, 'email', email,
  'organisationName', organisation_name, 'taxCode', tax_code)::text, 'UTF8');
alter table identity.person alter column sealed set not null,
  drop column full_name, drop column search_name, drop column born_on, drop column sex, drop column personal_id,
  drop column ethnicity, drop column nationality, drop column address, drop column phone, drop column email,
  drop column organisation_name, drop column tax_code;
comment on column identity.person.sealed is 'Everything that is known about the person, sealed under their own key';
comment on column identity.person.personal_id_mac is 'Keyed hash of the personal identification number, by which the person is found';

-- The account of a citizen is named by their number.
alter table identity.account add column sealed bytea;
update identity.account set
  sealed = '\x0000000000000000000000000000000000'::bytea || convert_to(jsonb_build_object('name', name)::text, 'UTF8'),
  name = 'unsealed-' || id
  where name ~ '^[0-9]+$';
comment on column identity.account.name is 'Name to sign in with; of citizens, whose name is their number, its keyed hash';
comment on column identity.account.sealed is 'The name of a citizen''s account, sealed under their key; null for others';

create index person_plain on identity.person (id) where get_byte(sealed, 0) = 0;
create index account_plain on identity.account (id) where get_byte(sealed, 0) = 0;
