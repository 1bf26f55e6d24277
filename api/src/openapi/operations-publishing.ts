import { staff, type Operation } from './operation.js';

export const PUBLISHING: Operation[] = [
  staff('Publishing', 'get', '/consultations/{id}/stories', 'Stories by phase', 200, 'list:StoryView', {
    refusals: [404],
  }),
  staff('Publishing', 'get', '/stories', 'What is planned from one day to before another', 200, 'list:CalendarStory', {
    query: { from: 'string', to: 'string' },
    refusals: [422],
  }),
  staff('Publishing', 'put', '/consultations/{id}/stories/{phase}', 'Write the story of a phase', 200, 'StoryView', {
    request: 'StoryInput',
    refusals: [404, 409, 422],
  }),
  staff('Publishing', 'delete', '/stories/{id}', 'Drop a story that is not out', 204, null, { refusals: [404, 409] }),
  staff('Publishing', 'post', '/stories/{id}/posts/{channel}/posted', 'It has been put up', 200, 'StoryView', {
    request: 'PostedInput',
    refusals: [404, 422],
  }),
  staff('Publishing', 'post', '/stories/{id}/posts/{channel}/not-posted', 'It is not up after all', 200, 'StoryView', {
    refusals: [404],
  }),
];
