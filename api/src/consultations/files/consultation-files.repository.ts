import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { ConsultationFile } from './consultation-file.entity.js';

@Injectable()
export class ConsultationFilesRepository {
  constructor(private readonly db: Database) {}

  /** Those that are there now, in their order. */
  of(consultationId: string, tx?: Tx): Promise<ConsultationFile[]> {
    return (tx ?? this.db.source.manager)
      .getRepository(ConsultationFile)
      .find({ where: { consultationId, removedAt: IsNull() }, order: { position: 'ASC', createdAt: 'ASC' } });
  }

  byId(id: string, tx?: Tx): Promise<ConsultationFile | null> {
    return (tx ?? this.db.source.manager).getRepository(ConsultationFile).findOneBy({ id, removedAt: IsNull() });
  }

  /** A file of a consultation that the public may read. */
  publicById(id: string): Promise<ConsultationFile | null> {
    return this.db.source
      .getRepository(ConsultationFile)
      .createQueryBuilder('f')
      .innerJoin('consultation', 'c', 'c.id = f.consultation_id')
      .where(`f.id = :id and f.removed_at is null and c.state in ('published', 'closed')`, { id })
      .getOne();
  }

  async insert(tx: Tx, file: ConsultationFile): Promise<void> {
    await tx.getRepository(ConsultationFile).insert(file);
  }

  async update(tx: Tx, id: string, values: Partial<ConsultationFile>): Promise<void> {
    await tx.getRepository(ConsultationFile).update({ id }, values);
  }

  /** Numbers the files anew in the given order. */
  async arrange(tx: Tx, ids: string[]): Promise<void> {
    await query(
      tx,
      `update consultation_file f set position = o.place - 1
       from unnest($1::uuid[]) with ordinality as o (id, place) where f.id = o.id`,
      [ids],
    );
  }
}
