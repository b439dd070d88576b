create schema document;
comment on schema document is 'Papers that people hand in, and papers that offices issue';

create table document.paper (
  owner uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  revision int not null default 1,
  bound_revision int,
  bound_key text,
  bound_sha256 text,
  bound_pages int,
  bound_size int,
  bound_at timestamptz,
  tried_at timestamptz,
  attempts int not null default 0,
  primary key (owner, code),
  check ((bound_revision is null) = (bound_key is null))
);
comment on table document.paper is 'One paper of a draft or dossier: its files bound into one PDF';
comment on column document.paper.owner is 'The draft or dossier that it belongs to';
comment on column document.paper.code is 'Code of the paper in its procedure';
comment on column document.paper.revision is 'Counts the changes to its files and pages; also the row that changes lock';
comment on column document.paper.bound_revision is 'The revision that was bound; the PDF is current when it equals revision';
comment on column document.paper.bound_key is 'Key of the bound PDF in the store of files';
comment on column document.paper.bound_sha256 is 'SHA-256 of the bound PDF, listed on the receipt';
comment on column document.paper.bound_pages is 'Pages of the bound PDF, listed on the receipt';
comment on column document.paper.bound_size is 'Bytes of the bound PDF';
comment on column document.paper.bound_at is 'When it was bound';
comment on column document.paper.tried_at is 'When binding was last begun';
comment on column document.paper.attempts is 'How often binding of this revision was begun';

create table document.file (
  id uuid primary key,
  owner uuid not null,
  paper text not null,
  position int not null,
  name text not null check (length(name) between 1 and 200),
  size int not null check (size >= 0),
  key text,
  sha256 text,
  medium text,
  state text not null check (state in ('uploaded', 'checking', 'ready', 'rejected')),
  spoiled text,
  pages_key text,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  tried_at timestamptz,
  attempts int not null default 0,
  filed boolean not null default false,
  removed_at timestamptz,
  foreign key (owner, paper) references document.paper (owner, code),
  check ((state = 'rejected') = (spoiled is not null)),
  check ((state = 'ready') = (pages_key is not null))
);
comment on table document.file is 'Files as they were handed in, in the order in which they make a paper';
comment on column document.file.id is 'UUIDv7';
comment on column document.file.owner is 'The draft or dossier that it belongs to';
comment on column document.file.paper is 'Code of the paper that it belongs to';
comment on column document.file.position is 'Place among the files of the paper';
comment on column document.file.name is 'Name that it had with the sender; shown, never trusted';
comment on column document.file.size is 'Bytes of the original';
comment on column document.file.key is 'Key of the original in the store of files; null when it was too large to keep';
comment on column document.file.sha256 is 'SHA-256 of the original';
comment on column document.file.medium is 'What it is by its content: jpeg, png, webp, avif, heic, pdf, docx';
comment on column document.file.state is 'uploaded: waits to be checked; checking; ready; rejected';
comment on column document.file.spoiled is 'Why it was rejected: a refusal code without its module';
comment on column document.file.pages_key is 'Key of the cleaned pages as a PDF';
comment on column document.file.uploaded_at is 'When it came in';
comment on column document.file.uploaded_by is 'Account that sent it';
comment on column document.file.tried_at is 'When checking was last begun';
comment on column document.file.attempts is 'How often checking was begun';
comment on column document.file.filed is 'Whether it was ever handed in; such a file is kept when it is replaced';
comment on column document.file.removed_at is 'When a filed file was taken out or replaced';

create index on document.file (owner, paper) where removed_at is null;
create index on document.file (uploaded_at) where state in ('uploaded', 'checking');
create index on document.file (uploaded_by, tried_at);
create index on document.paper (tried_at) where bound_revision is distinct from revision;

create table document.received (
  account_id uuid not null,
  on_day date not null,
  bytes bigint not null check (bytes >= 0),
  primary key (account_id, on_day)
);
comment on table document.received is 'How much each account uploaded on a day, also of what it removed again: the limit of a day counts by it';
comment on column document.received.account_id is 'Who sent it (identity.account)';
comment on column document.received.on_day is 'Day in Vietnam';
comment on column document.received.bytes is 'Bytes of originals that were kept';

