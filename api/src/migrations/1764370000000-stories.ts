import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stories of a consultation, a post of each for every channel that was chosen, and what was put up by hand. */
export class Stories1764370000000 implements MigrationInterface {
  name = 'Stories1764370000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table story (
        id uuid primary key,
        consultation_id uuid not null references consultation (id),
        phase text not null check (phase in ('opening', 'halfway', 'lastDays', 'closed')),
        headline text not null,
        text text not null,
        picture_id uuid references consultation_file (id),
        alt_text text not null default '',
        planned_on text,
        planned_at timestamptz,
        time_zone text not null default 'Europe/Copenhagen',
        created_at timestamptz not null,
        created_by uuid references account (id),
        updated_at timestamptz not null,
        version integer not null default 1,
        unique (consultation_id, phase),
        check ((planned_on is null) = (planned_at is null))
      );
      create index story_planned on story (planned_at) where planned_at is not null;

      create table post (
        id uuid primary key,
        story_id uuid not null references story (id),
        channel text not null,
        text text not null,
        posted_at timestamptz,
        posted_by uuid references account (id),
        permalink text,
        unique (story_id, channel),
        check (posted_at is not null or (posted_by is null and permalink is null))
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table post; drop table story;');
  }
}
