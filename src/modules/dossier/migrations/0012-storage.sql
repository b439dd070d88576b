-- Lists look through the tokens and labels of many rows: they stay in the row, and what a dossier says in full lies beside.
alter table dossier.dossier
  alter column content set storage external,
  alter column label set storage main,
  alter column tokens set storage main;
