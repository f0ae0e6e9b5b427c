import { Failure } from '../../graphql.js';

/** Sends the files and says how much has left; `fetch` cannot tell. Gives the key of the import. */
export function upload(files: readonly File[], onProgress: (sent: number, total: number) => void): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => {
      const answer: { id?: string; code?: string; message?: string } | null = request.response;
      if (answer?.id) resolve(answer.id);
      else if (answer?.message) reject(new Failure(answer.message, answer.code ?? 'FAILED'));
      else reject(notArrived());
    };
    request.onerror = () => reject(notArrived());
    request.send(form);
  });
}

/** Also what a browser says when a file was changed or moved after it was chosen. */
const notArrived = () =>
  new Failure(
    'The files did not arrive. See that Goodstanding is still running and the files are where they were, then choose them again.',
    'NO_ANSWER',
  );
