import { Controller, Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OembedAnswer } from '@forhoering/shared/contracts/consultation.contract.js';
import { Public } from '../../platform/http/access.js';
import { sendMadeFile } from '../../platform/http/send-made-file.js';
import { atomFeed, jsonFeed, robots, rssFeed, sitemap } from './feed.rules.js';
import { OembedService } from './oembed.service.js';
import { SiteFilesService } from './site-files.service.js';

/** What programs look for at the root of a site. */
@Controller()
export class SiteFilesController {
  constructor(
    private readonly files: SiteFilesService,
    private readonly embeds: OembedService,
  ) {}

  @Get('feed.atom')
  @Public()
  async atom(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.send(request, reply, 'application/atom+xml; charset=utf-8', atomFeed(await this.files.feed()));
  }

  @Get('feed.rss')
  @Public()
  async rss(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.send(request, reply, 'application/rss+xml; charset=utf-8', rssFeed(await this.files.feed()));
  }

  @Get('feed.json')
  @Public()
  async json(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.send(request, reply, 'application/feed+json; charset=utf-8', jsonFeed(await this.files.feed()));
  }

  @Get('sitemap.xml')
  @Public()
  async sitemap(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const text = sitemap(this.files.publicUrl, await this.files.pages());
    return this.send(request, reply, 'application/xml; charset=utf-8', text);
  }

  @Get('robots.txt')
  @Public()
  robots(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.send(request, reply, 'text/plain; charset=utf-8', robots(this.files.publicUrl));
  }

  /** Read by other sites' scripts too; it says nothing that is not public. */
  @Get('oembed')
  @Public()
  async oembed(
    @Query('url') url: unknown,
    @Query('maxwidth') maxwidth: unknown,
    @Query('maxheight') maxheight: unknown,
    @Query('format') format: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OembedAnswer> {
    const answer = await this.embeds.describe({ url, maxwidth, maxheight, format });
    void reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' });
    return answer;
  }

  private send(request: FastifyRequest, reply: FastifyReply, type: string, text: string): StreamableFile | undefined {
    return sendMadeFile(request, reply, { bytes: Buffer.from(text), type, downloadName: null });
  }
}
