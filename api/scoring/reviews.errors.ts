import { Refusal } from '../shared/refusal.js';

export class NothingToReview extends Refusal {
  readonly code = 'NOTHING_TO_REVIEW';

  constructor(customer: string) {
    super(`${customer} has no score yet: score the book first.`);
  }
}

export class ReviewWaits extends Refusal {
  readonly code = 'REVIEW_WAITS';

  constructor(askedBy: string) {
    super(
      `${askedBy} has asked for a review already; it waits for a person. Add what there is to say when it is reviewed.`,
    );
  }
}

export class AlreadyReviewed extends Refusal {
  readonly code = 'ALREADY_REVIEWED';

  constructor(reviewedBy: string) {
    super(`${reviewedBy} has reviewed it already. Ask for another review if something is new.`);
  }
}

export class ReviewHoldsNotPossible extends Refusal {
  readonly code = 'REVIEW_HOLDS_NOT_POSSIBLE';

  constructor(today: string, latest: string) {
    super(`A grade that a person sets holds until a day from ${today} to ${latest}, and only with a grade.`);
  }
}
