/** Who is told last when a department has not answered in time. */
export interface DepartmentHeadInput {
  departmentId: string;
  /** null: nobody. */
  accountId: string | null;
}
export interface DepartmentHeadView {
  departmentId: string;
  accountId: string;
  accountName: string;
}
