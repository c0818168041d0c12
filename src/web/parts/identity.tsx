import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { linkTo } from '../address/use-address.js';
import type { EntityLabel } from '../operations/generated.js';
import { countOf, wordsOf } from '../words/describe.js';
import type { EntityDetails } from './entity-details.js';
import { EntityLink } from './entity-link.js';
import { type Done, DoneNotice, merge, unmerge } from './judge.js';
import { ReasonForm } from './reason-form.js';
import { SearchBox } from './search-box.js';

/** The names of an entity, why its referents are one, and the ways to judge otherwise. */
export function Identity({ entity }: { readonly entity: EntityDetails }): JSX.Element {
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const finish = (result: Done): void => {
    setDone(result);
    setOpen(null);
  };
  return (
    <section aria-labelledby="identity-title">
      <h2 id="identity-title">Names</h2>
      {entity.aliases.length === 0 ? <p class="quiet">No other name.</p> : null}
      <ul class="aliases">
        {entity.aliases.map((alias) => (
          <li key={alias}>
            <bdi>{alias}</bdi>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {countOf(entity.mentionCount, 'mention')} of {countOf(entity.referents.length, 'referent')}, each of one text
      </p>
      <Judgements entity={entity} onDone={finish} />
      <p class="actions">
        <button
          type="button"
          aria-expanded={open === 'merge'}
          onClick={() => setOpen(open === 'merge' ? null : 'merge')}
        >
          Merge with …
        </button>
        {entity.referents.length > 1 ? (
          <button
            type="button"
            aria-expanded={open === 'split'}
            onClick={() => setOpen(open === 'split' ? null : 'split')}
          >
            Split …
          </button>
        ) : null}
        <a href={linkTo('review')}>Names that may be one</a>
      </p>
      {open === 'merge' ? <MergeForm entity={entity} onDone={finish} /> : null}
      {open === 'split' ? <SplitForm entity={entity} onDone={finish} /> : null}
      <DoneNotice done={done} onDone={setDone} />
    </section>
  );
}

interface FormProps {
  readonly entity: EntityDetails;
  readonly onDone: (done: Done) => void;
}

function Judgements({ entity, onDone }: FormProps): JSX.Element | null {
  const [open, setOpen] = useState<string | null>(null);
  const undone = new Set(entity.judgements.map(({ undoes }) => undoes));
  if (entity.judgements.length === 0) return null;
  return (
    <details>
      <summary>Why they are one ({entity.judgements.length})</summary>
      <ul class="plain judgements">
        {entity.judgements.map(({ id, verdict, by, reason, undoes }) => (
          <li key={id}>
            <strong>{undoes === null ? wordsOf(verdict) : 'taken back'}</strong>: {reason}{' '}
            <span class="quiet">({by === 'PERSON' ? 'judged by a person' : 'judged by the names'})</span>{' '}
            {by === 'PERSON' && undoes === null && !undone.has(id) ? (
              <button type="button" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
                Take back …
              </button>
            ) : null}
            {open === id ? (
              <ReasonForm
                label="Take it back"
                onSubmit={async (why) => {
                  await unmerge({ judgement: id }, why);
                  onDone({ words: 'Taken back.', judgements: [] });
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function MergeForm({ entity, onDone }: FormProps): JSX.Element {
  const [other, setOther] = useState<EntityLabel | null>(null);
  return (
    <div class="judge">
      {other === null ? (
        <SearchBox label="The same as" onChoose={setOther} />
      ) : (
        <p>
          The same as <EntityLink entity={other} />
        </p>
      )}
      {other === null ? null : (
        <ReasonForm
          label="Merge"
          onSubmit={async (reason) => {
            const judgements = await merge([entity.id, other.id], reason);
            onDone({
              words: judgements.length === 0 ? 'They were one already.' : `Merged with ${other.name}.`,
              judgements,
            });
          }}
        />
      )}
    </div>
  );
}

function SplitForm({ entity, onDone }: FormProps): JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <fieldset class="judge">
      <legend>Set apart from the rest</legend>
      {entity.referents.map((key) => (
        <label key={key} class="inline">
          <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} /> {referentWords(key)}
        </label>
      ))}
      {chosen.size === 0 ? null : (
        <ReasonForm
          label="Split"
          onSubmit={async (reason) => {
            const referents = { entity: entity.id, referents: [...chosen] };
            onDone({ words: 'Set apart.', judgements: await unmerge({ referents }, reason) });
          }}
        />
      )}
    </fieldset>
  );
}

/** A referent's key in words: its name, and the document that it stands in. */
function referentWords(key: string): string {
  const [document = '', rest = ''] = key.split(/#(.*)/s);
  const name = rest.replace(/^[^/]*\//, '').replace(/\/\d+$/, '');
  return `${name}, in ${document.length > 24 ? `${document.slice(0, 12)}…` : document}`;
}
