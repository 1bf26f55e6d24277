/** Who may do what. The one table of access: routes name a permission, the guard looks it up here. */
export const ROLES = ['administrator', 'planner', 'caseworker', 'socialMediaManager', 'superUser', 'dpo'] as const;
export type Role = (typeof ROLES)[number];

const everyone: readonly Role[] = ROLES;

export const PERMISSIONS = {
  'session.own': everyone,
  'organisation.read': everyone,
  'organisation.edit': ['administrator'],
  'account.list': ['administrator', 'planner', 'dpo'],
  'account.manage': ['administrator'],
  'department.read': everyone,
  'department.manage': ['administrator'],
  'audit.read': ['administrator', 'dpo'],
  'consultation.read': everyone,
  'consultation.edit': ['planner'],
  'consultation.publish': ['planner'],
  'template.edit': ['planner'],
  'textPreset.edit': ['administrator'],
  'story.edit': ['planner', 'socialMediaManager'],
  'channel.read': ['administrator', 'planner', 'socialMediaManager'],
  /** The way into the municipality's own profiles. */
  'channel.connect': ['administrator', 'socialMediaManager'],
  'comment.read': everyone,
  'comment.enter': ['planner', 'caseworker', 'socialMediaManager'],
  'comment.decide': ['planner', 'caseworker', 'socialMediaManager'],
  'tag.edit': ['planner', 'caseworker'],
  'tag.assign': ['planner', 'caseworker', 'socialMediaManager', 'superUser'],
  'import.run': ['planner', 'caseworker', 'socialMediaManager'],
  /** Speak as the municipality to everybody: super users do it without approval, on purpose. */
  'answer.official': ['planner', 'caseworker', 'socialMediaManager', 'superUser'],
  'inbox.read': ['planner', 'socialMediaManager', 'superUser'],
  /** A super user only for the own department and what was given to the person. */
  'inbox.answer': ['planner', 'socialMediaManager', 'superUser'],
  /** The library of answers; a super user only for the own department. */
  'savedAnswer.edit': ['socialMediaManager', 'superUser'],
  'inbox.settings': ['administrator', 'socialMediaManager'],
  /** One's own absence; others' only for who has the settings. */
  'leave.edit': ['administrator', 'planner', 'socialMediaManager', 'superUser'],
  'overview.read': everyone,
  'export.public': ['planner', 'caseworker', 'socialMediaManager', 'dpo'],
  'export.internal': ['planner', 'caseworker', 'dpo'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** True when any of the roles carries the permission. */
export function allows(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
