import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config.js';
import { Clock } from './clock.js';
import { closeCollectedLog } from './collected-log.js';
import { MailService } from './mail.service.js';
import { Metrics } from './metrics.js';
import { Remembered } from './remembered.js';
import { SmsService } from './sms.service.js';
import { ProgramSql, Sql } from './sql.js';
import { closeTraces } from './traces.js';

@Global()
@Module({})
export class SharedModule implements OnApplicationShutdown {
  /** The last spans and lines are sent before the program ends. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([closeTraces(), closeCollectedLog()]);
  }

  static with(config: Config, clock: Clock) {
    return {
      module: SharedModule,
      providers: [
        ProgramSql,
        Sql,
        Remembered,
        Metrics,
        MailService,
        SmsService,
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [ProgramSql, Sql, Remembered, Metrics, MailService, SmsService, Config, Clock],
    };
  }
}
