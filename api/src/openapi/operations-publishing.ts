import { ONE, open, staff, type Operation } from './operation.js';

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
    refusals: [404, 409, 422],
  }),
  staff('Publishing', 'post', '/stories/{id}/posts/{channel}/not-posted', 'It is not up after all', 200, 'StoryView', {
    refusals: [404, 409],
  }),
  staff('Publishing', 'post', '/stories/{id}/posts/{channel}/send', 'Have it sent by an account', 200, 'StoryView', {
    request: 'SendPostInput',
    refusals: [404, 409, 422],
  }),
  staff(
    'Publishing',
    'get',
    '/stories/{id}/posts/{channel}/live',
    'Comments as they are there now',
    200,
    'LiveComments',
    {
      refusals: [404, 503],
    },
  ),
  open('Publishing', 'get', '/public/post-pictures/{sha256}', 'Picture of a post that is going out', 200, 'file', {
    refusals: [404],
  }),
];

const ACCOUNTS = '/channel-accounts';
export const DELIVERY: Operation[] = [
  staff('Channels', 'get', ACCOUNTS, 'Profiles that are connected', 200, 'list:ChannelAccountView'),
  staff('Channels', 'get', `${ACCOUNTS}/numbers`, 'Followers day by day', 200, 'list:NumberSeries'),
  staff('Channels', 'get', `${ACCOUNTS}/offers`, 'Channels that can be connected', 200, 'list:ChannelOffer'),
  staff('Channels', 'post', ACCOUNTS, "Connect with an app's password", 201, 'ChannelAccountView', {
    request: 'ConnectAccountInput',
    refusals: [422],
  }),
  staff('Channels', 'post', `${ACCOUNTS}/sign-in`, "Begin at the network's own page", 200, 'SignInStart', {
    request: 'SignInInput',
    refusals: [409, 422],
  }),
  staff('Channels', 'post', `${ACCOUNTS}/sign-in/complete`, 'Come back from it', 201, 'list:ChannelAccountView', {
    request: 'SignInReturn',
    refusals: [409, 422],
  }),
  staff('Channels', 'patch', `${ACCOUNTS}/{id}`, 'Whether somebody else approves', 200, 'ChannelAccountView', {
    request: 'ChangeAccountInput',
    refusals: [404, 409, 422],
  }),
  staff('Channels', 'post', `${ACCOUNTS}/{id}/check`, 'Ask whether it still works', 200, 'ChannelAccountView', {
    refusals: [404],
  }),
  staff('Channels', 'delete', `${ACCOUNTS}/{id}`, 'Let it go', 204, null, { refusals: [404, 409] }),
  staff('Channels', 'post', '/deliveries/{id}/approve', 'A second person says yes', 200, 'DeliveryView', {
    refusals: [404, 409],
  }),
  staff('Channels', 'post', '/deliveries/{id}/cancel', 'Take it back', 200, 'DeliveryView', { refusals: [404, 409] }),
  staff('Channels', 'post', '/deliveries/{id}/settle', 'Somebody has looked', 200, 'DeliveryView', {
    request: 'SettleDeliveryInput',
    refusals: [404, 409, 422],
  }),
  staff('Channels', 'get', `${ONE}/collecting`, 'Posts whose comments are collected', 200, 'list:CollectSourceView'),
  staff('Channels', 'get', `${ONE}/numbers`, 'What networks count of the posts, day by day', 200, 'list:NumberSeries'),
  staff(
    'Channels',
    'get',
    '/collecting/profiles',
    'Profiles that are read for enquiries',
    200,
    'list:EnquirySourceView',
  ),
  staff('Channels', 'post', '/collecting/{id}/read', 'Collect now', 200, 'CollectSourceView', { refusals: [404] }),
  open('Channels', 'get', '/webhooks/{channel}', "A network's question whether the address is ours", 200, 'file', {
    refusals: [404],
  }),
  open('Channels', 'post', '/webhooks/{channel}', 'Something happened; signed by the network', 204, null, {
    refusals: [403, 404],
  }),
];
