import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The municipality's library of answers, and which sent answers came from it. */
export class SavedAnswers1764441000000 implements MigrationInterface {
  name = 'SavedAnswers1764441000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_answer (
        id uuid primary key,
        title text not null,
        text text not null,
        -- Null: for all departments.
        department_id uuid references department (id),
        owner_id uuid not null references account (id),
        review_on date not null,
        verified_at timestamptz,
        verified_by uuid references account (id),
        retired_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        check ((verified_at is null) = (verified_by is null))
      );
      -- One of a title in a department; also what keeps a double click to one.
      create unique index saved_answer_title on saved_answer (lower(title), coalesce(department_id, '00000000-0000-0000-0000-000000000000'))
        where retired_at is null;

      -- How often one is used is counted on the answers that were sent, and nowhere else.
      alter table answer add column saved_answer_id uuid references saved_answer (id);
      create index answer_from on answer (saved_answer_id) where saved_answer_id is not null;
      alter table inbox_draft add column saved_answer_id uuid references saved_answer (id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inbox_draft drop column saved_answer_id;
      alter table answer drop column saved_answer_id;
      drop table saved_answer;`);
  }
}
