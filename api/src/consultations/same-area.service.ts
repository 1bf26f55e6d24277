import { Injectable } from '@nestjs/common';
import { booleanIntersects } from '@turf/boolean-intersects';
import { formatConsultationNumber } from '@forhoering/shared/comments/comment-number.js';
import type { Area, AskedBefore } from '@forhoering/shared/contracts/consultation.contract.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';

interface AreaRow {
  id: string;
  year: number;
  number: number;
  title: string;
  published_at: Date;
  area: Area;
}

/** Asking the same neighbours again within a year is worth a second thought. */
@Injectable()
export class SameAreaService {
  constructor(private readonly db: Database) {}

  /** Consultations opened within the last 12 months whose area meets this one's; newest first. */
  async askedBefore(consultationId: string, area: Area | null, tx?: Tx): Promise<AskedBefore[]> {
    if (area === null) return [];
    const rows = await query<AreaRow>(
      tx ?? this.db.source,
      `select id, year, number, title, published_at, area from consultation
       where area is not null and id <> $1 and state in ('published', 'closed') and published_at > app_now() - interval '12 months'
       order by published_at desc limit 500`,
      [consultationId],
    );
    return rows
      .filter((row) => booleanIntersects(area, row.area))
      .map(({ id, year, number, title, published_at }) => ({
        id,
        number: formatConsultationNumber(year, number),
        title,
        publishedAt: published_at.toISOString(),
      }));
  }
}
