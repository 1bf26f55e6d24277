import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Official answers and how often they are read, support for a comment, replies between citizens. */
export class JoiningIn1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table official_answer (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  question text not null,
  answer text not null,
  signature text not null,
  link_url text not null default '',
  link_label text not null default '',
  position integer not null,
  created_at timestamptz not null,
  created_by uuid references account (id),
  updated_at timestamptz not null,
  removed_at timestamptz
);
create index official_answer_of on official_answer (consultation_id) where removed_at is null;

-- Counted by day: no address, no cookie, no browser.
create table official_answer_use (
  answer_id uuid not null references official_answer (id),
  day date not null,
  reads integer not null default 0,
  links integer not null default 0,
  primary key (answer_id, day)
);

alter table consultation add column allow_replies boolean not null default false;

alter table comment add column support_count integer not null default 0;
create index comment_replies_idx on comment (parent_id) where parent_id is not null;

-- One a browser and comment. The network is an HMAC, and is wiped as it is on comments.
create table comment_support (
  comment_id uuid not null references comment (id),
  browser_hash bytea not null,
  network_hash bytea,
  created_at timestamptz not null,
  primary key (comment_id, browser_hash)
);
create index comment_support_network on comment_support (comment_id, network_hash) where network_hash is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table comment_support;
drop index comment_replies_idx;
alter table comment drop column support_count;
alter table consultation drop column allow_replies;
drop table official_answer_use;
drop table official_answer;`);
  }
}
