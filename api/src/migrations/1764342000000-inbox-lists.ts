import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index for each list of the inbox, in its order; and one that finds the few comments that nobody can see. */
export class InboxLists1764342000000 implements MigrationInterface {
  name = 'InboxLists1764342000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index conversation_owner;
      create index conversation_owner on conversation (owner_id, (coalesce(promised_at, due_at)), id) where state in ('new', 'assigned', 'waiting');
      create index conversation_department on conversation (department_id, (coalesce(promised_at, due_at)), id) where state in ('new', 'assigned');
      create index conversation_nobodys on conversation ((coalesce(promised_at, due_at)), id) where state in ('new', 'assigned') and owner_id is null;
      create index conversation_waiting on conversation ((coalesce(promised_at, due_at)), id) where state = 'waiting';
      create index comment_gone on comment (id) where state in ('hidden', 'withdrawn');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index comment_gone;
      drop index conversation_waiting;
      drop index conversation_nobodys;
      drop index conversation_department;
      drop index conversation_owner;
      create index conversation_owner on conversation (owner_id) where state in ('new', 'assigned', 'waiting');`);
  }
}
