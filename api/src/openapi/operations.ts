import { ONE, open, PAGED, staff, type Operation } from './operation.js';
import { DELIVERY, PUBLISHING } from './operations-publishing.js';
import { ANSWERS, FILES, RESULTS } from './operations-attachments.js';
import { INBOX } from './operations-inbox.js';
import { OPENING } from './operations-opening.js';

const IDENTITY: Operation[] = [
  open('Session', 'post', '/session', 'Sign in with e-mail and password; sets the session cookie', 201, 'SessionView', {
    request: 'SignInInput',
    refusals: [401, 422, 429],
  }),
  staff('Session', 'get', '/session', 'Who is signed in', 200, 'SessionView'),
  staff('Session', 'delete', '/session', 'Sign out', 204, null),
  staff('Session', 'delete', '/session/all', 'Sign out everywhere', 204, null),
  staff('Session', 'put', '/session/password', 'Change the password; ends other sessions', 204, null, {
    request: 'ChangePasswordInput',
    refusals: [422],
  }),
  open('Session', 'get', '/one-time-links/{token}', 'What a one-time link is for', 200, 'OneTimeLinkView', {
    refusals: [410],
  }),
  open('Session', 'post', '/one-time-links', 'Use a one-time link: set a password and sign in', 201, 'SessionView', {
    request: 'UseOneTimeLinkInput',
    refusals: [409, 410, 422],
  }),
  staff('Accounts', 'get', '/accounts', 'All accounts', 200, 'list:AccountView'),
  staff('Accounts', 'post', '/accounts', 'Invite somebody', 201, 'AccountWithLink', {
    request: 'CreateAccountInput',
    refusals: [409, 422],
  }),
  staff('Accounts', 'patch', '/accounts/{id}', 'Change name, roles, department or state', 200, 'AccountView', {
    request: 'UpdateAccountInput',
    refusals: [404, 409, 422],
  }),
  staff('Accounts', 'post', '/accounts/{id}/reset-link', 'A new one-time link', 201, 'AccountWithLink', {
    refusals: [404],
  }),
  staff('Accounts', 'get', '/departments', 'All departments', 200, 'list:DepartmentView'),
  staff('Accounts', 'post', '/departments', 'Add a department', 201, 'DepartmentView', {
    request: 'DepartmentInput',
    refusals: [409, 422],
  }),
  staff('Organisation', 'get', '/organisation', 'The municipality', 200, 'OrganisationView'),
  staff('Organisation', 'put', '/organisation', 'Change the municipality', 200, 'OrganisationView', {
    request: 'UpdateOrganisationInput',
    refusals: [409, 422],
  }),
  staff('Audit', 'get', '/audit-events', 'Who did what when, newest first', 200, 'AuditPage', {
    query: { ...PAGED, consultationId: 'string', action: 'string' },
    refusals: [422],
  }),
];

const CONSULTATIONS: Operation[] = [
  staff('Consultations', 'get', '/consultations', 'All consultations', 200, 'list:ConsultationSummary'),
  staff('Consultations', 'post', '/consultations', 'Start a draft; everything has a default', 201, 'ConsultationView', {
    request: 'CreateConsultationInput',
    refusals: [409, 422],
  }),
  staff('Consultations', 'get', ONE, 'One consultation', 200, 'ConsultationView', { refusals: [404] }),
  staff('Consultations', 'patch', ONE, 'Change what is sent', 200, 'ConsultationView', {
    request: 'UpdateConsultationInput',
    refusals: [404, 409, 422],
  }),
  staff('Consultations', 'get', `${ONE}/checklist`, 'What blocks and what is doubtful', 200, 'Checklist', {
    refusals: [404],
  }),
  staff('Consultations', 'post', `${ONE}/publish`, 'Open now, or at opensAt', 200, 'PublishResult', {
    refusals: [404, 409, 422],
  }),
  staff('Consultations', 'post', `${ONE}/close`, 'Close now', 200, 'ConsultationView', {
    request: 'CloseConsultationInput',
    refusals: [404, 409, 422],
  }),
  staff('Consultations', 'post', `${ONE}/reopen`, 'Open again', 200, 'ConsultationView', { refusals: [404, 409, 422] }),
  staff('Consultations', 'post', `${ONE}/discard`, 'Throw a draft away', 200, 'ConsultationView', {
    refusals: [404, 409],
  }),
  staff('Consultations', 'get', `${ONE}/overview`, 'Counts by day, channel, state and tag', 200, 'OverviewView', {
    refusals: [404],
  }),
];

