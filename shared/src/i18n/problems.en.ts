import type { fieldsDa, problemsDa, Words } from './problems.da.js';

type Params = Record<string, string | number | boolean>;

export const problemsEn: Record<keyof typeof problemsDa, [title: string, detail: Words]> = {
  validation: ['Something needs correcting', 'See what is missing beside each field.'],
  'malformed-request': ['We could not read what was sent', 'Reload the page and try again.'],
  'body-too-large': ['That is too large', 'Make it shorter, or choose a smaller file.'],
  'unsupported-media-type': ['We cannot read that format', 'Send it as JSON, as a form or as a file.'],
  'not-found': ['It does not exist', 'The address may be wrong, or it has been removed.'],
  'consultation-not-found': [
    'The consultation does not exist',
    'Check the address. Open consultations are on the front page.',
  ],
  'not-signed-in': ['Sign in again', 'You are signed out. Sign in and try again.'],
  'not-allowed': ['You do not have access to that', 'Ask an administrator if you should.'],
  'wrong-credentials': ['E-mail and password do not match', 'Try again, or ask an administrator for a new link.'],
  'too-many-attempts': ['Too many attempts', (p: Params) => `Wait ${minutes(p)} and try again.`],
  'rate-limited': [
    'Many comments have come from your network',
    (p: Params) => `Your text is still here. Wait ${minutes(p)} and send it again.`,
  ],
  'cross-site': ['This came from another site', 'Open the page on our site and try again.'],
  'consultation-not-open-yet': [
    'The consultation has not opened yet',
    'Your text is still here. Keep it and send it when the consultation opens.',
  ],
  'consultation-closed': [
    'The consultation is closed',
    'Your text is still here. Write or call us if you want it considered.',
  ],
  'post-is-out': [
    'The post is out',
    'What has been put up cannot be changed or removed here. First say that it is not up after all.',
  ],
  'delivery-under-way': [
    'The post is on its way already',
    'Take it back first, if that can still be done. If it is being sent, wait a moment.',
  ],
  'deliveries-under-way': [
    'Posts of this profile are on their way',
    'Take them back, or wait until they are out, and then disconnect.',
  ],
  'delivery-moved-on': ['Something has happened meanwhile', 'Reload the page and see where the post is.'],
  'approve-by-another': [
    'Somebody else must say yes',
    'You have ordered the post yourself. Ask a colleague to read it.',
  ],
  'channel-app-missing': [
    'The municipality has no app at the network',
    'The IT department registers one, once. The guide is called "Connect a channel".',
  ],
  'channel-sign-in-over': ['It took too long, or it is done already', 'Begin again with connecting the channel.'],
  'channel-without-profile': [
    'You have no page there',
    'Sign in at the network as somebody who may write on the page of the municipality, and try again.',
  ],
  'channel-unreachable': ['The network does not answer', 'Nothing has changed. Try again in a while.'],
  'not-closed': [
    'The consultation is not closed yet',
    'The result can be published when the deadline has passed, or when you have closed the consultation.',
  ],
  'consultation-not-published': ['The consultation is not published', 'Publish it before you enter comments.'],
  'idempotency-key-reused': [
    'Another text has already been sent from here',
    'Reload the page and send the text again.',
  ],
  'version-conflict': ['Somebody else changed the same thing', 'Load the latest version and change that.'],
  'comment-not-editable': ['This comment cannot be changed here', 'Write a new one, or contact the municipality.'],
  'nothing-to-undo': [
    'There is nothing to undo',
    'The decision is not the latest, or somebody else took it. Reload the page.',
  ],
  'not-your-department': [
    'It lies with another department',
    'Ask whoever has it, or a social media manager, to give it to you.',
  ],
  'conversation-done': ['It is done', 'Open it again if there is more to do.'],
  'already-answered': ['It has been answered already', 'Somebody else was first. Reload to see the answer.'],
  'already-delivered': ['It is confirmed already', 'Reload the page.'],
  'comment-hidden': ['The comment is hidden or withdrawn', 'It cannot be answered while it is so.'],
  'draft-taken': ['Somebody else is writing the answer', 'Take it over if you agree on that.'],
  'answer-waits': ['An answer waits to be read', 'A colleague reads it, or whoever wrote it takes it back.'],
  'answer-decided': ['It has been decided already', 'Load the page again and see what has happened.'],
  'read-by-another': ['Somebody else has to read it', 'You wrote the answer yourself. Ask a colleague to read it.'],
  'too-many-saved-answers': [
    'There is no room for more saved answers',
    (p: Params) => `There can be ${p['max'] ?? ''}. Retire some of them.`,
  ],
  'transition-not-allowed': ['That cannot be done now', 'The state has changed. Reload the page.'],
  'publish-blocked': ['Something is missing before you can open', 'Fill in what the list shows.'],
  'template-gone': [
    'The template has been removed',
    'Consultations made from it are unchanged. Choose another one, or begin with a blank one.',
  ],
  'template-name-taken': ['There is already a template with that name', 'Choose another name.'],
  'too-many-templates': ['There is no room for more templates', 'Delete one that you do not use.'],
  'too-many-presets': ['There is no room for more standard texts', 'Delete one that you do not use.'],
  'too-many-preview-links': ['There are too many links to the draft', 'Remove one of them first.'],
  'preview-not-draft': ['The consultation is no longer a draft', 'Share its real link.'],
  'preview-expired': ['The link to the draft has expired', 'Ask the person who sent it for a new one.'],
  'preview-revoked': ['The link to the draft has been closed', 'Ask the person who sent it for a new one.'],
  'cpr-blocks-publication': ['The text contains a CPR number', 'Show the comment without the marked part.'],
  'staff-only': ['Comments in this consultation are not shown', 'The consultation is set to be read by staff only.'],
  'link-used-or-expired': [
    'The link no longer works',
    'It has been used or is too old. Ask an administrator for a new one.',
  ],
  'email-taken': ['There is already an account with that e-mail', 'Find it in the list.'],
  'department-taken': ['The department already exists', 'Choose it from the list.'],
  'last-administrator': ['There must be at least one administrator', 'Give the role to somebody else first.'],
  'tag-name-taken': ['There is already a theme with that name', 'Choose another name.'],
  'tag-key-taken': ['The key is in use', 'Choose another key.'],
  'tag-in-use': ['The theme is in use', 'Remove it from the comments first.'],
  'import-not-csv': ['The file is neither CSV nor Excel', 'Save the sheet as .xlsx or CSV (UTF-8) and choose that.'],
  'import-too-large': [
    'The file is too large',
    (p: Params) => `Split it. There is room for ${p['max'] ?? ''} at a time.`,
  ],
  'import-empty': ['There are no rows in the file', 'Choose a file with a header row and at least one row.'],
  'import-wrong-separator': [
    'The columns are not separated',
    'Choose what separates the columns: comma, semicolon or tab.',
  ],
  'import-wrong-encoding': [
    'The characters in the file cannot be read',
    'Save the file as CSV with UTF-8 and try again.',
  ],
  'import-column-missing': ['A column is missing', 'Choose the column that holds the text.'],
  'import-broken-quotes': [
    'The quotation marks do not match',
    (p: Params) => `Look for a missing quotation mark around line ${p['line'] ?? ''}.`,
  ],
  'file-type': ['We cannot take that kind of file', 'Choose a picture (JPEG, PNG or WebP) or a document as PDF.'],
  'upload-too-large': ['The file is too large', (p: Params) => `Choose one of at most ${p['max'] ?? ''}.`],
  'too-many-files': [
    'There is no room for more files',
    (p: Params) => `There is room for ${p['max'] ?? ''}. Remove one first.`,
  ],
  'too-many-answers': [
    'There is no room for more answers',
    (p: Params) => `There is room for ${p['max'] ?? ''}. Remove or join some of them.`,
  ],
  'replies-not-allowed': ['Comments cannot be replied to here', 'Send it as a comment of your own instead.'],
  'reply-target-gone': [
    'The comment that you reply to is no longer shown',
    'Your text is still here. Send it as a comment of your own.',
  ],
  'proof-of-work-required': [
    'We are checking that you are not a robot',
    'Many comments are coming in right now. Your text is still here. Send it again.',
  ],
  'support-network-full': [
    'There are many “agree” from your network already',
    'Try again in an hour, or write in your own words.',
  ],
  'map-unavailable': [
    'The background map cannot be fetched',
    'Try again in a moment. Area and places can be seen without.',
  ],
  'export-refused': [
    'The report was not made',
    'It could not be made so that everybody can read it. The problem has been noted.',
  ],
  'export-not-ready': ['The file is not ready yet', 'Wait a little, then download it.'],
  'export-unavailable': ['PDF cannot be made on this machine', 'Download CSV or JSON instead.'],
  'too-many-objections': ['There cannot be more objections', 'Remove those that do not belong here.'],
  'standing-register': [
    'General enquiries are no consultation',
    'They can be read, answered and tagged, but not changed, opened or shared.',
  ],
  'not-published-yet': ['The consultation is not open yet', 'Open it first. Then the link on the poster works.'],
  'oembed-format': ['We have oEmbed as JSON only', 'Ask for format=json.'],
  'poster-unavailable': [
    'The poster could not be made',
    'Take the QR code instead, and put it into a poster of your own. The error has been noted.',
  ],
  'service-unavailable': ['We cannot save right now', 'It has not been saved. Try again in a moment.'],
  internal: ['Something went wrong on our side', 'Try again in a moment. It has been noted.'],
};

