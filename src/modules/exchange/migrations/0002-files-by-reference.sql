create table exchange.outgoing_file (
  message_id uuid not null references exchange.outgoing,
  place int not null check (place between 0 and 69),
  file_key text not null,
  primary key (message_id, place)
);
comment on table exchange.outgoing_file is 'Files that a message only names: the other installation fetches them while the message is on its way';
comment on column exchange.outgoing_file.message_id is 'The message that names it';
comment on column exchange.outgoing_file.place is 'Which of the papers of the message, from 0';
comment on column exchange.outgoing_file.file_key is 'The file in the store';

create table exchange.brought (
  address text not null,
  message_id uuid not null,
  place int not null check (place between 0 and 69),
  file_key text not null,
  brought_at timestamptz not null,
  primary key (address, message_id, place)
);
create index on exchange.brought (brought_at);
comment on table exchange.brought is 'Files that were fetched for a message which is not applied yet';
comment on column exchange.brought.address is 'The installation that sends the message';
comment on column exchange.brought.message_id is 'Its id there';
comment on column exchange.brought.place is 'Which of the papers of the message, from 0';
comment on column exchange.brought.file_key is 'The file in the store, with the hash that the message names';
comment on column exchange.brought.brought_at is 'When it was fetched';
