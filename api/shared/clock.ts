import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '../../analytics/index.js';

/** The one place that reads the time. Tests and demonstrations give their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in UTC. */
  today(): Day {
    return dayOf(Math.floor(this.now().getTime() / 86_400_000));
  }
}

/** A clock that stands still, for tests and for showing a past day. */
export class StoppedClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  moveTo(instant: string): void {
    this.instant = instant;
  }

  override now(): Date {
    return new Date(this.instant);
  }
}
