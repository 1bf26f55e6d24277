import type { Role } from './access.contract.js';

export interface SignInInput {
  email: string;
  password: string;
}

/** Who is signed in, as every staff page needs it. */
export interface SessionView {
  account: AccountView;
  /** When this session ends at the latest, ISO instant. */
  expiresAt: string;
}

export interface AccountView {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
  state: 'invited' | 'active' | 'disabled';
  lastSignInAt: string | null;
  version: number;
}

export interface CreateAccountInput {
  email: string;
  name: string;
  roles: Role[];
  departmentId?: string;
}

export interface UpdateAccountInput {
  name?: string;
  roles?: Role[];
  departmentId?: string | null;
  state?: 'active' | 'disabled';
  version: number;
}

/** The one-time link is shown once, to the administrator who made it, and mailed to the person. */
export interface AccountWithLink extends AccountView {
  oneTimeUrl: string;
}

/** Uses a one-time link: first set-up (name and email needed), invitation or new password. */
export interface UseOneTimeLinkInput {
  token: string;
  password: string;
  email?: string;
  name?: string;
}

export interface OneTimeLinkView {
  purpose: 'setup' | 'invite' | 'reset';
  email: string | null;
  name: string | null;
}

export interface ChangePasswordInput {
  currentPassword: string;
  password: string;
}

export interface DepartmentView {
  id: string;
  name: string;
}

export interface OrganisationView {
  /** As it signs: "Nørreskov Kommune". */
  name: string;
  address: string;
  phone: string;
  email: string;
  dpoContact: string;
  accessibilityUrl: string;
  /** How case numbers look: every digit stands for any digit, `26/000000`. Empty = anything. */
  caseNumberPattern: string;
  /** What the municipality adds to the house rules in its own words; paragraphs. */
  houseRules: string;
  version: number;
}
export interface HouseRules {
  /** '' where the municipality adds nothing. */
  text: string;
}
export interface UpdateOrganisationInput {
  name: string;
  address: string;
  phone: string;
  email: string;
  dpoContact: string;
  accessibilityUrl: string;
  caseNumberPattern?: string;
  houseRules?: string;
  version: number;
}
