import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Refusal } from '../shared/refusal.js';
import { refuseFor } from './refuse.js';

/** A refusal is expected: it is told to whoever asked, and not logged as a mistake of ours. */
@Catch(Refusal)
export class Refusals implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): Refusal {
    if (host.getType() === 'http') {
      const http = host.switchToHttp();
      refuseFor(http.getRequest(), http.getResponse(), 400, refusal);
    }
    // GraphQL takes an error that is returned as one that was thrown.
    return refusal;
  }
}
