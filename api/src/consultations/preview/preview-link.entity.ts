import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('preview_link')
export class PreviewLink {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  /** SHA-256 of the address's token: a stolen database opens no draft. */
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
