import type { JSX } from 'preact';
import { linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { ACCOUNTS, type AccountsData } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf, daysOf, headingOf, titleOf } from '../words/describe.js';
import { buildMatrix, type CellEntry, type MatrixRow, QUESTIONS } from './account-matrix.js';

/** One incident, with what each claimant says of it side by side. */
export function AccountsView(): JSX.Element {
  const { parameters } = useAddress();
  const asked = useAnswer(ACCOUNTS, { incident: parameters.id ?? '' });
  usePageTitle(asked.data?.incident?.label ?? 'Incident');
  return (
    <Answer asked={asked}>
      {({ incident, compareAccounts }) =>
        incident === null ? (
          <Nothing>There is no such incident any more.</Nothing>
        ) : (
          <div class="accounts-page">
            <header class="page-head">
              <p class="kicker">
                Incident · {daysOf(incident.from, incident.to)} · {countOf(incident.sources, 'independent source')}
              </p>
              <h1>{incident.label}</h1>
              <p class="places">
                {incident.places.map((place) => (
                  <EntityLink key={place.id} entity={place} />
                ))}
              </p>
              <p class="quiet">What each claimant says. Which account is true is not said here.</p>
            </header>
            <Matrix rows={buildMatrix(compareAccounts.accounts, compareAccounts.conflicts)} />
            <Conflicts conflicts={compareAccounts.conflicts} />
          </div>
        )
      }
    </Answer>
  );
}

function Matrix({ rows }: { readonly rows: readonly MatrixRow[] }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is cut off must be reached by keyboard, too.
    <section class="matrix" aria-label="Accounts by claimant and question" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">On whose word</th>
            {QUESTIONS.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                <Claimant account={row.account} />
                <span class="quiet">{countOf(row.account.claims.totalCount, 'claim')}</span>
              </th>
              {QUESTIONS.map(({ id, label }) => (
                <td key={id} data-label={label}>
                  <Cell entries={row.cells[id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Claimant({ account }: Pick<MatrixRow, 'account'>): JSX.Element {
  if (account.claimant !== null) return <EntityLink entity={account.claimant} />;
  if (account.anonymous) return <span>nobody named</span>;
  const document = account.claims.edges[0]?.node?.document;
  return <span>{account.source ?? (document === undefined ? 'a document’s own words' : titleOf(document))}</span>;
}

function Cell({ entries }: { readonly entries: readonly CellEntry[] }): JSX.Element {
  if (entries.length === 0)
    return (
      <span class="quiet" title="not said">
        –
      </span>
    );
  return (
    <ul class="plain">
      {entries.map(({ words, claim, conflicts }, index) => (
        <li key={index}>
          <a
            class={conflicts.length > 0 ? 'quote in-conflict' : 'quote'}
            href={linkTo('document', { id: claim.document.id, claim: claim.key })}
            title={conflicts.map(({ explanation }) => explanation).join('\n') || claim.sentence.quote}
          >
            {words}
          </a>
          {[...new Set(conflicts.map(({ kind }) => kind))].map((kind) => (
            <span key={kind} class="tag">
              ≠ {headingOf(kind).toLowerCase()}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Conflicts({ conflicts }: Pick<AccountsData['compareAccounts'], 'conflicts'>): JSX.Element {
  return (
    <section aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{conflicts.length === 0 ? 'No conflicts' : countOf(conflicts.length, 'conflict')}</h2>
      {conflicts.length === 0 ? <Nothing>These accounts can all hold.</Nothing> : null}
      <ul class="conflicts">
        {conflicts.map(({ kind, explanation }, index) => (
          <li key={index}>
            <span class="tag">{headingOf(kind)}</span> {explanation}
          </li>
        ))}
      </ul>
    </section>
  );
}
