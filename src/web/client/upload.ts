import { AskError, CHANGES, KEY_WANTED, keyHeaders } from './ask.js';

/** What became of a file. */
export interface Uploaded {
  readonly counts: Readonly<Record<'ADDED' | 'UPDATED' | 'UNCHANGED' | 'FAILED', number>>;
  readonly results: readonly { readonly id: string; readonly claims: number }[];
  readonly userErrors: readonly { readonly message: string }[];
}

/**
 * Sends a file to be read and kept. It goes by a request of the older kind, which alone tells how much has been sent.
 * @param onSent gets the part that was sent, 0 to 1
 * @throws AskError
 */
export function uploadFile(file: File, onSent: (part: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `upload?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(keyHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('apollo-require-preflight', '1');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new AskError('UNREACHABLE', 'The service does not answer. Is it still running?'));
    request.onload = () => {
      const answer = request.response as
        | (Uploaded & { readonly errors?: readonly { readonly message: string }[] })
        | null;
      if (request.status === 401) KEY_WANTED.set(true);
      if (request.status === 200 && answer !== null) {
        CHANGES.set(CHANGES.get() + 1);
        resolve(answer);
        return;
      }
      const message = answer?.errors?.[0]?.message ?? `The service answered with status ${request.status}.`;
      reject(new AskError(`HTTP_${request.status}`, message));
    };
    request.send(file);
  });
}
