import { ONE, open, staff, type Operation } from './operation.js';

/** Templates, copies, who edits, links to drafts, standard texts. */
export const OPENING: Operation[] = [
  staff('Opening', 'post', `${ONE}/clone`, 'A new draft with the same words', 201, 'ConsultationView', {
    refusals: [404],
  }),
  staff('Opening', 'put', `${ONE}/presence`, 'Who else edits, and the version now', 200, 'PresenceView', {
    request: 'PresenceInput',
    refusals: [404, 422],
  }),
  staff('Opening', 'get', '/templates', 'Own and built-in templates', 200, 'list:TemplateView'),
  staff('Opening', 'post', '/templates', 'Save a consultation as a template', 201, 'TemplateView', {
    request: 'SaveTemplateInput',
    refusals: [409, 422],
  }),
  staff('Opening', 'patch', '/templates/{id}', 'Rename a template', 200, 'TemplateView', {
    request: 'UpdateTemplateInput',
    refusals: [404, 409, 422],
  }),
  staff('Opening', 'delete', '/templates/{id}', 'Take a template off the list', 204, null, { refusals: [404, 409] }),
  staff('Opening', 'get', `${ONE}/preview-links`, 'Links for colleagues without account', 200, 'list:PreviewLinkView', {
    refusals: [404],
  }),
  staff('Opening', 'post', `${ONE}/preview-links`, 'A link that shows the draft', 201, 'PreviewLinkMade', {
    request: 'PreviewLinkInput',
    refusals: [404, 409, 422],
  }),
  staff('Opening', 'delete', '/preview-links/{id}', 'End a link', 204, null, { refusals: [404] }),
  open('Opening', 'get', '/public/drafts/{token}', 'What a preview link shows', 200, 'DraftPreview', {
    refusals: [404, 410],
  }),
  open('Opening', 'get', '/public/drafts/{token}/files/{id}/{size}', 'A file of the draft', 200, 'file', {
    refusals: [404, 410],
  }),
  staff('Opening', 'get', '/text-presets', 'Standard texts', 200, 'list:TextPresetView'),
  staff('Opening', 'post', '/text-presets', 'Add a standard text', 201, 'TextPresetView', {
    request: 'TextPresetInput',
    refusals: [409, 422],
  }),
  staff('Opening', 'patch', '/text-presets/{id}', 'Change a standard text', 200, 'TextPresetView', {
    request: 'UpdateTextPresetInput',
    refusals: [404, 409, 422],
  }),
  staff('Opening', 'delete', '/text-presets/{id}', 'Remove a standard text', 204, null, { refusals: [404] }),
  staff(
    'Consultations',
    'get',
    '/consultations/{id}/same-area',
    'Who asked about the same area within a year',
    200,
    'list:AskedBefore',
    {
      refusals: [404],
    },
  ),
];