create table document.page (
  file_id uuid not null references document.file (id) on delete cascade,
  no int not null check (no > 0),
  turn int not null default 0 check (turn in (0, 90, 180, 270)),
  dropped boolean not null default false,
  doubt text check (doubt in ('blank', 'dark', 'blurred')),
  confirmed_at timestamptz,
  preview_key text,
  primary key (file_id, no)
);
comment on table document.page is 'Pages of a file';
comment on column document.page.file_id is 'The file';
comment on column document.page.no is 'Place in the file, from 1';
comment on column document.page.turn is 'Degrees clockwise by which a person turned it';
comment on column document.page.dropped is 'Left out of the bound paper by a person';
comment on column document.page.doubt is 'Why it may be unreadable';
comment on column document.page.confirmed_at is 'When a person said that it can be read all the same';
comment on column document.page.preview_key is 'Key of a small picture of it';

create table document.upload (
  id uuid primary key,
  owner uuid not null,
  paper text not null,
  name text not null,
  size int not null check (size > 0),
  received int not null default 0 check (received between 0 and size),
  parts text[] not null default '{}',
  begun_at timestamptz not null,
  begun_by uuid not null
);
comment on table document.upload is 'Uploads that arrive in parts (tus protocol) until they are whole or a day old';
comment on column document.upload.id is 'UUIDv7, part of the address of the upload';
comment on column document.upload.owner is 'The draft or dossier that it is for';
comment on column document.upload.paper is 'Code of the paper that it is for';
comment on column document.upload.name is 'Name that the file had with the sender';
comment on column document.upload.size is 'Bytes that will come';
comment on column document.upload.received is 'Bytes that came';
comment on column document.upload.parts is 'Keys of the parts in the store of files, in order';
comment on column document.upload.begun_at is 'When it began';
comment on column document.upload.begun_by is 'Account that sends it';

create table document.issued (
  id uuid primary key,
  owner uuid not null,
  kind text not null,
  title text not null check (length(title) between 1 and 300),
  issuer text not null check (length(issuer) between 1 and 300),
  number text,
  template text,
  assets jsonb not null default '{}',
  data jsonb not null,
  code text not null unique,
  state text not null check (state in ('waiting', 'printed', 'failed')),
  fault text,
  next_try_at timestamptz,
  attempts int not null default 0,
  requested_at timestamptz not null,
  requested_by uuid not null,
  printed_at timestamptz,
  key text,
  sha256 text,
  pages int,
  size int,
  check ((state = 'printed') = (key is not null))
);
comment on table document.issued is 'Papers that offices issue: printed from a template and data, never changed afterwards';
comment on column document.issued.id is 'UUIDv7';
comment on column document.issued.owner is 'The dossier that it belongs to';
comment on column document.issued.kind is 'A standard form (MAU_01 … CT06) or RESULT';
comment on column document.issued.title is 'What people call it; holds no personal data';
comment on column document.issued.issuer is 'Office that issues it';
comment on column document.issued.number is 'Number and symbol';
comment on column document.issued.template is 'Typst source of a result; null for standard forms';
comment on column document.issued.assets is 'Further sources that the template imports, by name';
comment on column document.issued.data is 'What is printed';
comment on column document.issued.code is 'Verification code that is printed on it';
comment on column document.issued.state is 'waiting, printed, or failed: then an official has it printed again';
comment on column document.issued.fault is 'Why the last attempt failed';
comment on column document.issued.next_try_at is 'Not printed before this: an attempt is under way, or one failed and the next waits';
comment on column document.issued.attempts is 'How often printing was begun';
comment on column document.issued.requested_at is 'When it was asked for';
comment on column document.issued.requested_by is 'Account that asked for it';
comment on column document.issued.printed_at is 'When it was printed';
comment on column document.issued.key is 'Key of the PDF in the store of files';
comment on column document.issued.sha256 is 'SHA-256 of the PDF; finds it when somebody has the file verified';
comment on column document.issued.pages is 'Pages of the PDF';
comment on column document.issued.size is 'Bytes of the PDF';

create index on document.issued (owner);
create index on document.issued (sha256);
create index on document.issued (requested_at) where state = 'waiting';
create index issued_failed on document.issued (owner) where state = 'failed';