export const fieldsEn: Record<keyof typeof fieldsDa, Words> = {
  required: 'Fill in the field',
  'too-long': (p: Params) => `Make it shorter: at most ${p['max'] ?? ''} characters`,
  'not-an-email': 'Write a complete e-mail address, e.g. name@example.dk',
  'on-leave': 'Is away. Choose somebody else',
  'objection-known': 'That objection has been entered already',
  'not-a-date': 'Write a date, e.g. 2026-03-29 or 2026-03-29T12:00',
  'not-allowed-value': 'Choose one of the options',
  'unknown-field': 'The field is not known',
  'wrong-type': 'It has the wrong form',
  'too-many': (p: Params) => `There can be at most ${p['max'] ?? ''}`,
  'not-found': 'What you chose no longer exists',
  'text-empty': 'Write at least one word',
  'text-too-long': (p: Params) =>
    `Make the text shorter: ${p['length'] ?? ''} characters written, room for ${p['max'] ?? ''}`,
  'text-null-byte': 'The text has a character that cannot be stored. Type or paste it again',
  'text-lone-surrogate': 'The text has half a character, perhaps a broken emoji. Remove it and send again',
  'text-broken-characters': 'Some characters were broken on the way (�). Type them again, or send the text as UTF-8',
  'wrong-credentials': 'The current password does not match',
  'password-too-short': (p: Params) => `Choose at least ${p['min'] ?? 12} characters`,
  'password-too-common': 'It is too easy to guess. Use four random words, for example',
  'closing-before-opening': 'Set the closing after the opening',
  'closing-in-the-past': 'Set the closing in the future',
  'options-missing': 'Give at least two different answers to choose from',
  'closing-missing': 'Set a closing date',
  'title-missing': 'Write a title',
  'question-missing': 'Ask at least one question',
  'delete-date-missing': 'Set a delete date',
  'picture-heic': 'We cannot open HEIC. Save the picture as JPEG or take a screenshot of it',
  'picture-type': 'Choose a picture as JPEG, PNG or WebP',
  'picture-too-large': (p: Params) =>
    `The picture has too many pixels. Choose one of at most ${p['max'] ?? ''} megapixels`,
  'picture-unreadable': 'The picture is broken or only half transferred. Choose it again',
  'in-the-past': 'Choose a day that has not passed',
  'cannot-answer': 'This person cannot answer citizens',
  'unknown-placeholder': (p: Params) =>
    `We cannot fill in “${p['word'] ?? ''}”. Use one from the list, or take the braces away`,
  'placeholder-without-value': (p: Params) =>
    `“${p['word'] ?? ''}” has no value in this conversation. Write what should stand there`,
  'title-taken': 'There is one of that title in the department already',
  'cannot-see': (p: Params) =>
    `${p['name'] || 'This person'} cannot see it. Hand it over first, or choose somebody else`,
  'end-before-start': 'Ends before it starts',
  'has-contact': (p: Params) =>
    `Everybody can read “${p['found'] ?? ''}”. Remove it, or confirm that it may stand there`,
  'too-long-for-channel': (p: Params) =>
    `The answer is ${p['over']} characters too long for the channel, with its signature`,
  'post-empty': 'There is nothing in it',
  'post-too-long': (p: Params) => `The text is ${p['over']} characters too long`,
  'post-needs-picture': 'The channel only takes posts with a picture',
  'post-alt-too-long': (p: Params) => `The description of the picture is ${p['over']} characters too long`,
  'not-planned': 'The story has no day yet. Choose one, or send it now',
  'plan-is-over': 'The time has passed. Choose a new one, or send it now',
  'not-a-server': 'This is not the address of a server that we can ask',
  'channel-sign-in-refused': 'The network says no to name and password',
  'channel-refused': 'The server says no',
  'not-a-post-address': 'This does not look like the address of a post there. Copy it from the post itself',
  'quote-not-public': 'There is no public comment with this number',
  'has-cpr': 'There is a CPR number. Remove it before it can be shown',
  'not-a-link': 'Write a complete address that begins with https://',
  'photo-gone': 'A picture can no longer be found. Choose it again',
  'photo-too-many': (p: Params) => `Choose at most ${p['max'] ?? ''} pictures`,
  'photo-too-large': (p: Params) => `Choose pictures of at most ${p['max'] ?? ''} MB each`,
  'area-not-geojson': 'The file is not GeoJSON. Save the area as GeoJSON in WGS84 or EPSG:25832',
  'area-no-polygon': 'There is no polygon in the file. Draw a closed area and save it again',
  'area-crosses-itself': 'The edge of the area crosses itself. Correct it and try again',
  'area-outside-denmark': 'The area is not in Denmark. Check whether the file is in WGS84 or EPSG:25832',
  'area-too-detailed': (p: Params) => `The area has too many corners. Simplify it to at most ${p['max'] ?? ''}`,
  'place-outside-denmark': 'The place is not in Denmark. Set it again or write it in words',
  'in-the-future': 'It cannot have been received in the future',
  'reason-missing': 'Write why the comment is hidden',
};

function minutes(p: Params): string {
  const seconds = Number(p['retryAfterSeconds'] ?? 60);
  return seconds < 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;
}
