import { Injectable } from '@nestjs/common';
import { addDays } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { AlreadyReviewed, NothingToReview, ReviewHoldsNotPossible, ReviewWaits } from './reviews.errors.js';
import type { AskForReviewInput, ReviewScoreInput, ReviewsArgs } from './reviews.inputs.js';
import type { ScoreReview } from './reviews.view.js';
import { ScoringService } from './scoring.service.js';

const columns = `r.customer_id as "customerId", r.id, r.asked_at as "askedAt", r.asked_by as "askedBy", r.because,
  r.points_then as "pointsThen", r.grade_then as "gradeThen", r.reviewed_at as "reviewedAt", r.reviewed_by as "reviewedBy", r.reason,
  r.grade, r.holds_until as "holdsUntil"`;
/** What a person sets does not outlive the facts it was set on. */
const longestDays = 365;

/** A machine’s score may be contested: a person looks at it, and what they say counts. */
@Injectable()
export class ScoreReviews {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersService,
    private readonly audit: Audit,
    private readonly scoring: ScoringService,
  ) {}

  async ask({ customerId, because }: AskForReviewInput): Promise<ScoreReview> {
    const customer = await this.customers.byId(customerId);
    return this.sql.transaction(async (client) => {
      const waiting = await client.query<{ askedBy: string }>(
        'select asked_by as "askedBy" from score_review where customer_id = $1 and reviewed_at is null',
        [customer.id],
      );
      if (waiting.rows[0]) throw new ReviewWaits(waiting.rows[0].askedBy);
      const { rows } = await client.query<ScoreReview>(
        `insert into score_review as r (customer_id, asked_at, asked_by, because, points_then, grade_then)
         select customer_id, $2, $3, $4, points, grade from score where customer_id = $1 order by scored_on desc limit 1 returning ${columns}`,
        [customer.id, this.clock.now(), caller().name, because],
      );
      const review = rows[0];
      if (!review) throw new NothingToReview(customer.name);
      await this.audit.record(client, {
        action: 'asked that a person reviews a score',
        subjectType: 'customer',
        subjectId: String(customer.id),
        reason: because,
        details: { review: review.id, points: review.pointsThen, grade: review.gradeThen },
      });
      return review;
    });
  }

  /** A grade that is set takes the place of the score at once, and the next scorings keep it until its day. */
  async review({ reviewId, grade, holdsUntil, reason }: ReviewScoreInput): Promise<ScoreReview> {
    const today = this.clock.today();
    const until = grade === undefined ? null : (holdsUntil ?? addDays(today, longestDays));
    const latest = addDays(today, longestDays);
    if ((grade === undefined && holdsUntil !== undefined) || (until !== null && (until < today || until > latest)))
      throw new ReviewHoldsNotPossible(today, latest);
    const done = await this.sql.transaction(async (client) => {
      const found = await client.query<ScoreReview>(
        `select ${columns} from score_review r where r.id = $1 for update`,
        [keyOf(reviewId)],
      );
      const before = found.rows[0];
      if (!before) throw new NotFound('review', reviewId);
      if (before.reviewedBy !== null) throw new AlreadyReviewed(before.reviewedBy);
      const { rows } = await client.query<ScoreReview>(
        `update score_review r set reviewed_at = $3, reviewed_by = $4, reason = $5, grade = $6, holds_until = $7
          where r.customer_id = $1 and r.id = $2 returning ${columns}`,
        [before.customerId, before.id, this.clock.now(), caller().name, reason, grade ?? null, until],
      );
      await this.audit.record(client, {
        action: 'reviewed a score',
        subjectType: 'customer',
        subjectId: String(before.customerId),
        before: { points: before.pointsThen, grade: before.gradeThen },
        after: { grade: grade ?? before.gradeThen, until },
        reason,
        details: { review: before.id },
      });
      return rows[0] as ScoreReview;
    });
    await this.scoring.scoreCustomers([done.customerId]);
    return done;
  }

  page({ filter = {}, sort, direction, ...page }: ReviewsArgs): Promise<Page<ScoreReview>> {
    const values = new Values();
    return listOf<ScoreReview>(this.sql, {
      select: columns,
      from: 'score_review r',
      where: [
        filter.customerId !== undefined && `r.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.isWaiting !== undefined && `(r.reviewed_at is null) = ${values.add(filter.isWaiting)}`,
      ],
      values,
      sort: { by: `r.${sort}`, type: 'timestamptz' },
      key: 'r.id',
      direction,
      page,
    });
  }
}
