import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { OperationKind } from './requests.js';

/** Between the program and whoever asks, or watches, it. */
@Module({ controllers: [HealthController, MetricsController], providers: [OperationKind] })
export class EdgeModule {}
