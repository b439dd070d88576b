create table process.call (
  definition_id uuid not null references process.definition,
  element_id text not null,
  called_id uuid not null references process.definition,
  primary key (definition_id, element_id)
);
comment on table process.call is 'Which version of another process a call activity calls: the latest when its own definition was deployed, for good';
comment on column process.call.definition_id is 'The caller';
comment on column process.call.element_id is 'Its call activity';
comment on column process.call.called_id is 'The process that is called';
comment on column process.definition.sha256 is 'Of the BPMN text and the versions that it calls: the same deployed again is the same version';
