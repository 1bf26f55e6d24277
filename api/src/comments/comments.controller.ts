import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type {
  CommentCounts,
  CommentDetail,
  CommentPage,
  CommentReceipt,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { PublicCommentPage, PublicPlace } from '@forhoering/shared/contracts/public-comment.contract.js';
import { Allow, Me, Public, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { CommentReaderService } from './comment-reader.service.js';
import { CommentsService } from './comments.service.js';
import { CommentQuery, EnterCommentBody, PublicCommentQuery, SubmitCommentBody } from './comments.dto.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { ProofOfWork } from './proof-of-work.js';
import { SubmitThrottle } from './submit-throttle.js';

@Controller()
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly reader: CommentReaderService,
    private readonly throttle: SubmitThrottle,
    private readonly proof: ProofOfWork,
  ) {}

  @Post('public/consultations/:slug/comments')
  @Public()
  async submit(
    @Param('slug') slug: string,
    @Body() body: SubmitCommentBody,
    @Req() request: FastifyRequest,
  ): Promise<CommentReceipt> {
    await this.throttle.take(request.ip);
    const unproven = this.proof.asks(request.ip) && !this.proof.accepts(body.proof);
    if (unproven && body.mayWait !== true)
      throw new ProblemError(429, 'proof-of-work-required', { ...this.proof.challenge() });
    return this.comments.receive(slug, body, request.ip, unproven);
  }

  @Get('public/consultations/:slug/comments')
  @Public()
  publicList(@Param('slug') slug: string, @Query() query: PublicCommentQuery): Promise<PublicCommentPage> {
    return this.reader.publicPage(slug, query);
  }

  @Get('public/consultations/:slug/places')
  @Public()
  async publicPlaces(@Param('slug') slug: string): Promise<{ items: PublicPlace[] }> {
    return { items: await this.reader.publicPlaces(slug) };
  }

  @Get('consultations/:id/comments')
  @Allow('comment.read')
  list(@Param('id', Id) id: string, @Query() query: CommentQuery): Promise<CommentPage> {
    return this.reader.list(id, query);
  }

  @Post('consultations/:id/comments')
  @Allow('comment.enter')
  async enter(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: EnterCommentBody): Promise<CommentDetail> {
    return this.reader.detail(await this.comments.enter(me, id, body));
  }

  @Get('consultations/:id/comment-counts')
  @Allow('comment.read')
  counts(@Param('id', Id) id: string): Promise<CommentCounts> {
    return this.reader.counts(id);
  }

  @Get('comments/:id')
  @Allow('comment.read')
  detail(@Param('id', Id) id: string): Promise<CommentDetail> {
    return this.reader.detail(id);
  }
}
