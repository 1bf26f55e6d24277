import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which conversation open. */
export class InboxReaders1764435000000 implements MigrationInterface {
  name = 'InboxReaders1764435000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table inbox_reader (
        conversation_id uuid not null references conversation (id),
        account_id uuid not null references account (id),
        last_seen timestamptz not null,
        primary key (conversation_id, account_id)
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table inbox_reader');
  }
}
