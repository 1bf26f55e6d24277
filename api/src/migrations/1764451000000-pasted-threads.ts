import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A time told from "2 d." is approximate, and an import can be taken back. */
export class PastedThreads1764451000000 implements MigrationInterface {
  name = 'PastedThreads1764451000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table comment add column upstream_approx boolean not null default false;
      create index comment_import on comment (import_id) where import_id is not null;
      alter table import drop constraint import_state_check;
      alter table import add constraint import_state_check
        check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'undone'));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table comment drop column upstream_approx;
      drop index comment_import;
      update import set state = 'done' where state = 'undone';
      alter table import drop constraint import_state_check;
      alter table import add constraint import_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled'));`);
  }
}
