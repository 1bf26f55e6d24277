import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening: templates, changes that the public sees, links for colleagues, who is editing, standard texts, what a case number looks like. */
export class Opening1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table consultation add column template_name text;
alter table organisation add column case_number_pattern text not null default '';

-- What the public was told after publication. Rows are only ever added.
create table consultation_change (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  changed_at timestamptz not null,
  changed_by uuid references account (id),
  fields text[] not null,
  old_closes_at timestamptz,
  new_closes_at timestamptz,
  reason text not null default ''
);
create index consultation_change_consultation_idx on consultation_change (consultation_id, changed_at);

-- Copied into consultations, never referred to by them.
create table consultation_template (
  id uuid primary key,
  name text not null,
  description text not null default '',
  period_days integer,
  input jsonb not null,
  created_by uuid references account (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1
);
create unique index consultation_template_name_key on consultation_template (lower(name)) where archived_at is null;

create table preview_link (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  token_hash bytea not null,
  created_by uuid references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index preview_link_token_key on preview_link (token_hash);
create index preview_link_consultation_idx on preview_link (consultation_id);

-- Who has the editor open; a mark older than a few seconds counts for nothing.
create table consultation_presence (
  consultation_id uuid not null references consultation (id),
  account_id uuid not null references account (id),
  field text,
  last_seen timestamptz not null,
  primary key (consultation_id, account_id)
);

create table text_preset (
  id uuid primary key,
  kind text not null check (kind in ('legalBasis', 'privacyNotice')),
  name text not null,
  text text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
insert into text_preset (id, kind, name, text, created_at, updated_at) values
  ('01939000-0000-7000-8000-000000000001', 'legalBasis', 'Frivillig forhøring',
   'Frivillig forhøring. Kommunen har selv besluttet at spørge borgerne, før der bliver lavet et forslag (planloven § 1, stk. 2, nr. 6). Den formelle høring kommer senere.',
   '2026-11-24T00:00:01Z', '2026-11-24T00:00:01Z'),
  ('01939000-0000-7000-8000-000000000002', 'legalBasis', 'Debatperiode efter kommunens politik for inddragelse',
   'Debatperiode efter kommunens politik for inddragelse af borgerne. Den formelle høring kommer senere.',
   '2026-11-24T00:00:02Z', '2026-11-24T00:00:02Z'),
  ('01939000-0000-7000-8000-000000000003', 'legalBasis', 'Anden hjemmel',
   'Forhøringen sker efter [lov og paragraf]. Den formelle høring kommer senere.',
   '2026-11-24T00:00:03Z', '2026-11-24T00:00:03Z');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table text_preset;
drop table consultation_presence;
drop table preview_link;
drop table consultation_template;
drop table consultation_change;
alter table organisation drop column case_number_pattern;
alter table consultation drop column template_name;`);
  }
}
