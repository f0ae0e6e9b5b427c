import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { counted, fileSize } from '../../format.js';
import { Failure } from '../../graphql.js';
import { Icon } from '../../ui/Icon.js';
import classes from './drop.module.css';
import bar from './progress.module.css';
import { upload } from './upload.js';

type Sending = { files: number; sent: number; total: number };

/** Files dropped anywhere on the page, or chosen; sent at once. */
export function DropZone({ onUploaded }: { onUploaded: (id: string) => void }) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState('');
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const send = async (files: File[]) => {
    if (files.length === 0 || sending) return;
    setError('');
    setSending({ files: files.length, sent: 0, total: files.reduce((sum, file) => sum + file.size, 0) });
    try {
      const id = await upload(files, (sent, total) => setSending({ files: files.length, sent, total }));
      // Whoever has gone on to another page stays there; the import waits in the list.
      if (isHere.current) onUploaded(id);
    } catch (problem) {
      setError(problem instanceof Failure ? problem.message : 'Something went wrong. Choose the files again.');
    } finally {
      setSending(null);
    }
  };
  const isOver = useDrop(send);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // So that the same file, corrected, can be chosen again.
    event.target.value = '';
    send(files);
  };

  return (
    <div className="stack">
      <div className={classes.drop} data-over={isOver || undefined} aria-busy={sending !== null}>
        <Icon name="import" size={26} />
        {sending ? (
          <>
            <p role="status">Sending {counted(sending.files, 'file', 'files')}</p>
            <progress className={bar.bar} aria-label="Sent" value={sending.sent} max={Math.max(sending.total, 1)} />
            <p className="muted small">
              {fileSize(sending.sent)} of {fileSize(sending.total)}
            </p>
          </>
        ) : (
          <>
            <p>Drop your CSV files anywhere on this page, or</p>
            <label className={classes.choose}>
              Choose files
              <input type="file" className="sr" multiple accept=".csv,.tsv,.txt,text/csv" onChange={choose} />
            </label>
            <p className="muted small">
              Customers, invoices, payments and exchange rates, together or one after another. Comma, semicolon or tab;
              any way of writing dates and amounts.
            </p>
          </>
        )}
      </div>
      {error && (
        <p role="alert" className="overdue">
          {error}
        </p>
      )}
    </div>
  );
}

/** A file that misses the zone would otherwise open in the browser, in place of the page. */
function useDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const listening = { dragover: over, dragleave: leave, drop };
    const all = Object.entries(listening) as [keyof typeof listening, (event: DragEvent) => void][];
    for (const [name, listener] of all) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener);
    };
  }, []);
  return isOver;
}
