import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of it all, told to everybody and by mail to who has asked; and each writer's choice of mails. */
export class Results1764360000000 implements MigrationInterface {
  name = 'Results1764360000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table result (
        consultation_id uuid primary key references consultation (id),
        intro text not null default '',
        themes jsonb not null default '[]',
        published_at timestamptz,
        published_by uuid references account (id),
        updated_at timestamptz not null,
        updated_by uuid references account (id),
        version integer not null default 1
      );

      alter table comment add column follow_answers boolean not null default true, add column follow_result boolean not null default false;
      create index comment_follows_result on comment (consultation_id) where follow_result;

      -- Who has been told of the result: a mail once, whatever becomes of the result afterwards.
      create table result_notice (
        comment_id uuid primary key references comment (id),
        mailed_at timestamptz not null
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table result_notice;
      drop index comment_follows_result;
      alter table comment drop column follow_answers, drop column follow_result;
      drop table result;`);
  }
}
