import { open, PAGED, staff, type Operation } from './operation.js';

const CONVERSATION = '/inbox/{id}';
const MOVED = [403, 404, 409, 422];

export const INBOX: Operation[] = [
  staff('Inbox', 'get', '/inbox', 'What waits for an answer, due first', 200, 'InboxPage', {
    query: { view: 'string', q: 'string', ...PAGED },
    refusals: [422],
  }),
  staff('Inbox', 'get', '/inbox/summary', 'How many in each view', 200, 'InboxSummary'),
  staff('Inbox', 'get', '/inbox/events', 'Server-sent events: which conversation has changed', 200, 'file', {
    refusals: [429],
  }),
  staff('Inbox', 'get', '/inbox/preferences', 'How this person wants mails about the inbox', 200, 'InboxPreferences'),
  staff('Inbox', 'put', '/inbox/preferences', 'Mails at once, or gathered', 200, 'InboxPreferences', {
    request: 'InboxPreferences',
    refusals: [422],
  }),
  staff('Inbox', 'get', '/inbox/answerers', 'Who can answer, and how much each has', 200, 'list:AnswererView'),
  staff('Inbox', 'post', '/inbox/answers', 'One answer to many', 200, 'AnswerManyResult', {
    request: 'AnswerManyInput',
    refusals: [422],
  }),
  staff('Inbox', 'get', CONVERSATION, 'One conversation with everything around it', 200, 'ConversationDetail', {
    refusals: [403, 404],
  }),
  staff('Inbox', 'post', `${CONVERSATION}/assign`, 'To a department or a person', 200, 'ConversationDetail', {
    request: 'AssignInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'post', `${CONVERSATION}/take`, 'I take it', 200, 'ConversationDetail', { refusals: MOVED }),
  staff('Inbox', 'post', `${CONVERSATION}/notes`, 'An internal note', 201, 'ConversationDetail', {
    request: 'InboxNoteInput',
    refusals: [403, 404, 422],
  }),
  staff('Inbox', 'post', `${CONVERSATION}/read`, 'Mentions in it are read', 204, null),
  staff('Inbox', 'post', `${CONVERSATION}/no-answer`, 'Needs no answer, with a reason', 200, 'ConversationDetail', {
    request: 'NoAnswerInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'post', `${CONVERSATION}/wait`, 'Waits for the citizen', 200, 'ConversationDetail', {
    refusals: MOVED,
  }),
  staff('Inbox', 'post', `${CONVERSATION}/reopen`, 'Goes on', 200, 'ConversationDetail', { refusals: MOVED }),
  staff('Inbox', 'post', `${CONVERSATION}/answers`, 'Answer as the municipality', 201, 'ConversationDetail', {
    request: 'AnswerInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'put', `${CONVERSATION}/draft`, 'Keep a text in the works', 200, 'InboxDraftView', {
    request: 'InboxDraftInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'delete', `${CONVERSATION}/draft`, 'Drop the own text', 204, null),
  staff('Inbox', 'patch', '/answers/{id}', 'Edit an answer', 200, 'ConversationDetail', {
    request: 'EditAnswerInput',
    refusals: [403, 404, 422],
  }),
  staff('Inbox', 'post', '/answers/{id}/delivered', 'It stands where it was asked', 200, 'ConversationDetail', {
    request: 'DeliveredInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'get', '/comments/{id}/conversation', 'The conversation of a comment', 200, 'CommentConversation', {
    refusals: [403, 404],
  }),
  staff('Inbox', 'post', '/comments/{id}/conversation', 'It needs an answer', 201, 'ConversationDetail', {
    refusals: [403, 404],
  }),
  staff('Inbox', 'post', '/answer-proposals/{id}/approve', 'Read by another: send it', 200, 'ConversationDetail', {
    refusals: MOVED,
  }),
  staff('Inbox', 'post', '/answer-proposals/{id}/send-back', 'Not like this', 200, 'ConversationDetail', {
    request: 'SendBackInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'post', '/answer-proposals/{id}/withdraw', 'Its writer takes it back', 200, 'ConversationDetail', {
    refusals: MOVED,
  }),
  staff('Inbox', 'get', '/saved-answers', 'The library of answers', 200, 'list:SavedAnswerView'),
  staff('Inbox', 'post', '/saved-answers', 'Write one', 201, 'SavedAnswerView', {
    request: 'SavedAnswerInput',
    refusals: [409, 422],
  }),
  staff('Inbox', 'patch', '/saved-answers/{id}', 'Edit, verify, retire', 200, 'SavedAnswerView', {
    request: 'UpdateSavedAnswerInput',
    refusals: MOVED,
  }),
  staff('Inbox', 'get', '/response-times', 'How fast it is answered', 200, 'ResponseTimes', {
    query: { consultationId: 'string' },
    refusals: [422],
  }),
  staff(
    'Inbox',
    'get',
    '/response-times/months',
    'Ways in, and answers read, month by month',
    200,
    'list:MonthNumbers',
    {
      query: { consultationId: 'string' },
      refusals: [422],
    },
  ),
  staff('Inbox', 'get', '/response-times/csv', 'The same for a spreadsheet', 200, 'file', {
    query: { consultationId: 'string' },
    refusals: [422],
  }),
  open('Public', 'get', '/public/consultations/{slug}/response-badge', 'Share answered in time', 200, 'ResponseBadge', {
    refusals: [404],
  }),
  staff('Inbox', 'get', '/inbox-settings', 'Clock, signature and routing', 200, 'InboxSettings'),
  staff('Inbox', 'get', '/department-heads', 'Who is told last', 200, 'list:DepartmentHeadView'),
  staff('Inbox', 'put', '/department-heads', 'Choose one, or nobody', 200, 'list:DepartmentHeadView', {
    request: 'DepartmentHeadInput',
    refusals: [422],
  }),
  staff('Inbox', 'get', '/duties', 'Who answers for which department, from today on', 200, 'list:DutyView'),
  staff('Inbox', 'post', '/duties', 'Put somebody on duty', 201, 'DutyView', { request: 'DutyInput', refusals: [422] }),
  staff('Inbox', 'put', '/inbox/{id}/presence', 'I have it open; who else has', 200, 'InboxPresence', {
    refusals: [403, 404],
  }),
  staff('Inbox', 'get', '/leaves', 'Who is away, from today on', 200, 'list:LeaveView'),
  staff('Inbox', 'post', '/leaves', 'Say that somebody is away', 201, 'LeaveView', {
    request: 'LeaveInput',
    refusals: [403, 422],
  }),
  staff('Inbox', 'delete', '/leaves/{id}', 'Back after all', 204, null, { refusals: [403, 404] }),
  staff('Inbox', 'delete', '/duties/{id}', 'Take somebody off duty', 204, null, { refusals: [404] }),
  staff('Inbox', 'put', '/inbox-settings', 'Change them', 200, 'InboxSettings', {
    request: 'InboxSettingsInput',
    refusals: [409, 422],
  }),
];
