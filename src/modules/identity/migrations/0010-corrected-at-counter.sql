alter table identity.national_difference add column by_account uuid references identity.account;
comment on table identity.national_difference is 'Where the national identity, or a card that was shown at the counter, told something else than we knew; theirs counts from then on';
comment on column identity.national_difference.by_account is 'Official who corrected it by the card; null when the national identity told it';
comment on column identity.national_difference.sealed is 'What we knew before and what the national identity or the card told, sealed under the person''s key';
