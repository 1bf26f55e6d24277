import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text', { array: true, default: '{}' }) roles: Role[];
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text') state: 'invited' | 'active' | 'disabled';
  @Column('timestamptz', { nullable: true }) lastSignInAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('department')
export class Department {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  /** SHA-256 of the cookie's token: a stolen database opens no session. */
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}

@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') purpose: 'setup' | 'invite' | 'reset';
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
