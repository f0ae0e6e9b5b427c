import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Refusals } from './refusals.filter.js';
import { OperationKind } from './requests.js';

/** Between the program and whoever asks, or watches, it. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [OperationKind, { provide: APP_FILTER, useClass: Refusals }],
})
export class EdgeModule {}
