import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is measured as it happens. No name, number or amount of a customer goes in here. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'goodstanding_request_seconds',
    help: 'How long requests took, by kind: page, query, mutation, graphql (refused before it ran), imports, other.',
    labelNames: ['kind', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });

  readonly jobs = new Counter({
    name: 'goodstanding_jobs_total',
    help: 'Attempts at jobs, by name and outcome: done or failed.',
    labelNames: ['job', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
