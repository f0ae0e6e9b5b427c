import { inWords } from './asked-by-itself.js';
import { Notice } from './Notice.js';

/** Who was asked by itself and has not answered yet, and what happens when it does. */
export function AskingNotice({ asking, isKept }: { asking: readonly string[]; isKept: boolean }) {
  if (asking.length === 0) return null;
  return (
    <Notice>
      <span>
        Asking {inWords(asking)} …{' '}
        {isKept
          ? 'This is decided anew by itself once there is an answer.'
          : 'The recommendation is shown anew once there is an answer.'}
      </span>
    </Notice>
  );
}
