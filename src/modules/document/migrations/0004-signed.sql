alter table document.issued
  add column signing jsonb,
  add column stage int not null default 0 check (stage between 0 and 4),
  add column stage_key text,
  add column stage_at timestamptz,
  add check ((stage = 0) = (stage_key is null)),
  add check ((stage = 0) = (stage_at is null));
comment on column document.issued.signing is 'Who signs and seals it: unitId, and for results accountId; null is nobody';
comment on column document.issued.stage is 'How far it is on its way from print to file: 1 printed, then one more for each signature';
comment on column document.issued.stage_key is 'Key of the PDF as that stage left it';
comment on column document.issued.stage_at is 'When that was; the next stage signs with this time, so that doing it again signs the same bytes';
