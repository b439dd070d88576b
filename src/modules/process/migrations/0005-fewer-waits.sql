-- A foreign key is checked by locking the row that it names. All starts of an office name the same two rows, which are
-- never changed or deleted: the locks cost a fifth of all starts and protect nothing.
alter table process.instance drop constraint instance_definition_id_fkey;
alter table process.instance drop constraint instance_placement_id_fkey;
comment on column process.instance.definition_id is 'The version that it runs on (process.definition, whose rows are never deleted)';
comment on column process.instance.placement_id is 'Which unit does what (process.placement, whose rows are never deleted)';

-- Most work is nobody's yet: only what somebody holds needs a place among their own.
drop index process.token_mine;
create index token_mine on process.token (assignee, due_at) where kind = 1 and assignee is not null;

-- Lets a statement judge itself, so that nobody has to wait for its answer.
create function process.insist(holds boolean, instance_id uuid) returns void language plpgsql as $$
begin
  if not holds then
    raise exception 'instance % lost tokens that a step was about to consume', instance_id;
  end if;
end $$;
comment on function process.insist is 'Fails when a step consumes a token that is gone';
