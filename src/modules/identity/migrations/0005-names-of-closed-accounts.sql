-- A citizen's name is their number. An account that somebody else opened with it and that was closed must not keep the
-- right person from having one; names of officials are never given to another.
alter table identity.account drop constraint account_name_key;
create unique index account_name on identity.account (name) where closed_at is null or kind <> 'citizen';
comment on column identity.account.name is 'What is typed to sign in, lower case; single among officials for ever, among citizens while their accounts are open';
