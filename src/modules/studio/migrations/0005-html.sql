alter table studio.staged drop constraint staged_kind_check;
alter table studio.staged add constraint staged_kind_check check (kind in ('JSON', 'DOCX', 'HTML'));
comment on column studio.staged.kind is 'What it is: JSON of the national portal, a Word file, or a page of HTML';
