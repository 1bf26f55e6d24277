import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts on networks, and what is on its way to them. */
export class Delivery1764400000000 implements MigrationInterface {
  name = 'Delivery1764400000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table channel_account (
        id uuid primary key,
        channel text not null,
        server text not null,
        remote_id text not null,
        handle text not null,
        name text not null,
        address text,
        state text not null check (state in ('connected', 'needsReauth', 'disconnected')),
        needs_approval boolean not null default false,
        -- What opens the account, sealed with a key that is not in this database.
        sealed text not null,
        expires_at timestamptz,
        checked_at timestamptz,
        fault jsonb,
        wait_until timestamptz,
        -- One process at a time sends in its name; until when, on this server's own clock.
        lease_by uuid,
        lease_until timestamptz,
        created_at timestamptz not null,
        created_by uuid references account (id),
        version integer not null default 1,
        unique (channel, server, remote_id),
        check ((state = 'disconnected') = (sealed = ''))
      );

      -- Somebody is at the network's own page and comes back.
      create table channel_sign_in (
        state_hash text primary key,
        account_id uuid not null references account (id),
        channel text not null,
        sealed text not null,
        until timestamptz not null
      );

      create table delivery (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        revision integer not null,
        account_id uuid not null references channel_account (id),
        reply_to jsonb,
        content jsonb not null,
        state text not null check (state in ('awaitingApproval', 'scheduled', 'preparing', 'ready', 'sending', 'waiting', 'needsReauth',
          'unknown', 'needsHuman', 'delivered', 'rejected', 'cancelled')),
        due_at timestamptz not null,
        next_at timestamptz,
        attempt integer not null default 0,
        prepared jsonb,
        send_started_at timestamptz,
        absent_at timestamptz,
        external_id text,
        permalink text,
        fault jsonb,
        delivered_at timestamptz,
        ordered_at timestamptz not null,
        ordered_by uuid references account (id),
        ordered_by_name text,
        approved_by_name text,
        unique (subject_kind, subject_id, revision),
        check ((state = 'delivered') = (delivered_at is not null)),
        -- Whoever may have sent bytes has said so before.
        check (state not in ('sending', 'unknown', 'needsHuman') or send_started_at is not null)
      );
      -- One thing is under way once, however many press the button.
      create unique index delivery_active on delivery (subject_kind, subject_id) where state not in ('rejected', 'cancelled');
      create index delivery_due on delivery (next_at, id) where next_at is not null;
      create index delivery_picture on delivery ((content -> 'picture' ->> 'sha256')) where content -> 'picture' ->> 'sha256' is not null;
      create index delivery_account on delivery (account_id) where state not in ('delivered', 'rejected', 'cancelled');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table delivery; drop table channel_sign_in; drop table channel_account;');
  }
}
