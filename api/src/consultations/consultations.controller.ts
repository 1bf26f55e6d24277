import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type {
  AskedBefore,
  ConsultationSummary,
  ConsultationView,
  PublishFinding,
  PublishResult,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { CloseConsultationBody, CreateConsultationBody, UpdateConsultationBody } from './consultations.dto.js';
import { ConsultationsService } from './consultations.service.js';
import { NewConsultationsService } from './new-consultations.service.js';

@Controller('consultations')
export class ConsultationsController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly drafts: NewConsultationsService,
  ) {}

  @Get()
  @Allow('consultation.read')
  async list(): Promise<{ items: ConsultationSummary[] }> {
    return { items: await this.consultations.list() };
  }

  @Post()
  @Allow('consultation.edit')
  create(@Me() me: SignedIn, @Body() body: CreateConsultationBody): Promise<ConsultationView> {
    return this.drafts.create(me, body);
  }

  @Post(':id/clone')
  @Allow('consultation.edit')
  clone(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConsultationView> {
    return this.drafts.clone(me, id);
  }

  @Get(':id')
  @Allow('consultation.read')
  get(@Param('id', Id) id: string): Promise<ConsultationView> {
    return this.consultations.get(id);
  }

  @Patch(':id')
  @Allow('consultation.edit')
  update(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: UpdateConsultationBody,
  ): Promise<ConsultationView> {
    return this.consultations.update(me, id, body);
  }

  @Get(':id/same-area')
  @Allow('consultation.read')
  async sameArea(@Param('id', Id) id: string): Promise<{ items: AskedBefore[] }> {
    return { items: await this.consultations.askedBefore(id) };
  }

  @Get(':id/checklist')
  @Allow('consultation.read')
  async checklist(@Param('id', Id) id: string): Promise<{ findings: PublishFinding[] }> {
    return { findings: await this.consultations.checklist(id) };
  }

  @Post(':id/publish')
  @Allow('consultation.publish')
  @HttpCode(200)
  publish(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<PublishResult> {
    return this.consultations.publish(me, id);
  }

  @Post(':id/close')
  @Allow('consultation.publish')
  @HttpCode(200)
  close(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: CloseConsultationBody,
  ): Promise<ConsultationView> {
    return this.consultations.close(me, id, body);
  }

  @Post(':id/reopen')
  @Allow('consultation.publish')
  @HttpCode(200)
  reopen(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConsultationView> {
    return this.consultations.reopen(me, id);
  }

  @Post(':id/discard')
  @Allow('consultation.edit')
  @HttpCode(200)
  discard(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConsultationView> {
    return this.consultations.discard(me, id);
  }
}
