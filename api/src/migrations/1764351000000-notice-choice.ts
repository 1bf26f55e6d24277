import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices that wait for their mail; each person's choice of mails at once or gathered; and the list before closed days. */
export class NoticeChoice1764351000000 implements MigrationInterface {
  name = 'NoticeChoice1764351000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inbox_notice add column claimed_at timestamptz, add column mailed_at timestamptz;
      update inbox_notice set mailed_at = at;
      alter table inbox_notice drop constraint inbox_notice_kind_check;
      alter table inbox_notice add constraint inbox_notice_kind_check
        check (kind in ('assigned', 'warning-75', 'warning-90', 'breached', 'stand-in', 'escalated'));
      create index inbox_notice_unsent on inbox_notice (account_id) where mailed_at is null;

      create table inbox_preference (
        account_id uuid primary key references account (id),
        mail text not null check (mail in ('atOnce', 'digest'))
      );

      create table weekend_list (
        day date not null,
        account_id uuid not null references account (id),
        claimed_at timestamptz not null,
        mailed_at timestamptz,
        primary key (day, account_id)
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table weekend_list;
      drop table inbox_preference;
      drop index inbox_notice_unsent;
      delete from inbox_notice where kind = 'stand-in';
      alter table inbox_notice drop constraint inbox_notice_kind_check;
      alter table inbox_notice add constraint inbox_notice_kind_check
        check (kind in ('assigned', 'warning-75', 'warning-90', 'breached', 'escalated'));
      alter table inbox_notice drop column claimed_at, drop column mailed_at;`);
  }
}
