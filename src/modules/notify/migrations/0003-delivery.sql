-- What goes out of the house: by mail, text message, Zalo and push (decision 41).
create table notify.rule (
  id uuid primary key,
  kind text not null check (kind in ('quiet-hours', 'digest', 'sms-letters', 'event')),
  subject text not null default '',
  effective_from date not null,
  content jsonb not null,
  source text not null check (source <> ''),
  made_by uuid,
  made_at timestamptz not null,
  unique (kind, subject, effective_from)
);
comment on table notify.rule is 'How people are told, from a day on';
comment on column notify.rule.kind is 'Quiet hours, hour of the digest, letters of text messages, or how an event is told';
comment on column notify.rule.subject is 'For an event the beginning of its name: dossier, dossier.supplement; else empty';
comment on column notify.rule.effective_from is 'First day';
comment on column notify.rule.content is 'What holds';
comment on column notify.rule.source is 'By which document or decision';
comment on column notify.rule.made_by is 'Account that wrote it; null for what comes along';
comment on column notify.rule.made_at is 'When it was written';

create table notify.service (
  id uuid primary key,
  name text not null check (name <> ''),
  daily_limit integer not null check (daily_limit between 1 and 10000000),
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index service_name on notify.service (name) where ended_at is null;
comment on table notify.service is 'A service of another agency that sends its messages through this installation';
comment on column notify.service.name is 'How administrators call it';
comment on column notify.service.daily_limit is 'Messages a day';
comment on column notify.service.sealed is 'Where and with which token it is told of deliveries; sealed under its own key';
comment on column notify.service.made_by is 'Account that registered it';
comment on column notify.service.made_at is 'When';
comment on column notify.service.ended_at is 'Since when it may send no more';

create table notify.service_key (
  id uuid primary key,
  service_id uuid not null references notify.service,
  name text not null check (name <> ''),
  kind text not null check (kind in ('normal', 'test')),
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create index on notify.service_key (service_id);
comment on table notify.service_key is 'A key by which a service proves itself';
comment on column notify.service_key.service_id is 'Of which service';
comment on column notify.service_key.name is 'How the administrator calls it';
comment on column notify.service_key.kind is 'normal sends; test accepts and sends nothing';
comment on column notify.service_key.sealed is 'The secret: HMAC needs it readable; sealed under the key of the service';
comment on column notify.service_key.made_by is 'Account that made it';
comment on column notify.service_key.made_at is 'When';
comment on column notify.service_key.ended_at is 'Since when it proves nothing';

create table notify.template (
  id uuid primary key,
  service_id uuid references notify.service,
  event text,
  channel text not null check (channel in ('mail', 'sms', 'zns', 'push')),
  name text not null check (name <> ''),
  made_at timestamptz not null,
  check ((service_id is null) <> (event is null))
);
create unique index template_event on notify.template (event, channel) where event is not null;
create index on notify.template (service_id);
comment on table notify.template is 'Words of one kind of message for one channel';
comment on column notify.template.service_id is 'Of which service; null for our own events';
comment on column notify.template.event is 'Beginning of the event that it tells: *, dossier, dossier.supplement';
comment on column notify.template.channel is 'For which channel';
comment on column notify.template.name is 'How administrators call it';
comment on column notify.template.made_at is 'When it was begun';

create table notify.template_version (
  template_id uuid not null references notify.template,
  version integer not null check (version > 0),
  effective_at timestamptz not null,
  content jsonb not null,
  reason text not null check (reason <> ''),
  made_by uuid,
  made_at timestamptz not null,
  primary key (template_id, version)
);
comment on table notify.template_version is 'A template as it holds from an instant on; never changed';
comment on column notify.template_version.template_id is 'Of which template';
comment on column notify.template_version.version is 'Counted from 1';
comment on column notify.template_version.effective_at is 'Since when it is used';
comment on column notify.template_version.content is 'By language: subject and body with ((fields)); for Zalo the id of the template and its parameters';
comment on column notify.template_version.reason is 'Why it was changed';
comment on column notify.template_version.made_by is 'Account that wrote it; null for what comes along';
comment on column notify.template_version.made_at is 'When';

create table notify.message (
  id uuid primary key,
  person_id uuid,
  service_id uuid references notify.service,
  notice_id uuid references notify.notice,
  event text not null,
  template_id uuid references notify.template,
  template_version integer,
  lang text not null default 'vi' check (lang in ('vi', 'en')),
  reference text,
  is_test boolean not null default false,
  is_mandatory boolean not null default false,
  state text not null check (state in
    ('new', 'held', 'waiting', 'claimed', 'handing', 'sent', 'delivered', 'failed', 'dead', 'unknown', 'dropped')),
  channels text[] not null default '{}',
  channel text,
  attempt integer not null default 0,
  sealed bytea,
  due_at timestamptz not null,
  lease_until timestamptz,
  provider_ref text,
  fault text,
  parts integer,
  created_at timestamptz not null,
  sent_at timestamptz,
  completed_at timestamptz,
  check ((person_id is null) <> (service_id is null))
);
create index message_new on notify.message (due_at) where state = 'new';
create index message_held on notify.message (due_at) where state = 'held';
create index message_waiting on notify.message (channel, due_at) where state = 'waiting';
create index message_leased on notify.message (lease_until) where state in ('claimed', 'handing');
create index message_stuck on notify.message (created_at) where state in ('failed', 'dead', 'unknown');
create index message_of_service on notify.message (service_id, created_at desc, id desc) where service_id is not null;
create index message_of_person on notify.message (person_id, created_at desc) where person_id is not null;
create index message_by_provider on notify.message (provider_ref) where provider_ref is not null;
comment on table notify.message is 'One message on its way out, born with the act that it tells of';
comment on column notify.message.person_id is 'To whom, of our own people';
comment on column notify.message.service_id is 'For which service it is sent';
comment on column notify.message.notice_id is 'What stands in the inbox about the same';
comment on column notify.message.event is 'What happened';
comment on column notify.message.template_id is 'In which words, when a service sends it';
comment on column notify.message.template_version is 'In which version of them';
comment on column notify.message.lang is 'In which language';
comment on column notify.message.reference is 'What the service calls it';
comment on column notify.message.is_test is 'Accepted under a test key: it is not sent';
comment on column notify.message.is_mandatory is 'Nobody can switch it off';
comment on column notify.message.state is 'new: to be planned; held: waits for the digest; waiting; claimed; handing: on the wire; unknown: nobody knows whether it went out';
comment on column notify.message.channels is 'By which channels it is tried after this one';
comment on column notify.message.channel is 'By which channel it goes now';
comment on column notify.message.attempt is 'Which try on this channel';
comment on column notify.message.sealed is 'Addresses and what is put into the template; sealed under the key of the person or service';
comment on column notify.message.due_at is 'Not before';
comment on column notify.message.lease_until is 'Until when the worker that took it may keep it';
comment on column notify.message.provider_ref is 'What the provider calls it';
comment on column notify.message.fault is 'What went wrong last, without addresses';
comment on column notify.message.parts is 'How many text messages it was';
comment on column notify.message.created_at is 'When it was accepted';
comment on column notify.message.sent_at is 'When the provider took it';
comment on column notify.message.completed_at is 'When it was delivered, or given up';

create table notify.attempt (
  id uuid primary key,
  message_id uuid not null references notify.message,
  channel text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  code text
);
create index on notify.attempt (message_id);
comment on table notify.attempt is 'One try to hand a message to a provider: written before the wire and after it';
comment on column notify.attempt.message_id is 'Of which message';
comment on column notify.attempt.channel is 'By which channel';
comment on column notify.attempt.begun_at is 'Before the first byte went out';
comment on column notify.attempt.ended_at is 'When the outcome was known; null when the worker died before';
comment on column notify.attempt.outcome is 'sent, refused, later, unknown';
comment on column notify.attempt.code is 'What the provider answered';

create table notify.preference (
  person_id uuid primary key,
  lang text not null check (lang in ('vi', 'en')),
  channels text[] not null,
  is_digest boolean not null,
  muted text[] not null,
  changed_at timestamptz not null
);
comment on table notify.preference is 'How a person wants to be told';
comment on column notify.preference.person_id is 'Who';
comment on column notify.preference.lang is 'In which language';
comment on column notify.preference.channels is 'By which channels, the first one first';
comment on column notify.preference.is_digest is 'What is not urgent comes once a day';
comment on column notify.preference.muted is 'Topics that stay in the inbox only';
comment on column notify.preference.changed_at is 'When it was chosen';

create table notify.push_subscription (
  id uuid primary key,
  person_id uuid not null,
  endpoint_mac bytea not null unique,
  sealed bytea not null,
  created_at timestamptz not null
);
create index on notify.push_subscription (person_id);
comment on table notify.push_subscription is 'A browser that shows messages (Push API); forgotten when the push service no longer knows it';
comment on column notify.push_subscription.person_id is 'Whose browser';
comment on column notify.push_subscription.endpoint_mac is 'Keyed hash by which one browser is kept once';
comment on column notify.push_subscription.sealed is 'Address and keys of the browser, sealed under the key of the person';
comment on column notify.push_subscription.created_at is 'Since when';

create table notify.dead_address (
  channel text not null,
  mac bytea not null,
  code text not null,
  since timestamptz not null,
  primary key (channel, mac)
);
comment on table notify.dead_address is 'Addresses that do not exist, as their servers said; not written to any more';
comment on column notify.dead_address.channel is 'mail or sms';
comment on column notify.dead_address.mac is 'Keyed hash of the address';
comment on column notify.dead_address.code is 'What the server said';
comment on column notify.dead_address.since is 'When';

create table notify.channel (
  name text primary key check (name in ('mail', 'sms', 'zns', 'push')),
  per_second integer not null check (per_second between 1 and 100000),
  tokens double precision not null,
  refilled_at timestamptz not null,
  failures integer not null default 0,
  rest_until timestamptz
);
insert into notify.channel (name, per_second, tokens, refilled_at) values
  ('mail', 100, 100, now()), ('sms', 30, 30, now()), ('zns', 20, 20, now()), ('push', 200, 200, now());
comment on table notify.channel is 'Standing of a channel for all workers together';
comment on column notify.channel.name is 'Which channel';
comment on column notify.channel.per_second is 'How many messages its provider takes a second';
comment on column notify.channel.tokens is 'How many may go at once now';
comment on column notify.channel.refilled_at is 'Since when tokens come back';
comment on column notify.channel.failures is 'How often in a row the provider was away';
comment on column notify.channel.rest_until is 'Until when it is left in peace';

create table notify.channel_secret (
  name text primary key,
  sealed bytea not null,
  renewed_at timestamptz not null
);
comment on table notify.channel_secret is 'Tokens that a provider renews (Zalo: each renewal token works once)';
comment on column notify.channel_secret.name is 'Which';
comment on column notify.channel_secret.sealed is 'Sealed under a key of the installation';
comment on column notify.channel_secret.renewed_at is 'When';

create table notify.service_day (
  service_id uuid not null references notify.service,
  on_day date not null,
  shard smallint not null,
  n integer not null,
  primary key (service_id, on_day, shard)
);
comment on table notify.service_day is 'How many messages a service sent on a day, in parts so that senders do not wait for each other';
comment on column notify.service_day.service_id is 'Which service';
comment on column notify.service_day.on_day is 'On which day';
comment on column notify.service_day.shard is 'Which part of the count';
comment on column notify.service_day.n is 'How many';

create table notify.callback (
  id uuid primary key,
  service_id uuid not null references notify.service,
  message_id uuid not null references notify.message,
  status text not null,
  attempts integer not null default 0,
  due_at timestamptz,
  fault text,
  created_at timestamptz not null
);
create index callback_due on notify.callback (due_at) where due_at is not null;
comment on table notify.callback is 'That a service is to be told what became of its message';
comment on column notify.callback.service_id is 'Whom to tell';
comment on column notify.callback.message_id is 'Of which message';
comment on column notify.callback.status is 'What became of it, in the words of the interface';
comment on column notify.callback.attempts is 'How often it was tried';
comment on column notify.callback.due_at is 'When it is tried next; null when told or given up';
comment on column notify.callback.fault is 'What went wrong last';
comment on column notify.callback.created_at is 'When it became known';

create table notify.received_text (
  id uuid primary key,
  service_id uuid not null references notify.service,
  sealed bytea not null,
  received_at timestamptz not null
);
create index on notify.received_text (service_id, received_at desc, id desc);
comment on table notify.received_text is 'A text message that somebody sent to a service';
comment on column notify.received_text.service_id is 'To which service';
comment on column notify.received_text.sealed is 'From and to which number, and its words; sealed under the key of the service';
comment on column notify.received_text.received_at is 'When';

-- Decision 27: a person sees their own, administrators work beyond the line with a reason in the statement.
do $$
declare owned text;
begin
  foreach owned in array array['notify.message', 'notify.attempt', 'notify.preference', 'notify.push_subscription'] loop
    execute format('alter table %s enable row level security', owned);
    execute format('alter table %s force row level security', owned);
    execute format('create policy office on %s to %I using (true) with check (true)', owned, current_user);
  end loop;
end $$;
create policy addressee on notify.message to cqs_citizen, cqs_official using (person_id = (select platform.own_person()));
create policy of_message on notify.attempt to cqs_citizen, cqs_official
  using (exists (select from notify.message m where m.id = message_id));
create policy own on notify.preference to cqs_citizen, cqs_official using (person_id = (select platform.own_person()));
create policy own on notify.push_subscription to cqs_citizen, cqs_official using (person_id = (select platform.own_person()));
