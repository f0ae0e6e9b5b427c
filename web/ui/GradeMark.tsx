import classes from './GradeMark.module.css';
import { type Grade, gradeText } from './words.js';

/** The letter always stands in the colour: risk is never told by colour alone. */
export function GradeMark({ grade, isThin = false }: { grade: Grade | null; isThin?: boolean }) {
  const title = `${gradeText(grade)}${isThin ? ', from few invoices' : ''}`;
  return (
    <span className={classes.mark} data-grade={grade ?? 'none'} data-thin={isThin || undefined} title={title}>
      <span aria-hidden="true">{grade ?? '–'}</span>
      <span className="sr">{title}</span>
    </span>
  );
}
