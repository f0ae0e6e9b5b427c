type Score = { base: number; points: number; reasons: readonly { points: number }[] };

/** The last line of the sum: base and reasons add up to the points, unless the scale ends before. */
export function pointsLine(score: Score): { sum: number; text: string } {
  const sum = score.reasons.reduce((total, reason) => total + reason.points, score.base);
  if (sum === score.points) return { sum, text: 'Score' };
  return { sum, text: `Score (${sum}, and the scale ends at ${score.points})` };
}
