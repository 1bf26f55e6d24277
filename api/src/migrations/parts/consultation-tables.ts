export const CONSULTATION_TABLES = `
-- The year's running number of consultations (014 in F-2026-014).
create table consultation_year (
  year integer primary key,
  last_number integer not null
);

create table privacy_notice (
  id uuid primary key,
  consultation_id uuid not null,
  version integer not null,
  text text not null,
  created_at timestamptz not null,
  created_by uuid
);
create unique index privacy_notice_version_key on privacy_notice (consultation_id, version);

create table consultation (
  id uuid primary key,
  year integer not null,
  number integer not null,
  slug text not null,
  state text not null check (state in ('draft', 'published', 'closed', 'discarded')),
  title text not null default '',
  teaser text not null default '',
  purpose text not null default '',
  can_influence text[] not null default '{}',
  settled text[] not null default '{}',
  questions jsonb not null default '[]',
  opens_at timestamptz,
  closes_at timestamptz,
  -- What was written (date or wall time), beside the instant it means.
  opens_on text,
  closes_on text,
  time_zone text not null default 'Europe/Copenhagen',
  department_id uuid references department (id),
  contact text not null default '',
  case_number text not null default '',
  legal_basis text not null default '',
  privacy_notice_id uuid not null references privacy_notice (id),
  visibility text not null default 'afterReview' check (visibility in ('afterReview', 'atOnce', 'staffOnly')),
  visibility_reason text,
  visibility_by uuid references account (id),
  visibility_at timestamptz,
  delete_on date,
  created_by uuid references account (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid references account (id),
  published_at timestamptz,
  version integer not null default 1
);
create unique index consultation_number_key on consultation (year, number);
create unique index consultation_slug_key on consultation (slug);

-- Arrivals by shared link, a day and channel at a time: no cookie, no address, nothing about a person.
create table link_visit (
  consultation_id uuid not null references consultation (id),
  day date not null,
  via text not null,
  visits integer not null,
  primary key (consultation_id, day, via)
);
`;
