import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PresetKind } from '@forhoering/shared/contracts/opening.contract.js';

@Entity('text_preset')
export class TextPreset {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PresetKind;
  @Column('text') name: string;
  @Column('text') text: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('integer', { default: 1 }) version: number;
}
