import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is away on which days. */
export class Leave1764434000000 implements MigrationInterface {
  name = 'Leave1764434000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table staff_leave (
        id uuid primary key,
        account_id uuid not null references account (id),
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        -- When what the person had open was given to others: on the first day, once.
        handed_over_at timestamptz
      );
      create index staff_leave_of on staff_leave (account_id, ends_on);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table staff_leave');
  }
}
