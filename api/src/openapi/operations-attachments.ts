import { open, staff, type Operation } from './operation.js';

const ONE = '/consultations/{id}';

export const FILES: Operation[] = [
  staff('Files', 'get', `${ONE}/files`, 'Pictures and documents in their order', 200, 'list:ConsultationFileView', {
    refusals: [404],
  }),
  staff('Files', 'post', `${ONE}/files`, 'Add a picture or a PDF', 201, 'ConsultationFileView', {
    request: 'multipart-file',
    refusals: [404, 409, 413, 415, 422],
  }),
  staff('Files', 'patch', '/files/{id}', 'Name, alternative text, place', 200, 'ConsultationFileView', {
    request: 'UpdateConsultationFileInput',
    refusals: [404, 422],
  }),
  staff('Files', 'delete', '/files/{id}', 'Remove from the page', 204, null, { refusals: [404] }),
  staff('Files', 'get', '/files/{id}/{size}', 'The file: large, small or document', 200, 'file', { refusals: [404] }),
  staff('Files', 'get', '/photos/{id}/{size}', 'A citizen’s photo: large or small', 200, 'file', { refusals: [404] }),
  staff('Files', 'post', '/photos/{id}/decision', 'Show a photo to everybody, or not', 200, 'CommentPhotoView', {
    request: 'DecidePhotoInput',
    refusals: [404, 422],
  }),
  open('Files', 'get', '/public/consultations/{slug}/files', 'Pictures and documents', 200, 'list:PublicFile', {
    refusals: [404],
  }),
  open('Files', 'get', '/public/files/{id}/{size}', 'The file: large, small or document', 200, 'file', {
    refusals: [404],
  }),
  open('Files', 'get', '/public/photos/{id}/{size}', 'A shown photo: large or small', 200, 'file', { refusals: [404] }),
  open(
    'Files',
    'post',
    '/public/consultations/{slug}/photos',
    'Upload a photo; its token goes into the comment',
    201,
    'UploadedPhoto',
    { request: 'multipart-file', refusals: [404, 409, 413, 415, 422, 429] },
  ),
];

export const ANSWERS: Operation[] = [
  staff(
    'Answers',
    'get',
    `${ONE}/official-answers`,
    'Official answers in their order',
    200,
    'list:OfficialAnswerView',
    {
      refusals: [404],
    },
  ),
  staff('Answers', 'post', `${ONE}/official-answers`, 'Answer once for everybody', 201, 'OfficialAnswerView', {
    request: 'OfficialAnswerInput',
    refusals: [404, 409, 422],
  }),
  staff('Answers', 'patch', '/official-answers/{id}', 'Change words or place', 200, 'OfficialAnswerView', {
    request: 'UpdateOfficialAnswerInput',
    refusals: [404, 422],
  }),
  staff('Answers', 'delete', '/official-answers/{id}', 'Take it off the page', 204, null, { refusals: [404] }),
  open(
    'Answers',
    'get',
    '/public/consultations/{slug}/official-answers',
    'Official answers',
    200,
    'list:PublicOfficialAnswer',
    {
      refusals: [404],
    },
  ),
  open('Answers', 'post', '/public/official-answers/{id}/read', 'Count that it was opened', 204, null, {
    refusals: [404],
  }),
  open('Answers', 'get', '/public/official-answers/{id}/link', 'Count, and go to its link', 302, null, {
    refusals: [404],
  }),
  open(
    'Answers',
    'post',
    '/public/consultations/{slug}/comments/{number}/support',
    'Agree, or not any more',
    200,
    'SupportView',
    {
      request: 'SupportInput',
      refusals: [404, 409, 422, 429],
    },
  ),
];

export const RESULTS: Operation[] = [
  staff('Results', 'get', `${ONE}/result`, 'You said, we did: as it is written', 200, 'ResultView', {
    refusals: [404],
  }),
  staff('Results', 'put', `${ONE}/result`, 'Write it', 200, 'ResultView', {
    request: 'ResultInput',
    refusals: [404, 409, 422],
  }),
  staff('Results', 'post', `${ONE}/result/publish`, 'Show it, and tell who has asked', 200, 'ResultView', {
    refusals: [404, 409, 422],
  }),
  staff('Results', 'post', `${ONE}/result/withdraw`, 'Take it off the page', 200, 'ResultView', {
    refusals: [404, 422],
  }),
  staff('Results', 'get', `${ONE}/objections`, 'Formal objections, theme by theme', 200, 'Objections', {
    refusals: [404],
  }),
  staff('Results', 'post', `${ONE}/objections`, 'Enter one', 201, 'Objections', {
    request: 'ObjectionInput',
    refusals: [404, 409, 422],
  }),
  staff('Results', 'delete', '/objections/{id}', 'Take one out again', 204, null, { refusals: [404] }),
  open('Results', 'get', '/public/consultations/{slug}/result', 'You said, we did', 200, 'PublicResult', {
    refusals: [404],
  }),
  open(
    'Results',
    'get',
    '/public/private-links/{token}/treatment',
    'Where the own comment ended',
    200,
    'CommentTreatment',
    { refusals: [404] },
  ),
];
