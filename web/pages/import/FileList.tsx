import { fileSize } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { type ImportFile, ImportKindsQuery } from './import.graphql.js';
import classes from './mapping.module.css';

const delimiterText: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** What was dropped, and as what it was taken. */
export function FileList({ files }: { files: readonly ImportFile[] }) {
  const kinds = useAsk(ImportKindsQuery, {}).data?.importKinds ?? [];
  const about = (file: ImportFile) => {
    const kind = kinds.find((one) => one.kind === file.kind)?.title;
    return [
      file.format ? kind : file.header.length > 0 && 'columns not known yet',
      fileSize(file.size),
      file.encoding,
      file.delimiter && (delimiterText[file.delimiter] ?? file.delimiter),
    ].filter(Boolean);
  };
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.name}>
          <b>{file.name}</b> <span className="muted small">{about(file).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}
