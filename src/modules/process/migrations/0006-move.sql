comment on column process.step.deeds is 'What happened, in order: 0 started, 1 entered, 2 left, 3 ended, 4 caught, 5 interrupted, 6 jumped, 7 closed, 8 suspended, 9 resumed, 10 moved to another version';
comment on column process.instance.definition_id is 'The version that it runs on (process.definition, whose rows are never deleted); a move to another is a step of the history';
