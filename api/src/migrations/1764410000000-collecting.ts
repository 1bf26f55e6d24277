import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts of ours whose comments are collected, and what came of each comment. */
export class Collecting1764410000000 implements MigrationInterface {
  name = 'Collecting1764410000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table collect_source (
        id uuid primary key,
        consultation_id uuid not null references consultation (id),
        account_id uuid not null references channel_account (id),
        post_id uuid not null unique references post (id),
        external_id text not null,
        posted_at timestamptz not null,
        next_at timestamptz,
        read_at timestamptz,
        fault jsonb,
        -- Reactions, comments, shares and views, as the network counts them.
        numbers jsonb,
        lease_until timestamptz,
        unique (account_id, external_id)
      );
      create index collect_source_due on collect_source (next_at) where next_at is not null;

      create table collected_comment (
        comment_id uuid primary key references comment (id),
        source_id uuid not null references collect_source (id),
        external_id text not null,
        -- Who wrote it, so that two comments of one person can be told: a keyed hash, nothing to look anybody up by.
        author_ref text not null,
        seen_hash bytea not null,
        gone_at timestamptz,
        unique (source_id, external_id)
      );

      -- What the municipality itself wrote below its posts, on the network.
      create table collected_reply (
        id uuid primary key,
        source_id uuid not null references collect_source (id),
        external_id text not null,
        parent_external_id text not null,
        text text not null,
        permalink text,
        at timestamptz not null,
        -- Which question it answered; null: none that waits here.
        answer_id uuid references answer (id),
        unique (source_id, external_id)
      );

      -- Whoever has the profile may have written it, on the network itself.
      alter table answer alter column author_id drop not null;
      -- What networks told, and what others told in their name.
      create table webhook_count (
        channel text not null,
        day date not null,
        accepted integer not null default 0,
        forged integer not null default 0,
        primary key (channel, day)
      );

      -- What people were told about a profile or a post, once each.
      create table channel_alarm (
        key text primary key,
        at timestamptz not null
      );

      alter table answer_delivery drop constraint answer_delivery_destination_check;
      alter table answer_delivery add constraint answer_delivery_destination_check
        check (destination in ('page', 'link', 'mail', 'copy', 'channel'));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table channel_alarm; drop table webhook_count; drop table collected_reply; drop table collected_comment; drop table collect_source;
      delete from answer_delivery where destination = 'channel';
      alter table answer_delivery drop constraint answer_delivery_destination_check;
      alter table answer_delivery add constraint answer_delivery_destination_check
        check (destination in ('page', 'link', 'mail', 'copy'));`);
  }
}
