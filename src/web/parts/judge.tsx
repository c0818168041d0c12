import type { JSX } from 'preact';
import { change } from '../client/ask.js';
import { MARK_DISTINCT, MERGE, UNMERGE, type UnmergeTarget } from '../operations/generated.js';

/** What was judged, and the judgements that take it back; none where nothing was written. */
export interface Done {
  readonly words: string;
  readonly judgements: readonly string[];
}

/** Judges two entities to be one. Gives the judgements, none where they were one already. @throws Error */
export async function merge(entities: readonly string[], reason: string): Promise<readonly string[]> {
  return takeJudgements((await change(MERGE, { entities, reason })).mergeEntities);
}

/** Judges two entities to be two. @throws Error */
export async function markDistinct(entities: readonly string[], reason: string): Promise<readonly string[]> {
  return takeJudgements((await change(MARK_DISTINCT, { entities, reason })).markDistinct);
}

/** Takes a judgement back, or sets referents apart. @throws Error */
export async function unmerge(target: UnmergeTarget, reason: string): Promise<readonly string[]> {
  return takeJudgements((await change(UNMERGE, { target, reason })).unmergeEntities);
}

/** Says what was judged, and takes it back on demand. */
export function DoneNotice({
  done,
  onDone,
}: {
  readonly done: Done | null;
  readonly onDone: (done: Done) => void;
}): JSX.Element {
  const undo = async (): Promise<void> => {
    for (const judgement of [...(done?.judgements ?? [])].reverse()) await unmerge({ judgement }, 'taken back at once');
    onDone({ words: 'Taken back.', judgements: [] });
  };
  return (
    <p class="done" role="status">
      {done?.words}{' '}
      {done !== null && done.judgements.length > 0 ? (
        <button
          type="button"
          onClick={() => void undo().catch((error: Error) => onDone({ words: error.message, judgements: [] }))}
        >
          Undo
        </button>
      ) : null}
    </p>
  );
}

interface Payload {
  readonly judgements: readonly { readonly id: string }[];
  readonly userErrors: readonly { readonly message: string }[];
}

function takeJudgements({ judgements, userErrors }: Payload): readonly string[] {
  const [first] = userErrors;
  if (first !== undefined) throw new Error(first.message);
  return judgements.map(({ id }) => id);
}
