create table dossier.commonness (
  what text primary key,
  share real not null check (share > 0 and share <= 1)
);
comment on table dossier.commonness is 'How common search tokens and units are among dossiers, counted from a sample: tells which way of searching is cheap';
comment on column dossier.commonness.what is 'A search token as in dossier.tokens, or the id of a unit';
comment on column dossier.commonness.share is 'In which part of all dossiers it occurs; what is rarer than one in a thousand has no row';
