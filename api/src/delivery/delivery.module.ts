import { Module } from '@nestjs/common';
import { ChannelAccountsRepository } from './accounts/channel-accounts.repository.js';
import { ChannelAccountsService } from './accounts/channel-accounts.service.js';
import { ChannelDaily } from './accounts/channel-daily.service.js';
import { ChannelSessions } from './accounts/channel-sessions.service.js';
import { ChannelSignIns } from './accounts/channel-sign-ins.service.js';
import { ChannelWatch } from './accounts/channel-watch.service.js';
import { ChannelAccountsController } from './channel-accounts.controller.js';
import { ChannelLive } from './channel-live.service.js';
import { ChannelReader } from './channel-reader.service.js';
import { ChannelHttp } from './channels/channel-http.js';
import { Connectors } from './connectors.js';
import { DeliveryCustomers } from './delivery-customers.service.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryRunner } from './delivery-runner.service.js';
import { ChannelNumbers } from './numbers/channel-numbers.service.js';
import { SendingService } from './sending.service.js';

/** What goes out on the municipality's accounts, and gets there once. */
@Module({
  controllers: [ChannelAccountsController, DeliveriesController],
  providers: [
    ChannelAccountsRepository,
    ChannelAccountsService,
    ChannelDaily,
    ChannelHttp,
    ChannelLive,
    ChannelNumbers,
    ChannelReader,
    ChannelSessions,
    ChannelSignIns,
    ChannelWatch,
    Connectors,
    DeliveriesRepository,
    DeliveriesService,
    DeliveryCustomers,
    DeliveryRunner,
    SendingService,
  ],
  exports: [ChannelLive, ChannelReader, ChannelWatch, DeliveriesService, DeliveryCustomers],
})
export class DeliveryModule {}
