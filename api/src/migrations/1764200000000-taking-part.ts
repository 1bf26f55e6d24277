import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a citizen can say besides the text, and what the private link can change afterwards. */
export class TakingPart1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table comment
  add column language text not null default 'da' check (language in ('da', 'en')),
  add column speaks_as text not null default 'private' check (speaks_as in ('private', 'association', 'company', 'authority', 'council')),
  add column organisation text,
  add column name_protected boolean not null default false,
  add column show_name boolean not null default true,
  add column place text,
  -- Like public_text: the only place that public outputs read.
  add column public_place text,
  add column question_answers jsonb not null default '[]',
  add column edited_at timestamptz,
  add constraint comment_public_place_check check (state = 'public' or public_place is null);

-- Words that the citizen has replaced. The first one is what was received; none is ever changed or deleted.
create table comment_version (
  comment_id uuid not null references comment (id),
  version_number integer not null,
  text text not null,
  author_name text,
  findings jsonb not null,
  replaced_at timestamptz not null,
  primary key (comment_id, version_number)
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table comment_version;
alter table comment
  drop column language, drop column speaks_as, drop column organisation, drop column name_protected, drop column show_name,
  drop column place, drop column public_place, drop column question_answers, drop column edited_at;`);
  }
}