const COMMENTS: Operation[] = [
  staff('Comments', 'get', `${ONE}/comments`, 'The register, newest first; or `order=oldest`', 200, 'CommentPage', {
    query: {
      ...PAGED,
      q: 'string',
      tag: 'string',
      channel: 'string',
      state: 'string',
      undecided: 'boolean',
      order: 'string',
    },
    refusals: [404, 422],
  }),
  staff('Comments', 'post', `${ONE}/comments`, 'Enter a letter, phone call or meeting', 201, 'CommentDetail', {
    request: 'EnterCommentInput',
    refusals: [404, 409, 422],
  }),
  staff('Comments', 'get', `${ONE}/comment-counts`, 'Counts for the filters', 200, 'CommentCounts', {
    refusals: [404],
  }),
  staff('Comments', 'get', '/comments/{id}', 'One comment with original and history', 200, 'CommentDetail', {
    refusals: [404],
  }),
  staff('Comments', 'post', '/comments/{id}/decision', 'Show or hide', 200, 'CommentDetail', {
    request: 'DecideCommentInput',
    refusals: [404, 409, 422],
  }),
  staff('Tags', 'get', `${ONE}/tags`, 'The code book', 200, 'list:TagView', { refusals: [404] }),
  staff('Tags', 'post', `${ONE}/tags`, 'Add a tag', 201, 'TagView', { request: 'TagInput', refusals: [404, 409, 422] }),
  staff('Tags', 'patch', '/tags/{id}', 'Change a tag', 200, 'TagView', {
    request: 'UpdateTagInput',
    refusals: [404, 409, 422],
  }),
  staff('Tags', 'delete', '/tags/{id}', 'Remove a tag that nothing carries', 204, null, { refusals: [404, 409] }),
  staff('Tags', 'put', '/comments/{id}/tags', 'Replace the tags of a comment', 200, 'CommentTagsResult', {
    request: 'SetCommentTagsInput',
    refusals: [404, 409, 422],
  }),
  staff('Import', 'post', `${ONE}/imports`, 'Import a CSV file, or try it (dryRun)', 201, 'ImportView', {
    request: 'multipart-import',
    refusals: [404, 413, 415, 422],
  }),
  staff('Import', 'get', `${ONE}/imports`, 'Imports, newest first', 200, 'list:ImportView', { refusals: [404] }),
  staff('Import', 'get', '/imports/{id}', 'How an import goes', 200, 'ImportView', { refusals: [404] }),
  staff('Import', 'post', '/imports/{id}/cancel', 'Stop an import', 200, 'ImportView', { refusals: [404, 409] }),
  staff('Import', 'post', '/imports/{id}/undo', 'Take back what an import brought', 200, 'ImportView', {
    refusals: [404, 409],
  }),
  staff('Export', 'post', `${ONE}/exports`, 'Make a PDF, CSV or JSON', 201, 'ExportView', {
    request: 'CreateExportInput',
    refusals: [404, 422],
  }),
  staff('Export', 'get', `${ONE}/exports`, 'Exports, newest first', 200, 'list:ExportView', { refusals: [404] }),
  staff('Export', 'get', '/exports/{id}', 'How an export goes', 200, 'ExportView', { refusals: [404] }),
  staff('Export', 'get', '/exports/{id}/file', 'The file', 200, 'file', { refusals: [404, 409] }),
  staff('Export', 'post', '/exports/{id}/cancel', 'Stop an export', 200, 'ExportView', { refusals: [404, 409] }),
];

