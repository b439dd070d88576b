alter table openid.token add column mandate_id uuid;
comment on column openid.token.mandate_id is 'The mandate by which a grant lets a client act for somebody else (mandate.mandate); null when for who granted it';
