import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { linkTo } from '../address/use-address.js';
import { type Uploaded, uploadFile } from '../client/upload.js';
import { countOf } from '../words/describe.js';

interface Added {
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed';
  readonly words: string;
  /** How much of it was sent, 0 to 1. */
  readonly sent: number;
  readonly href?: string;
}

/** Takes files, by drop or by choice, one after the other, and tells how each gets on and what became of it. */
export function DropZone(): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    const first = added.length;
    setAdded((before) => [
      ...before,
      ...files.map(({ name }) => ({ name, state: 'waiting' as const, words: 'waiting', sent: 0 })),
    ]);
    for (const [index, file] of files.entries()) {
      const tell = (row: Partial<Added>): void =>
        setAdded((before) => before.map((one, place) => (place === first + index ? { ...one, ...row } : one)));
      await addFile(file, tell).catch((error: Error) => tell({ state: 'failed', words: error.message }));
    }
  };
  return (
    <section
      class={`drop${over ? ' over' : ''}`}
      aria-label="Add documents"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        <label for={id}>Drop articles here, or choose files</label>
        <span class="quiet"> – text, HTML, PDF, Word, JSON Lines, CSV, feeds</span>
      </p>
      <input id={id} type="file" multiple onChange={(event) => void take([...(event.currentTarget.files ?? [])])} />
      <p>
        <a href={linkTo('read')}>Or paste a text</a> <span class="quiet">to see what is read from it</span>
      </p>
      <ul class="plain added" aria-live="polite">
        {added.map(({ name, state, words, sent, href }, index) => (
          <li key={index} class={state}>
            <bdi>{href === undefined ? name : <a href={href}>{name}</a>}</bdi> <span class="quiet">{words}</span>
            {state === 'sending' ? <progress value={sent} aria-label={`Sending ${name}`} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function addFile(file: File, tell: (row: Partial<Added>) => void): Promise<void> {
  tell({ state: 'sending', words: 'sending …' });
  const answer = await uploadFile(file, (sent) =>
    tell(sent < 1 ? { sent } : { state: 'reading', words: 'reading …', sent }),
  );
  const [result] = answer.results;
  const href = result === undefined ? {} : { href: linkTo('document', { id: result.id }) };
  tell({ state: answer.results.length === 0 ? 'failed' : 'done', words: outcomeWords(answer), ...href });
}

function outcomeWords({ counts, results, userErrors }: Uploaded): string {
  const claims = results.reduce((sum, result) => sum + result.claims, 0);
  const read = counts.ADDED + counts.UPDATED;
  const parts = [
    ...(read > 0 ? [`${countOf(read, 'document')} read, ${countOf(claims, 'claim')}`] : []),
    ...(counts.UNCHANGED > 0 ? [`${counts.UNCHANGED} there already`] : []),
    ...(counts.FAILED > 0 ? [`${counts.FAILED} not read: ${userErrors[0]?.message ?? ''}`] : []),
  ];
  return parts.length === 0 ? 'Nothing was found in it.' : parts.join('; ');
}
