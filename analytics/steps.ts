/** How far long work has come: what is being done, and how much of it. */
export interface Step {
  readonly doing: string;
  readonly done: number;
  readonly of: number;
}

/** Long work that pauses after each step, so that whoever runs it can do other things in between, and stop. */
export type Steps<Result> = Generator<Step, Result>;

/** Does all of it at once. Example: steps that end with 3: 3. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
