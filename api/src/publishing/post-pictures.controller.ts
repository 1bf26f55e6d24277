import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import { FileStore } from '../platform/files/file-store.js';
import { Public } from '../platform/http/access.js';
import { notFound } from '../platform/http/problem-error.js';
import { sendStoredFile } from '../platform/http/send-stored-file.js';

/** Networks that fetch the picture of a post instead of taking it find it here, from when it is being sent; nobody can guess the name. */
@Controller()
export class PostPicturesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly files: FileStore,
  ) {}

  @Get('public/post-pictures/:sha256')
  @Public()
  async picture(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const there = /^[0-9a-f]{64}$/.test(sha256) && (await this.deliveries.isGoingOut(sha256));
    if (!there || !(await this.files.exists(sha256))) throw notFound();
    // Below a megabyte, always.
    const bytes = await buffer(this.files.open(sha256));
    const file = {
      sha256,
      bytes: bytes.length,
      type: 'image/jpeg',
      downloadName: null,
      open: () => Readable.from([bytes]),
    };
    return sendStoredFile(request, reply, file, true);
  }
}
