-- What tells about people is moved into objects that the program seals before it serves the next page
-- (src/platform/vault/reseal.ts): until then their first byte says that they are not sealed yet.
create function dossier.unsealed(content jsonb) returns bytea language sql immutable as $$
  select '\x0000000000000000000000000000000000'::bytea || convert_to(content::text, 'UTF8')
$$;

alter table dossier.draft add column sealed bytea;
update dossier.draft set sealed = dossier.unsealed(jsonb_build_object('answers', answers, 'typed', typed));
alter table dossier.draft drop column answers, drop column typed;
comment on column dossier.draft.sealed is 'Answers by question and what was typed, sealed under the key of who hands it in; null while nothing is known';
create index draft_plain on dossier.draft (id) where get_byte(sealed, 0) = 0;

alter table dossier.dossier add column label bytea, add column content bytea, add column tokens tsvector not null default '';
update dossier.dossier set
  label = dossier.unsealed(jsonb_build_object('ownerName', owner_name, 'abstract', abstract)),
  content = dossier.unsealed(jsonb_build_object('answers', answers, 'deliveryAddress', delivery_address, 'proposalWords', proposal_words));
alter table dossier.dossier alter column label set not null, alter column content set not null,
  drop column owner_name, drop column abstract, drop column search_key, drop column answers,
  drop column delivery_address, drop column proposal_words;
comment on column dossier.dossier.label is 'Whom it concerns and what it is about, sealed under the key of that person: what lists show';
comment on column dossier.dossier.content is 'Answers, address of delivery and words of the proposal, sealed under the same key';
comment on column dossier.dossier.tokens is 'Keyed hashes of the parts of code, name and abstract by which lists are searched';
create index dossier_tokens on dossier.dossier using gin (tokens) with (gin_pending_list_limit = 256);
create index dossier_label_plain on dossier.dossier (id) where get_byte(label, 0) = 0;
create index dossier_content_plain on dossier.dossier (id) where get_byte(content, 0) = 0;

-- Acts are never changed. Sealing one under another key changes no word of it, and the public ledger would show any other change.
create or replace function dossier.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('vault.resealing', true) = 'on'
     and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
    return new;
  end if;
  raise exception 'acts are never changed';
end $$;
alter table dossier.act disable trigger act_append_only;
alter table dossier.act add column sealed bytea;
update dossier.act set sealed = dossier.unsealed(jsonb_build_object('actorName', actor_name, 'words', words, 'facts', facts));
alter table dossier.act alter column sealed set not null, drop column actor_name, drop column words, drop column facts;
alter table dossier.act enable trigger act_append_only;
comment on column dossier.act.sealed is 'Name of the actor, words and facts of the act, sealed under the key of the person whom the dossier concerns';
create index act_plain on dossier.act (dossier_id) where get_byte(sealed, 0) = 0;

alter table dossier.message add column sealed bytea;
update dossier.message set sealed = dossier.unsealed(jsonb_build_object('fromName', from_name, 'words', words));
alter table dossier.message alter column sealed set not null, drop column from_name, drop column words;
comment on column dossier.message.sealed is 'Who wrote and what, sealed under the key of the person whom the dossier concerns';
create index message_plain on dossier.message (id) where get_byte(sealed, 0) = 0;

alter table dossier.supplement add column sealed bytea;
update dossier.supplement set sealed = dossier.unsealed(jsonb_build_object('items', items, 'words', words));
alter table dossier.supplement alter column sealed set not null, drop column items, drop column words;
comment on column dossier.supplement.sealed is 'What is asked for and the words to it, sealed under the key of the person whom the dossier concerns';
create index supplement_plain on dossier.supplement (id) where get_byte(sealed, 0) = 0;

alter table dossier.paper_check add column sealed bytea;
update dossier.paper_check set sealed = dossier.unsealed(jsonb_build_object('words', words));
alter table dossier.paper_check alter column sealed set not null, drop column words;
comment on column dossier.paper_check.sealed is 'Words to the verdict, sealed under the key of the person whom the dossier concerns';
create index paper_check_plain on dossier.paper_check (dossier_id) where get_byte(sealed, 0) = 0;
