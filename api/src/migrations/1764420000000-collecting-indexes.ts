import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Is it here already?" is asked for each comment that is collected. What citizens write on the page is in neither index. */
export class CollectingIndexes1764420000000 implements MigrationInterface {
  name = 'CollectingIndexes1764420000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index comment_external on comment (consultation_id, external_id) where external_id is not null;
      create index comment_by_text on comment (consultation_id, text_hash) where external_id is null and channel <> 'web';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index comment_external; drop index comment_by_text;');
  }
}
