import { Injectable } from '@nestjs/common';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { DeliveryContent } from './channels/connector.rules.js';
import type { Tx } from '../platform/database/sql.js';
import type { Delivery } from './delivery.entity.js';

/** Whose things are delivered. Delivery knows them by the kind of subject only. */
export interface DeliveryCustomer {
  readonly subjectKind: string;
  /** Asked right before it is sent: something that speaks against it by now; `gone`: nobody wants it any more. */
  objection(tx: Tx, delivery: Delivery): Promise<Fault | 'gone' | null>;
  /** What goes out of something that was ordered `unsettled`. Asked when its time has come; from then on it is fixed. */
  settled?(delivery: Delivery): Promise<DeliveryContent>;
  /** It is there; in the transaction that says so. */
  delivered(tx: Tx, delivery: Delivery): Promise<void>;
  /** It will not get there by itself. */
  stuck?(tx: Tx, delivery: Delivery): Promise<void>;
}

@Injectable()
export class DeliveryCustomers {
  private readonly all = new Map<string, DeliveryCustomer>();

  register(customer: DeliveryCustomer): void {
    this.all.set(customer.subjectKind, customer);
  }

  of(kind: string): DeliveryCustomer {
    const found = this.all.get(kind);
    if (!found) throw new Error(`nobody delivers "${kind}"`);
    return found;
  }
}
