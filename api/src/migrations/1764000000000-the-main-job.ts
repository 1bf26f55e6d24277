import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COMMENT_TABLES } from './parts/comment-tables.js';
import { CONSULTATION_TABLES } from './parts/consultation-tables.js';
import { IDENTITY_TABLES } from './parts/identity-tables.js';

/** Everything the main job needs; the parts are split by subject only to be readable. */
export class TheMainJob1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [IDENTITY_TABLES, CONSULTATION_TABLES, COMMENT_TABLES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from the first migration: restore a backup instead.');
  }
}
