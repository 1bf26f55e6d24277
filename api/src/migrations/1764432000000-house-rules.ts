import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the municipality adds to the house rules in its own words. */
export class HouseRules1764432000000 implements MigrationInterface {
  name = 'HouseRules1764432000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table organisation add column house_rules text not null default ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table organisation drop column house_rules');
  }
}
