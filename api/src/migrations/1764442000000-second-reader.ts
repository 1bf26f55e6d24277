import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers on chosen topics are read by another person before they go out; the database lets none pass that was not. */
export class SecondReader1764442000000 implements MigrationInterface {
  name = 'SecondReader1764442000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

const KINDS = `'assigned', 'warning-75', 'warning-90', 'breached', 'stand-in', 'escalated'`;
const UP = `
alter table tag add column read_by_another boolean not null default false;

create table answer_proposal (
  id uuid primary key,
  conversation_id uuid not null references conversation (id),
  -- The answer whose words it replaces; null: a new answer.
  answer_id uuid references answer (id),
  round integer not null,
  kind text not null check (kind in ('holding', 'full')),
  text text not null,
  promised_at timestamptz,
  saved_answer_id uuid references saved_answer (id),
  contact_checked boolean not null,
  idempotency_key text,
  author_id uuid not null references account (id),
  author_name text not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'sentBack', 'withdrawn')),
  decided_by uuid references account (id),
  decided_name text,
  decided_at timestamptz,
  -- Why it was sent back.
  words text,
  constraint answer_read_by_another check (state not in ('approved', 'sentBack') or (decided_by is not null and decided_by <> author_id))
);
create unique index answer_proposal_waiting on answer_proposal (conversation_id) where state = 'waiting';
create index answer_proposal_of on answer_proposal (conversation_id);

alter table answer add column proposal_id uuid references answer_proposal (id);

create function needs_second_reader(uuid) returns boolean language sql stable as
  'select exists (select 1 from conversation_comment j join comment m on m.id = j.comment_id join tag t on t.id = any(m.tag_ids)
     left join tag p on p.id = t.parent_id where j.conversation_id = $1 and (t.read_by_another or p.read_by_another))';

-- What was written on the network itself has no author here, and is there already.
create function answer_was_read() returns trigger language plpgsql as $$
begin
  if new.author_id is null or (tg_op = 'INSERT' and new.kind = 'holding') or not needs_second_reader(new.conversation_id) then
    return new;
  end if;
  if not exists (select 1 from answer_proposal p where p.conversation_id = new.conversation_id and p.state = 'approved' and p.text = new.text
      and ((tg_op = 'INSERT' and p.id = new.proposal_id and p.author_id = new.author_id) or (tg_op = 'UPDATE' and p.answer_id = new.id))) then
    raise exception 'this answer was not read by another' using errcode = 'check_violation', constraint = 'answer_was_read';
  end if;
  return new;
end $$;
create trigger answer_was_read before insert or update of text on answer for each row execute function answer_was_read();

alter table inbox_notice drop constraint inbox_notice_kind_check;
alter table inbox_notice add constraint inbox_notice_kind_check check (kind in (${KINDS}, 'to-read', 'sent-back'));
`;
const DOWN = `
delete from inbox_notice where kind in ('to-read', 'sent-back');
alter table inbox_notice drop constraint inbox_notice_kind_check;
alter table inbox_notice add constraint inbox_notice_kind_check check (kind in (${KINDS}));
drop trigger answer_was_read on answer;
drop function answer_was_read();
drop function needs_second_reader(uuid);
alter table answer drop column proposal_id;
drop table answer_proposal;
alter table tag drop column read_by_another;
`;
