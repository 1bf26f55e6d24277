export const COMMENT_TABLES = `
create table import (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  dry_run boolean not null,
  file_sha256 text not null,
  file_name text not null,
  mapping jsonb not null,
  report jsonb not null default '{}',
  progress integer not null default 0,
  created_by uuid not null references account (id),
  department_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index import_consultation_idx on import (consultation_id, created_at desc);

-- Rows of an import on their way; one statement moves all of them into the register.
create unlogged table import_row (
  import_id uuid not null,
  line integer not null,
  row jsonb not null,
  primary key (import_id, line)
);

create table comment (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  number integer not null,
  state text not null check (state in ('received', 'held', 'waiting', 'public', 'hidden', 'withdrawn')),
  channel text not null,
  via text,
  -- The original. Never changed, never deleted: aktindsigt.
  text text not null,
  -- What the public may read; there exactly while the state is public.
  public_text text,
  author_name text,
  -- The name beside public_text; null shows "Borger".
  public_author text,
  email text,
  received_at timestamptz not null,
  upstream_at timestamptz,
  source text,
  external_id text,
  permalink text,
  parent_id uuid references comment (id),
  parent_external_id text,
  early boolean not null default false,
  late boolean not null default false,
  flags text[] not null default '{}',
  findings jsonb not null default '[]',
  hidden_reason text,
  entered_by uuid references account (id),
  entry_note text,
  import_id uuid references import (id),
  privacy_notice_id uuid references privacy_notice (id),
  idempotency_key text,
  -- HMAC of the sender's network, for recognising a double submit; wiped within the hour.
  network_hash bytea,
  text_hash bytea not null,
  -- Recognises a row that is imported again.
  dedupe_key bytea,
  -- When the answer clock starts; null for imported history, which owes nobody an answer.
  clock_started_at timestamptz,
  search tsvector not null,
  tag_ids uuid[] not null default '{}',
  version integer not null default 1,
  constraint comment_public_text_check check ((state = 'public') = (public_text is not null)),
  constraint comment_public_author_check check (state = 'public' or public_author is null)
);
create unique index comment_number_key on comment (consultation_id, number);
create unique index comment_idempotency_key on comment (consultation_id, idempotency_key) where idempotency_key is not null;
create unique index comment_dedupe_key on comment (consultation_id, dedupe_key) where dedupe_key is not null;
create index comment_network_idx on comment (network_hash, text_hash) where network_hash is not null;
create index comment_list_idx on comment (consultation_id, received_at desc, id desc);
create index comment_state_idx on comment (consultation_id, state, received_at desc, id desc);
create index comment_public_idx on comment (consultation_id, number desc) where state = 'public';
create index comment_channel_idx on comment (consultation_id, channel, received_at desc, id desc);
create index comment_tags_idx on comment using gin (tag_ids);
create index comment_search_idx on comment using gin (search);

-- Decisions on comments, with their reasons: the moderation log. Free text stays here and out of the audit log.
create table decision (
  id uuid primary key,
  comment_id uuid not null references comment (id),
  consultation_id uuid not null,
  at timestamptz not null,
  actor_id uuid references account (id),
  actor_name text,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  without_marked boolean not null default false
);
create index decision_comment_idx on decision (comment_id, at);
create index decision_consultation_idx on decision (consultation_id, at);

create table tag (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  parent_id uuid references tag (id),
  name text not null,
  description text not null default '',
  keywords text[] not null default '{}',
  colour smallint not null check (colour between 1 and 8),
  key text not null default '',
  position integer not null,
  created_at timestamptz not null,
  version integer not null default 1
);
create unique index tag_name_key on tag (consultation_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));
create unique index tag_single_key on tag (consultation_id, key) where key <> '';

create table comment_tag (
  comment_id uuid not null references comment (id),
  tag_id uuid not null references tag (id),
  consultation_id uuid not null,
  tagged_by uuid,
  tagged_at timestamptz not null,
  primary key (comment_id, tag_id)
);
create index comment_tag_list_idx on comment_tag (tag_id, comment_id);

create table export (
  id uuid primary key,
  consultation_id uuid not null references consultation (id),
  format text not null check (format in ('pdf', 'csv', 'json')),
  edition text not null check (edition in ('public', 'internal')),
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'refused', 'cancelled')),
  progress integer not null default 0,
  file_name text,
  sha256 text,
  bytes bigint,
  comment_count integer,
  dialect text not null default 'excel' check (dialect in ('excel', 'machine')),
  error_code text,
  error_detail text,
  requested_by uuid not null references account (id),
  requested_at timestamptz not null,
  finished_at timestamptz
);
create index export_consultation_idx on export (consultation_id, requested_at desc);
`;
