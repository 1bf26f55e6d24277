import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IsBoolean, IsOptional, IsString } from 'class-validator';
import type { DeliveryView, SettleDeliveryInput } from '@forhoering/shared/contracts/delivery.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { DeliveriesService } from './deliveries.service.js';

class SettleBody implements SettleDeliveryInput {
  @IsBoolean() there: boolean;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.permalink) permalink?: string;
}

@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Post(':id/approve')
  @Allow('story.edit')
  @HttpCode(200)
  approve(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<DeliveryView> {
    return this.deliveries.approve(me, id);
  }

  @Post(':id/cancel')
  @Allow('story.edit')
  @HttpCode(200)
  cancel(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<DeliveryView> {
    return this.deliveries.cancel(me, id);
  }

  @Post(':id/settle')
  @Allow('story.edit')
  @HttpCode(200)
  settle(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: SettleBody): Promise<DeliveryView> {
    return this.deliveries.settle(me, id, body);
  }
}
