import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What networks count, day by day, and whether they tell us when somebody writes. */
export class ChannelNumbers1764452000000 implements MigrationInterface {
  name = 'ChannelNumbers1764452000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The last reading of each day. Networks change what they count: how it was counted then stands beside it.
      create table channel_number (
        subject_kind text not null check (subject_kind in ('account', 'post')),
        subject_id uuid not null,
        day date not null,
        metric text not null,
        definition text not null,
        value bigint not null,
        read_at timestamptz not null,
        primary key (subject_kind, subject_id, day, metric, definition)
      );
      alter table channel_account add column daily_at timestamptz;
      -- 'on', or why the network would not.
      alter table channel_account add column hints text;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table channel_account drop column hints; alter table channel_account drop column daily_at;
      drop table channel_number;`);
  }
}
