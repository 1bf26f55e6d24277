import { AuditEvent } from './audit/audit-event.entity.js';
import { CollectedCommentRow, CollectedReply, CollectSource } from './collecting/collecting.entity.js';
import { Comment, CommentVersion } from './comments/comment.entity.js';
import { Import } from './comments/import/import.entity.js';
import { CommentSupport } from './comments/support/comment-support.entity.js';
import { OfficialAnswer, OfficialAnswerUse } from './consultations/answers/official-answer.entity.js';
import { CommentPhoto } from './comments/photos/comment-photo.entity.js';
import { ConsultationChangeRow } from './consultations/changes/consultation-change.entity.js';
import { TextPreset } from './consultations/presets/text-preset.entity.js';
import { PreviewLink } from './consultations/preview/preview-link.entity.js';
import { Template } from './consultations/templates/template.entity.js';
import { Consultation, PrivacyNotice } from './consultations/consultation.entity.js';
import { ConsultationFile } from './consultations/files/consultation-file.entity.js';
import { ChannelAccount, Delivery } from './delivery/delivery.entity.js';
import { Export } from './exports/export.entity.js';
import { Account, Department, OneTimeLink, Session } from './identity/identity.entities.js';
import { Answer, AnswerDelivery } from './inbox/answer.entity.js';
import { AnswerProposal } from './inbox/answer-proposal.entity.js';
import { Conversation } from './inbox/conversation.entity.js';
import { SavedAnswer } from './inbox/saved-answer.entity.js';
import { Decision } from './moderation/decision.entity.js';
import { Organisation } from './organisation/organisation.entity.js';
import { Post, Story } from './publishing/story.entity.js';
import { Objection } from './results/objection.entity.js';
import { Result } from './results/result.entity.js';
import { Tag } from './tagging/tag.entity.js';

/** Every entity, listed by hand: a glob would hide a forgotten one until it is used. */
export const ENTITIES = [
  Account,
  Answer,
  AnswerDelivery,
  AnswerProposal,
  AuditEvent,
  ChannelAccount,
  CollectedCommentRow,
  CollectedReply,
  CollectSource,
  Comment,
  CommentPhoto,
  CommentSupport,
  CommentVersion,
  Consultation,
  Conversation,
  ConsultationFile,
  ConsultationChangeRow,
  Decision,
  Delivery,
  Department,
  Export,
  Import,
  Objection,
  OfficialAnswer,
  OfficialAnswerUse,
  OneTimeLink,
  Organisation,
  PreviewLink,
  PrivacyNotice,
  Post,
  Result,
  SavedAnswer,
  Session,
  Story,
  Tag,
  Template,
  TextPreset,
];
