import classes from './account.module.css';

/** Shown once: whoever has lost them too needs an administrator. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div role="status" className={classes.part}>
      <p>
        <strong>Write these down now; they are not shown again.</strong> Each lets you in once, in place of a code, when
        the app is lost.
      </p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
