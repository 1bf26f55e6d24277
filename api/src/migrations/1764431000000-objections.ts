import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objections that came in the formal hearing, held against the themes of the consultation before it. */
export class Objections1764431000000 implements MigrationInterface {
  name = 'Objections1764431000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table objection (
        id uuid primary key,
        consultation_id uuid not null references consultation (id),
        -- The objection's own number in the municipality's records; nothing about who sent it.
        reference text not null,
        received_on date not null,
        -- Empty: about something that nobody said in the consultation.
        tag_ids uuid[] not null default '{}',
        created_at timestamptz not null,
        created_by uuid references account (id)
      );
      create unique index objection_reference_key on objection (consultation_id, lower(reference));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table objection');
  }
}
