import { Button } from '@mantine/core';
import { useState } from 'react';
import { day } from '../../format.js';
import { Allowed } from '../../session/Allowed.js';
import { Notice } from '../../ui/Notice.js';
import type { Reviews } from './CustomerPage.js';
import { AskForReviewDialog, ReviewDialog } from './ReviewDialogs.js';

export type Review = Reviews[number];

/** What a natural person is told, and how a score is contested. */
export function ScoreReviews({ id, reviews, notice }: { id: string; reviews: Reviews; notice: string | null }) {
  const [open, setOpen] = useState<Review | 'ask' | null>(null);
  return (
    <div className="stack">
      {notice && (
        <Notice>
          <span>{notice}</span>
        </Notice>
      )}
      {reviews.map((review) => (
        <ReviewLine key={review.id} review={review} onReview={() => setOpen(review)} />
      ))}
      {reviews.every(({ reviewedAt }) => reviewedAt !== null) && (
        <Allowed to="scores.contest">
          <div>
            <Button variant="default" onClick={() => setOpen('ask')}>
              Ask for a review
            </Button>
          </div>
        </Allowed>
      )}
      {open === 'ask' && <AskForReviewDialog customerId={id} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'ask' && <ReviewDialog review={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

const nameOf = (who: string | null) => (who ?? '').replace(/ <.*>$/, '');

function ReviewLine({ review, onReview }: { review: Review; onReview: () => void }) {
  const { askedAt, askedBy, because, reviewedAt, reviewedBy, reason, grade, gradeThen, holdsUntil } = review;
  const outcome = grade && holdsUntil ? `grade ${grade} until ${day(holdsUntil)}` : `grade ${gradeThen} stands`;
  return (
    <article className="stack" aria-label={`Review asked for on ${day(askedAt.slice(0, 10))}`}>
      <p>
        <b>{nameOf(askedBy)}</b> asked for a review on {day(askedAt.slice(0, 10))}: {because}
      </p>
      {reviewedAt ? (
        <p>
          <b>{nameOf(reviewedBy)}</b> on {day(reviewedAt.slice(0, 10))}: {outcome}. {reason}
        </p>
      ) : (
        <div className="row">
          <span className="muted">It waits for a person.</span>
          <Allowed to="scores.review">
            <Button variant="default" size="compact-sm" onClick={onReview}>
              Review the score
            </Button>
          </Allowed>
        </div>
      )}
    </article>
  );
}
