export const IDENTITY_TABLES = `
-- The product's clock: now, moved by CLOCK_OFFSET in tests (each connection sets app.clock_offset).
create function app_now() returns timestamptz language sql stable as
$$ select now() + coalesce(nullif(current_setting('app.clock_offset', true), '')::interval, interval '0') $$;

create table organisation (
  id smallint primary key default 1 check (id = 1),
  name text not null default 'Kommunen',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  dpo_contact text not null default '',
  accessibility_url text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
insert into organisation default values;

create table department (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);
create unique index department_name_key on department (lower(name));

create table account (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  roles text[] not null default '{}',
  department_id uuid references department (id),
  state text not null check (state in ('invited', 'active', 'disabled')),
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index account_email_key on account (lower(email));

create table session (
  id uuid primary key,
  token_hash bytea not null,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index session_token_key on session (token_hash);
create index session_account_idx on session (account_id);

create table one_time_link (
  id uuid primary key,
  token_hash bytea not null,
  purpose text not null check (purpose in ('setup', 'invite', 'reset')),
  account_id uuid references account (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create unique index one_time_link_token_key on one_time_link (token_hash);

create table sign_in_attempt (
  key text not null,
  window_start timestamptz not null,
  failures integer not null,
  primary key (key, window_start)
);

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text,
  department_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  consultation_id uuid,
  data jsonb not null default '{}'
);
create index audit_event_at_idx on audit_event (at desc, id desc);
create index audit_event_subject_idx on audit_event (subject_id, at);

-- Append-only, held by the database itself: nobody edits what happened.
create function refuse_audit_change() returns trigger language plpgsql as
$$ begin raise exception 'audit_event is append-only'; end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_audit_change();
`;
