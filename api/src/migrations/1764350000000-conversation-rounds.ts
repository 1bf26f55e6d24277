import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes below an answer opens the same conversation anew: what was said in it, and how earlier rounds ended, is kept. */
export class ConversationRounds1764350000000 implements MigrationInterface {
  name = 'ConversationRounds1764350000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table conversation_comment (
        comment_id uuid primary key references comment (id),
        conversation_id uuid not null references conversation (id),
        round integer not null
      );
      create index conversation_comment_of on conversation_comment (conversation_id);
      insert into conversation_comment (comment_id, conversation_id, round) select comment_id, id, 1 from conversation;

      -- How a round ended, so that response times do not forget it when the next one begins.
      create table conversation_round (
        conversation_id uuid not null references conversation (id),
        round integer not null,
        comment_id uuid not null references comment (id),
        state text not null check (state in ('answered', 'no_answer_needed')),
        department_id uuid references department (id),
        started_at timestamptz not null,
        due_at timestamptz not null,
        first_answered_at timestamptz,
        answered_at timestamptz,
        collected_late boolean not null,
        primary key (conversation_id, round)
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table conversation_round; drop table conversation_comment;');
  }
}
