import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations that wait for an answer, the answers, where they went, and what a municipality has decided about its clock. */
export class Inbox1764340000000 implements MigrationInterface {
  name = 'Inbox1764340000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

const UP = `
create table inbox_settings (
  id smallint primary key default 1 check (id = 1),
  policy text not null default 'elapsed' check (policy in ('elapsed', 'openDays')),
  closed_days text[] not null default '{12-24}',
  signature text not null default '{organisation}, {department}',
  rules jsonb not null default '[]',
  show_badge boolean not null default false,
  version integer not null default 1
);
insert into inbox_settings default values;

create table conversation (
  id uuid primary key,
  comment_id uuid not null unique references comment (id),
  consultation_id uuid not null references consultation (id),
  state text not null check (state in ('new', 'assigned', 'waiting', 'answered', 'no_answer_needed')),
  reason text not null check (reason in ('question', 'addressed', 'below-answer', 'tag', 'person')),
  -- A citizen who writes again below our answer opens the next round of the same conversation.
  round integer not null default 1,
  department_id uuid references department (id),
  owner_id uuid references account (id),
  started_at timestamptz not null,
  policy text not null,
  due_at timestamptz not null,
  promised_at timestamptz,
  -- What was left of the clock when it was stopped to wait for the citizen.
  paused_left_ms bigint,
  first_answered_at timestamptz,
  answered_at timestamptz,
  collected_late boolean not null default false,
  end_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index conversation_open on conversation ((coalesce(promised_at, due_at)), id) where state in ('new', 'assigned');
create index conversation_owner on conversation (owner_id) where state in ('new', 'assigned', 'waiting');
create index conversation_of on conversation (consultation_id, started_at);
create index conversation_done on conversation (updated_at desc, id) where state in ('answered', 'no_answer_needed');

create table inbox_note (
  id uuid primary key,
  conversation_id uuid not null references conversation (id),
  at timestamptz not null,
  author_id uuid not null references account (id),
  author_name text not null,
  text text not null
);
create index inbox_note_of on inbox_note (conversation_id);

create table answer (
  id uuid primary key,
  conversation_id uuid not null references conversation (id),
  comment_id uuid not null references comment (id),
  round integer not null,
  kind text not null check (kind in ('holding', 'full')),
  text text not null,
  signature text not null,
  author_id uuid not null references account (id),
  author_name text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  idempotency_key text,
  -- Two people can never send two answers to one question.
  unique (conversation_id, round, kind)
);
create index answer_of on answer (comment_id);

create table answer_version (
  id uuid primary key,
  answer_id uuid not null references answer (id),
  text text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null references account (id)
);
create index answer_version_of on answer_version (answer_id);

create table answer_delivery (
  id uuid primary key,
  answer_id uuid not null references answer (id),
  destination text not null check (destination in ('page', 'link', 'mail', 'copy')),
  state text not null check (state in ('queued', 'delivered')),
  delivered_at timestamptz,
  delivered_by uuid references account (id),
  permalink text,
  unique (answer_id, destination)
);

create table inbox_draft (
  conversation_id uuid primary key references conversation (id),
  account_id uuid not null references account (id),
  account_name text not null,
  text text not null,
  kind text not null check (kind in ('holding', 'full')),
  until timestamptz not null
);

create table duty (
  id uuid primary key,
  department_id uuid not null references department (id),
  account_id uuid not null references account (id),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Asked when nobody else is on duty.
  stand_in boolean not null default false
);
create index duty_of on duty (department_id, starts_on, ends_on);

create table inbox_notice (
  conversation_id uuid not null references conversation (id),
  round integer not null,
  kind text not null check (kind in ('assigned', 'warning-75', 'warning-90', 'breached', 'escalated')),
  account_id uuid not null references account (id),
  at timestamptz not null,
  primary key (conversation_id, round, kind, account_id)
);

-- What everybody reads below the comment, and the writer on the private link: written with the answer, read without a join.
alter table comment add column answers jsonb not null default '[]';
`;

const DOWN = `
alter table comment drop column answers;
drop table inbox_notice;
drop table duty;
drop table inbox_draft;
drop table answer_delivery;
drop table answer_version;
drop table answer;
drop table inbox_note;
drop table conversation;
drop table inbox_settings;
`;
