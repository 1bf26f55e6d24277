import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { LiveComments } from '@forhoering/shared/contracts/collecting.contract.js';
import type { SendPostInput } from '@forhoering/shared/contracts/delivery.contract.js';
import type {
  CalendarStory,
  PostedInput,
  PostInput,
  StoryInput,
  StoryView,
} from '@forhoering/shared/contracts/story.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { STORY_PHASES, type StoryPhase } from '@forhoering/shared/publishing/story.rules.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { notFound } from '../platform/http/problem-error.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { PostSending } from './post-sending.service.js';
import { StoriesService } from './stories.service.js';

class PostBody implements PostInput {
  @IsIn(POST_CHANNELS) channel: PostChannel;
  /** Longer than a channel takes may be kept: it is said beside the text, and nothing is lost. */
  @Trimmed() @IsString() @MaxChars(LIMITS.postText) text: string;
}

class StoryBody implements StoryInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.storyHeadline) headline: string;
  @Trimmed() @IsString() @MaxChars(LIMITS.storyText) text: string;
  @IsOptional() @IsUUID() pictureId: string | null = null;
  @Trimmed() @IsString() @MaxChars(LIMITS.postAltText) altText = '';
  @IsOptional() @IsString() @MaxChars(40) plannedOn: string | null = null;
  @IsArray()
  @ArrayMaxSize(POST_CHANNELS.length)
  @ValidateNested({ each: true })
  @Type(() => PostBody)
  posts: PostBody[];
  @IsInt() @Min(0) version: number;
}

class PostedBody implements PostedInput {
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.permalink) permalink?: string;
}

class SendBody implements SendPostInput {
  @IsUUID() accountId: string;
  @IsIn(['now', 'planned']) when: 'now' | 'planned';
  @IsOptional() @IsInt() @Min(0) @Max(LIMITS.regretSeconds) afterSeconds?: number;
}

class CalendarQuery {
  @IsString() @MaxChars(40) from: string;
  @IsString() @MaxChars(40) to: string;
}

/** Part of an address: what is none of these does not exist. */
const oneOf = (values: readonly string[]): ParseEnumPipe =>
  new ParseEnumPipe(Object.fromEntries(values.map((value) => [value, value])), { exceptionFactory: notFound });
const Phase = oneOf(STORY_PHASES);
const Channel = oneOf(POST_CHANNELS);

@Controller()
export class StoriesController {
  constructor(
    private readonly stories: StoriesService,
    private readonly sending: PostSending,
  ) {}

  /** Comments where they may be looked at and not kept. */
  @Get('stories/:id/posts/:channel/live')
  @Allow('channel.read')
  comments(@Param('id', Id) id: string, @Param('channel', Channel) channel: PostChannel): Promise<LiveComments> {
    return this.sending.live(id, channel);
  }

  @Get('consultations/:id/stories')
  @Allow('consultation.read')
  async list(@Param('id', Id) id: string): Promise<{ items: StoryView[] }> {
    return { items: await this.stories.list(id) };
  }

  @Get('stories')
  @Allow('consultation.read')
  async calendar(@Query() { from, to }: CalendarQuery): Promise<{ items: CalendarStory[] }> {
    return { items: await this.stories.calendar(from, to) };
  }

  @Put('consultations/:id/stories/:phase')
  @Allow('story.edit')
  save(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Param('phase', Phase) phase: StoryPhase,
    @Body() body: StoryBody,
  ): Promise<StoryView> {
    return this.stories.save(me, id, phase, body);
  }

  @Delete('stories/:id')
  @Allow('story.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.stories.remove(me, id);
  }

  @Post('stories/:id/posts/:channel/send')
  @Allow('story.edit')
  @HttpCode(200)
  send(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Param('channel', Channel) channel: PostChannel,
    @Body() body: SendBody,
  ): Promise<StoryView> {
    return this.sending.send(me, id, channel, body);
  }

  @Post('stories/:id/posts/:channel/posted')
  @Allow('story.edit')
  @HttpCode(200)
  posted(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Param('channel', Channel) channel: PostChannel,
    @Body() { permalink = '' }: PostedBody,
  ): Promise<StoryView> {
    return this.stories.posted(me, id, channel, permalink);
  }

  @Post('stories/:id/posts/:channel/not-posted')
  @Allow('story.edit')
  @HttpCode(200)
  notPosted(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Param('channel', Channel) channel: PostChannel,
  ): Promise<StoryView> {
    return this.stories.notPosted(me, id, channel);
  }
}
