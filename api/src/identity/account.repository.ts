import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/sql.js';
import { Account, Department } from './identity.entities.js';

@Injectable()
export class AccountRepository {
  constructor(private readonly db: Database) {}

  byEmail(email: string, tx?: Tx): Promise<Account | null> {
    return this.on(tx)
      .getRepository(Account)
      .createQueryBuilder('a')
      .where('lower(a.email) = lower(:email)', { email })
      .getOne();
  }

  byId(id: string, tx?: Tx): Promise<Account | null> {
    return this.on(tx).getRepository(Account).findOneBy({ id });
  }

  /** Locks the row, so that two administrators change one account after the other. */
  forChange(tx: Tx, id: string): Promise<Account | null> {
    return tx.getRepository(Account).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  all(): Promise<Account[]> {
    return this.db.source.getRepository(Account).find({ order: { name: 'ASC' } });
  }

  async insert(tx: Tx, account: Account): Promise<void> {
    await tx.getRepository(Account).insert(account);
  }

  async update(tx: Tx, account: Account): Promise<void> {
    const { id, ...values } = account;
    await tx.getRepository(Account).update({ id }, values);
  }

  async signedIn(tx: Tx, id: string): Promise<void> {
    await tx.query('update account set last_sign_in_at = app_now() where id = $1', [id]);
  }

  async anyAccount(tx?: Tx): Promise<boolean> {
    return this.on(tx).getRepository(Account).exists();
  }

  activeAdministratorsBut(tx: Tx, id: string): Promise<number> {
    return tx
      .getRepository(Account)
      .createQueryBuilder('a')
      .where(`a.id <> :id and a.state = 'active' and 'administrator' = any(a.roles)`, { id })
      .getCount();
  }

  departments(): Promise<Department[]> {
    return this.db.source
      .getRepository(Department)
      .createQueryBuilder('d')
      .orderBy('d.name COLLATE "da-DK-x-icu"')
      .getMany();
  }

  async insertDepartment(tx: Tx, department: Department): Promise<void> {
    await tx.getRepository(Department).insert(department);
  }

  departmentExists(id: string, tx?: Tx): Promise<boolean> {
    return this.on(tx).getRepository(Department).existsBy({ id });
  }

  private on(tx?: Tx): Tx {
    return tx ?? this.db.source.manager;
  }
}
