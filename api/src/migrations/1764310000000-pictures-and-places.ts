import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures and documents of a consultation, photos of a comment, the area that is asked about and the place that is spoken of. */
export class PicturesAndPlaces1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table consultation_file (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  kind text not null check (kind in ('picture', 'document')),
  title text not null,
  alt_text text not null default '',
  sha256 text not null,
  bytes integer not null,
  small_sha256 text,
  small_bytes integer,
  width integer,
  height integer,
  position integer not null,
  created_at timestamptz not null,
  created_by uuid references account (id),
  removed_at timestamptz,
  check ((kind = 'picture') = (small_sha256 is not null))
);
create index consultation_file_of on consultation_file (consultation_id) where removed_at is null;

-- Without a comment it waits for one to be sent, a day at most. Never public by itself: a person looks at it first.
create table comment_photo (
  id uuid primary key,
  comment_id uuid references comment (id),
  position integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'public', 'hidden')),
  alt_text text not null default '',
  sha256 text not null,
  bytes integer not null,
  small_sha256 text not null,
  small_bytes integer not null,
  width integer not null,
  height integer not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references account (id)
);
create index comment_photo_of on comment_photo (comment_id) where comment_id is not null;
create index comment_photo_unsent on comment_photo (created_at) where comment_id is null;

alter table consultation add column area jsonb;

alter table comment
  -- Exact, for staff; the public gets it rounded to a grid, when the comment is public.
  add column longitude double precision,
  add column latitude double precision,
  -- Photos that nobody has decided about.
  add column photos_waiting integer not null default 0,
  add constraint comment_point_check check ((longitude is null) = (latitude is null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table comment drop column longitude, drop column latitude, drop column photos_waiting;
alter table consultation drop column area;
drop table comment_photo;
drop table consultation_file;`);
  }
}
