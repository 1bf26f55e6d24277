/** Somebody is away from one day to another, both included. */
export interface LeaveInput {
  accountId: string;
  /** `2026-12-01`, or as people write it: `1.12.2026`. */
  startsOn: string;
  endsOn: string;
}
export interface LeaveView {
  id: string;
  accountId: string;
  accountName: string;
  startsOn: string;
  endsOn: string;
}
