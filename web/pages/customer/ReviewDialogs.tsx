import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { gradeOrder } from '../../ui/words.js';
import type { Review } from './ScoreReviews.js';
import { AskForScoreReview, ReviewScore } from './score.graphql.js';

type Grade = (typeof gradeOrder)[number];

export function AskForReviewDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const say = useSay();
  const [because, setBecause] = useState('');
  const act = useAct(AskForScoreReview, () => {
    say('A person will look at the score.');
    onClose();
  });
  return (
    <Confirm
      title="Ask for a review of the score"
      action="Ask for a review"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={because.trim().length < 3}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId, because: because.trim() } })}
    >
      <p>A person looks at the score and says whether it stands. Until then it does.</p>
      <Textarea
        data-autofocus
        label="What the customer says to it"
        required
        autosize
        minRows={3}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
    </Confirm>
  );
}

export function ReviewDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const { today } = useBook();
  const say = useSay();
  const [grade, setGrade] = useState<Grade | 'stands'>('stands');
  const [until, setUntil] = useState(aYearFrom(today));
  const [reason, setReason] = useState('');
  const act = useAct(ReviewScore, ({ reviewScore: done }) => {
    say(done.grade && done.holdsUntil ? `Grade ${done.grade} until ${day(done.holdsUntil)}.` : 'The score stands.');
    onClose();
  });
  const changes = grade === 'stands' ? {} : { grade, holdsUntil: until };
  return (
    <Confirm
      title="Review the score"
      action="Keep the review"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { reviewId: review.id, reason: reason.trim(), ...changes } })}
    >
      <p>
        Asked for because: {review.because} It was {review.pointsThen} points, grade {review.gradeThen}. A grade set
        here counts at once, as a reason among the others; another review can change it.
      </p>
      <NativeSelect
        label="Outcome"
        value={grade}
        onChange={(event) => setGrade(event.currentTarget.value as Grade | 'stands')}
        data={[
          { value: 'stands', label: 'The score stands' },
          ...gradeOrder.map((each) => ({ value: each, label: `Grade ${each}` })),
        ]}
      />
      {grade !== 'stands' && <DayField label="until" value={until} onChange={setUntil} />}
      <Textarea
        label="Why"
        description="Told to the customer, and kept."
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}

/** The longest a grade may hold: 365 days on. */
function aYearFrom(today: string): string {
  return new Date(Date.parse(today) + 365 * 86_400_000).toISOString().slice(0, 10);
}
