import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { linkTo } from '../address/use-address.js';
import { change } from '../client/ask.js';
import { ADD_DOCUMENTS } from '../operations/generated.js';
import { countOf, titleOf } from '../words/describe.js';

interface Added {
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
  readonly words: string;
  readonly href?: string;
}

/** Takes files, by drop or by choice, one after the other, and tells what became of each. */
export function DropZone(): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    setAdded(files.map(({ name }) => ({ name, state: 'waiting', words: 'waiting' })));
    for (const [index, file] of files.entries()) {
      const tell = (row: Omit<Added, 'name'>): void =>
        setAdded((before) => before.map((one, place) => (place === index ? { name: file.name, ...row } : one)));
      tell({ state: 'reading', words: 'reading …' });
      tell(await addFile(file).catch((error: Error) => ({ state: 'failed' as const, words: error.message })));
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
      </p>
      <input id={id} type="file" multiple onChange={(event) => void take([...(event.currentTarget.files ?? [])])} />
      <ul class="plain added" aria-live="polite">
        {added.map(({ name, state, words, href }, index) => (
          <li key={index} class={state}>
            <bdi>{href === undefined ? name : <a href={href}>{name}</a>}</bdi> <span class="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function addFile(file: File): Promise<Omit<Added, 'name'>> {
  const text = await file.text();
  const { addDocuments } = await change(ADD_DOCUMENTS, { documents: [{ text, title: file.name }] });
  const [result] = addDocuments.results;
  const [mistake] = addDocuments.userErrors;
  if (mistake !== undefined) return { state: 'failed', words: mistake.message };
  const document = result?.document ?? null;
  if (document === null) return { state: 'failed', words: 'It was deleted meanwhile.' };
  const outcome = { ADDED: 'read', UPDATED: 'read anew', UNCHANGED: 'was there already' }[result!.outcome];
  const words = `${outcome}: ${titleOf(document)}, ${countOf(document.claims.totalCount, 'claim')}`;
  return { state: 'done', words, href: linkTo('document', { id: document.id }) };
}