const PUBLIC = '/public/consultations/{slug}';
const OPEN: Operation[] = [
  open('Public', 'get', '/public/organisation', 'The municipality', 200, 'PublicOrganisation'),
  open('Public', 'get', '/public/house-rules', 'What it adds to the house rules', 200, 'HouseRules'),
  open(
    'Public',
    'get',
    '/public/consultations',
    'Open, coming and past consultations',
    200,
    'list:PublicConsultationSummary',
  ),
  open('Public', 'get', PUBLIC, 'One consultation', 200, 'PublicConsultationView', { refusals: [404] }),
  open('Sharing', 'get', `${PUBLIC}/qr.svg`, 'The short link as a QR code', 200, 'file', {
    query: { k: 'string' },
    refusals: [404, 422],
  }),
  open('Sharing', 'get', `${PUBLIC}/qr.png`, 'The short link as a QR code, `size` pixels at most', 200, 'file', {
    query: { k: 'string', size: 'integer' },
    refusals: [404, 422],
  }),
  open('Sharing', 'get', '/f/{slug}/delekort.png', 'The picture other pages show of a link', 200, 'file', {
    query: { lang: 'string' },
    refusals: [404],
  }),
  open('Sharing', 'get', '/feed.atom', 'Open consultations as Atom', 200, 'file'),
  open('Sharing', 'get', '/feed.rss', 'Open consultations as RSS 2.0', 200, 'file'),
  open('Sharing', 'get', '/feed.json', 'Open consultations as JSON Feed 1.1', 200, 'file'),
  open('Sharing', 'get', '/sitemap.xml', 'Every public page', 200, 'file'),
  open('Sharing', 'get', '/robots.txt', 'What programs may read', 200, 'file'),
  open('Sharing', 'get', '/oembed', 'oEmbed for a page’s own or short address', 200, 'OembedAnswer', {
    query: { url: 'string', maxwidth: 'integer', maxheight: 'integer', format: 'string' },
    refusals: [404, 422],
  }),
  staff('Sharing', 'get', `${ONE}/poster`, 'A poster to print: `size` a4 or a3, `lang` da or en', 200, 'file', {
    query: { size: 'string', lang: 'string' },
    refusals: [404, 409, 422],
  }),
  open('Public', 'get', '/public/short-links/{code}', 'Where a short link leads', 200, 'ShortLinkView', {
    refusals: [404],
  }),
  open('Public', 'get', `${PUBLIC}/comments`, 'Public comments, newest first', 200, 'PublicCommentPage', {
    query: { ...PAGED, q: 'string', theme: 'string', placed: 'boolean', answered: 'boolean' },
    refusals: [404, 422],
  }),
  open('Public', 'get', `${PUBLIC}/themes`, 'Themes that everybody may filter by', 200, 'list:PublicTheme', {
    refusals: [404],
  }),
  open('Public', 'get', `${PUBLIC}/places`, 'Places of public comments, coarsely', 200, 'list:PublicPlace', {
    refusals: [404],
  }),
  open('Public', 'get', '/public/map-tiles/{z}/{x}/{y}', 'A tile of the background map', 200, 'file', {
    refusals: [404, 502],
  }),
  open(
    'Public',
    'post',
    `${PUBLIC}/comments`,
    'Send a comment. The same idempotencyKey and text give the same receipt',
    201,
    'CommentReceipt',
    { request: 'SubmitCommentInput', refusals: [404, 409, 422, 429] },
  ),
  open('Public', 'get', '/public/private-links/{token}', 'What a private link shows', 200, 'PrivateCommentView', {
    refusals: [404],
  }),
  open('Public', 'put', '/public/private-links/{token}', 'New words for one’s own comment', 200, 'PrivateCommentView', {
    request: 'EditCommentInput',
    refusals: [404, 409, 422, 429],
  }),
  open('Public', 'post', '/public/private-links/{token}/withdraw', 'Take it back', 200, 'PrivateCommentView', {
    refusals: [404],
  }),
  open('Public', 'put', '/public/private-links/{token}/name', 'Show the name, or not', 200, 'PrivateCommentView', {
    request: 'ShowNameInput',
    refusals: [404, 422],
  }),
  open('Public', 'put', '/public/private-links/{token}/follow', 'Which mails are wanted', 200, 'PrivateCommentView', {
    request: 'FollowInput',
    refusals: [404, 422, 429],
  }),
  open(
    'Public',
    'post',
    '/public/private-codes',
    'The private link for a number and its code',
    200,
    'PrivateLinkView',
    {
      request: 'PrivateCodeInput',
      refusals: [404, 422, 429],
    },
  ),
  open('Public', 'get', '/openapi.json', 'This document', 200, 'object'),
  open('Health', 'get', '/health/live', 'The process runs', 200, 'Health'),
  open('Health', 'get', '/health/ready', 'The database answers', 200, 'Health', { refusals: [503] }),
];

/** Every route. A test walks the server's own routes and this list, and neither may have one that the other lacks. */
export const OPERATIONS: Operation[] = [
  ...IDENTITY,
  ...CONSULTATIONS,
  ...FILES,
  ...ANSWERS,
  ...PUBLISHING,
  ...DELIVERY,
  ...RESULTS,
  ...OPENING,
  ...INBOX,
  ...COMMENTS,
  ...OPEN,
];
