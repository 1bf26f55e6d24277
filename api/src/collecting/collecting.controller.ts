import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { CollectSourceView, EnquirySourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import { ChannelReader } from '../delivery/channel-reader.service.js';
import { Allow } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { notFound } from '../platform/http/problem-error.js';
import { CollectingRepository } from './collecting.repository.js';

@Controller()
export class CollectingController {
  constructor(
    private readonly repository: CollectingRepository,
    private readonly reader: ChannelReader,
  ) {}

  @Get('consultations/:id/collecting')
  @Allow('consultation.read')
  async list(@Param('id', Id) id: string): Promise<{ items: CollectSourceView[] }> {
    return { items: await this.repository.views('consultation_id', id) };
  }

  /** What networks count of the posts, day by day. */
  @Get('consultations/:id/numbers')
  @Allow('consultation.read')
  async numbers(@Param('id', Id) id: string): Promise<{ items: NumberSeries[] }> {
    const sources = await this.repository.views('consultation_id', id);
    return { items: await this.reader.counts(sources.map(({ postId }) => postId)) };
  }

  @Get('collecting/profiles')
  @Allow('channel.read')
  async profiles(): Promise<{ items: EnquirySourceView[] }> {
    return { items: await this.repository.profiles() };
  }

  /** Reads it at once instead of in a while; what comes of it is seen by asking again. */
  @Post('collecting/:id/read')
  @Allow('channel.read')
  @HttpCode(200)
  async read(@Param('id', Id) id: string): Promise<CollectSourceView> {
    await this.repository.hurry(id);
    const [view] = await this.repository.views('id', id);
    if (!view) throw notFound();
    return view;
  }
}
