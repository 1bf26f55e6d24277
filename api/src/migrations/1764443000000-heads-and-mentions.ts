import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The head of a department as the last step after a breach, a warning at half of the time, colleagues who are mentioned; and who
 * wrote is found by name.
 */
export class HeadsAndMentions1764443000000 implements MigrationInterface {
  name = 'HeadsAndMentions1764443000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table department_head (
        department_id uuid primary key references department (id),
        account_id uuid not null references account (id)
      );

      create table inbox_mention (
        note_id uuid not null references inbox_note (id),
        account_id uuid not null references account (id),
        conversation_id uuid not null references conversation (id),
        read_at timestamptz,
        primary key (note_id, account_id)
      );
      create index inbox_mention_unread on inbox_mention (account_id, conversation_id) where read_at is null;
      create index comment_author_search on comment using gin (to_tsvector('simple', author_name)) where author_name is not null;
      ${kinds(`${BEFORE}, 'warning-50', 'head', 'mentioned'`)}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from inbox_notice where kind in ('warning-50', 'head', 'mentioned');
      ${kinds(BEFORE)}
      drop index comment_author_search;
      drop table inbox_mention;
      drop table department_head;`);
  }
}

const BEFORE = `'assigned', 'warning-75', 'warning-90', 'breached', 'stand-in', 'escalated', 'to-read', 'sent-back'`;
const kinds = (list: string): string => `alter table inbox_notice drop constraint inbox_notice_kind_check;
      alter table inbox_notice add constraint inbox_notice_kind_check check (kind in (${list}));`;
