import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said to the municipality's profiles outside consultations: a standing register for each year, and a reading for each profile. */
export class GeneralEnquiries1764430000000 implements MigrationInterface {
  name = 'GeneralEnquiries1764430000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consultation drop constraint consultation_state_check;
      alter table consultation add constraint consultation_state_check
        check (state in ('draft', 'published', 'closed', 'discarded', 'standing'));

      alter table channel_account add column reads_enquiries boolean not null default true;

      -- A source without a post is the profile itself; what comes of it belongs to the year's standing register.
      alter table collect_source alter column post_id drop not null;
      alter table collect_source alter column consultation_id drop not null;
      alter table collect_source add constraint collect_source_home_check check ((post_id is null) = (consultation_id is null));

      -- The post at the top, where the source is a profile.
      alter table collected_comment add column root_id text;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table collected_comment drop column root_id;
      delete from collected_reply where source_id in (select id from collect_source where post_id is null);
      delete from collected_comment where source_id in (select id from collect_source where post_id is null);
      delete from collect_source where post_id is null;
      alter table collect_source drop constraint collect_source_home_check;
      alter table collect_source alter column post_id set not null;
      alter table collect_source alter column consultation_id set not null;
      alter table channel_account drop column reads_enquiries;
      update consultation set state = 'closed' where state = 'standing';
      alter table consultation drop constraint consultation_state_check;
      alter table consultation add constraint consultation_state_check check (state in ('draft', 'published', 'closed', 'discarded'));`);
  }
}
