import { AccessRefused, Refusal } from '../../shared/refusal.js';

export class WebhookNotSigned extends AccessRefused {
  readonly code = 'WEBHOOK_NOT_SIGNED';

  constructor() {
    super('The signature is missing or wrong. Sign key, second and body with the secret in MAIL_WEBHOOK_SECRET.');
  }
}

export class WebhookExpired extends AccessRefused {
  readonly code = 'WEBHOOK_EXPIRED';

  constructor(minutes: number) {
    super(`It was signed more than ${minutes} minutes from now. Sign it anew, and set the clock right.`);
  }
}

export class WebhookReplayed extends AccessRefused {
  readonly code = 'WEBHOOK_REPLAYED';

  constructor() {
    super('This very request has been here before. To send the same again, sign it anew.');
  }
}

export class MailNotReadable extends Refusal {
  readonly code = 'MAIL_NOT_READABLE';

  constructor() {
    super('This is no mail. Send it as it travels (message/rfc822), or what happened as JSON.');
  }
}
