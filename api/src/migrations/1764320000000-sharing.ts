import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A short link for each consultation, what comes after it, and themes that the public may read. */
export class Sharing1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table consultation
  add column short_code text,
  -- What is known of the steps: [{"step": "proposal", "when": "Efteråret 2027"}]
  add column timeline jsonb not null default '[]';

do $$
declare
  one record;
  code text;
  alphabet constant text := '23456789abcdefghjkmnpqrstvwxyz';
begin
  for one in select id from consultation loop
    loop
      select string_agg(substr(alphabet, 1 + floor(random() * length(alphabet))::int, 1), '') into code from generate_series(1, 7);
      exit when not exists (select 1 from consultation where short_code = code);
    end loop;
    update consultation set short_code = code where id = one.id;
  end loop;
end $$;

alter table consultation alter column short_code set not null;
create unique index consultation_short_code on consultation (short_code);

-- The public searches what is shown and nothing else.
create index comment_public_search on comment using gin (to_tsvector('danish', public_text)) where state = 'public';

-- Themes are the staff's own notes until somebody shows them.
alter table tag add column is_public boolean not null default false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index comment_public_search;
alter table tag drop column is_public;
alter table consultation drop column timeline, drop column short_code;`);
  }
}
