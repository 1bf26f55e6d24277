import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import type {
  ChangeAccountInput,
  ChannelAccountView,
  ChannelOffer,
  ConnectAccountInput,
  NumberSeries,
  SignInInput,
  SignInReturn,
  SignInStart,
} from '@forhoering/shared/contracts/delivery.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { ChannelAccountsService } from './accounts/channel-accounts.service.js';
import { ChannelSignIns } from './accounts/channel-sign-ins.service.js';
import { Connectors } from './connectors.js';
import { ChannelNumbers } from './numbers/channel-numbers.service.js';

class ConnectBody implements ConnectAccountInput {
  @IsIn(POST_CHANNELS) channel: PostChannel;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.serverName) server?: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.email) identifier: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.channelSecret) secret: string;
  @IsOptional() @IsBoolean() needsApproval?: boolean;
}

class SignInBody implements SignInInput {
  @IsIn(POST_CHANNELS) channel: PostChannel;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.serverName) server?: string;
  @IsOptional() @IsBoolean() needsApproval?: boolean;
}

class ReturnBody implements SignInReturn {
  @IsString() @IsNotEmpty() @MaxChars(LIMITS.channelSecret) state: string;
  @IsString() @IsNotEmpty() @MaxChars(2_000) code: string;
}

class ChangeBody implements ChangeAccountInput {
  @IsOptional() @IsBoolean() needsApproval?: boolean;
  @IsOptional() @IsBoolean() readsEnquiries?: boolean;
  @IsInt() version: number;
}

@Controller('channel-accounts')
export class ChannelAccountsController {
  constructor(
    private readonly accounts: ChannelAccountsService,
    private readonly signIns: ChannelSignIns,
    private readonly connectors: Connectors,
    private readonly numbers: ChannelNumbers,
  ) {}

  @Get()
  @Allow('channel.read')
  async list(): Promise<{ items: ChannelAccountView[] }> {
    return { items: await this.accounts.list() };
  }

  /** Followers day by day. */
  @Get('numbers')
  @Allow('channel.read')
  async followers(): Promise<{ items: NumberSeries[] }> {
    const accounts = await this.accounts.list();
    return {
      items: await this.numbers.series(
        'account',
        accounts.map(({ id }) => id),
      ),
    };
  }

  @Get('offers')
  @Allow('channel.read')
  offers(): { items: ChannelOffer[] } {
    return { items: this.connectors.offers() };
  }

  @Post()
  @Allow('channel.connect')
  connect(@Me() me: SignedIn, @Body() body: ConnectBody): Promise<ChannelAccountView> {
    return this.accounts.connect(me, body);
  }

  @Post('sign-in')
  @Allow('channel.connect')
  @HttpCode(200)
  signIn(@Me() me: SignedIn, @Body() body: SignInBody): Promise<SignInStart> {
    return this.signIns.start(me, body);
  }

  @Post('sign-in/complete')
  @Allow('channel.connect')
  async complete(@Me() me: SignedIn, @Body() body: ReturnBody): Promise<{ items: ChannelAccountView[] }> {
    return { items: await this.signIns.complete(me, body) };
  }

  @Patch(':id')
  @Allow('channel.connect')
  change(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: ChangeBody): Promise<ChannelAccountView> {
    return this.accounts.change(me, id, body);
  }

  @Post(':id/check')
  @Allow('channel.read')
  @HttpCode(200)
  check(@Param('id', Id) id: string): Promise<ChannelAccountView> {
    return this.accounts.check(id);
  }

  @Delete(':id')
  @Allow('channel.connect')
  @HttpCode(204)
  disconnect(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.accounts.disconnect(me, id);
  }
}
