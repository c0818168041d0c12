import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference, Conflict, Incident, IndexedClaim, ReferentKey } from '../domain/index.js';
import { requireEntity } from './find-entity.js';
import type { Knowledge } from './knowledge.js';
import { requireIncident } from './list-incidents.js';
import { show } from './read-arguments.js';
import { dayNumber } from './sort-days.js';
import { type Stoppable, startTurns } from './turns.js';

/** What is compared: the accounts of one incident, or of all incidents at a place, in a stretch of time. */
export interface AccountsRequest extends Stoppable {
  /** As `requireIncident` takes it. */
  readonly incident?: string | null | undefined;
  /** A place: its global id, the key of a referent, or its exact name. */
  readonly place?: string | null | undefined;
  /** First and last day, `YYYY-MM-DD`; with a place only. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only the accounts of these entities, named as the place is; everyone's where it is left out. */
  readonly claimants?: readonly string[] | null | undefined;
}

/** One claimant's claims about what is compared. */
export interface Account {
  /** Id of the entity; null where a document speaks in its own voice, or names nobody. */
  readonly claimant: ReferentKey | null;
  /** The source whose own voice it is; null for a claimant's, and for a document without one. */
  readonly source: string | null;
  /** The document whose own voice it is, where it has no source; null for all others. */
  readonly document: string | null;
  /** True where the text names nobody: "it was reported". */
  readonly anonymous: boolean;
  /** By document id, then as in the text; at least one. */
  readonly claims: readonly ClaimReference[];
}

/** Accounts side by side. Which of them is true is not said. */
export interface AccountComparison {
  /** By the document ids of their first claims. */
  readonly incidents: readonly Incident[];
  /** Those with the most claims first. */
  readonly accounts: readonly Account[];
  /** Between claims of the accounts. */
  readonly conflicts: readonly Conflict[];
}

/** At most so many incidents are compared at once. */
const MOST_INCIDENTS = 50;

/**
 * The accounts of an incident, or of the incidents at a place.
 * @throws ClaimgraphError ARGUMENT_INVALID for neither or both, INCIDENT_NOT_FOUND, ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, INTERRUPTED.
 */
export async function compareAccounts(knowledge: Knowledge, request: AccountsRequest): Promise<AccountComparison> {
  const incidents = await incidentsOf(knowledge, request);
  const wanted = request.claimants?.length ? await idsOf(knowledge, request.claimants, request) : null;
  const accounts = new Map<string, Account & { readonly claims: ClaimReference[] }>();
  const told = new Set<string>();
  for (const reference of incidents.flatMap(({ claims }) => claims)) {
    const claim = knowledge.graph.claim(reference);
    if (claim === null) continue;
    const voice = voiceOf(knowledge, claim);
    if (wanted !== null && (voice.claimant === null || !wanted.has(voice.claimant))) continue;
    const key = JSON.stringify(voice);
    const account = accounts.get(key) ?? { ...voice, claims: [] };
    account.claims.push(reference);
    accounts.set(key, account);
    told.add(JSON.stringify(reference));
  }
  const conflicts = incidents.flatMap((incident) => knowledge.graph.conflictsOf(incident));
  return {
    incidents,
    accounts: [...accounts.values()].sort((a, b) => b.claims.length - a.claims.length),
    conflicts: conflicts.filter(({ a, b }) => told.has(JSON.stringify(a)) && told.has(JSON.stringify(b))),
  };
}

/**
 * On whose word a claim stands: its innermost claimant, else the document's source, else the document. That a spokesman
 * rejected something is his own word.
 */
export function voiceOf(knowledge: Knowledge, claim: IndexedClaim): Omit<Account, 'claims'> {
  const answers = claim.relation === 'DENY' || claim.relation === 'REJECT';
  const claimant = knowledge.graph.entityIdOf((answers ? claim.subjects[0] : claim.claimants.at(-1)) ?? '');
  if (claimant !== null) return { claimant, source: null, document: null, anonymous: false };
  const { source, documentId, attributed } = claim;
  return { claimant: null, source, document: source === null ? documentId : null, anonymous: attributed };
}

async function incidentsOf(knowledge: Knowledge, request: AccountsRequest): Promise<readonly Incident[]> {
  const { incident, place, signal } = request;
  if ((incident ?? null) === null) {
    if ((place ?? null) === null) throw wrong('Expected an incident or a place, but got neither.');
    return incidentsAt(knowledge, request, (await requireEntity(knowledge, place as string, { signal })).id);
  }
  if ((place ?? null) !== null) throw wrong('Expected an incident or a place, but got both. Leave one of them out.');
  return [requireIncident(knowledge, incident as string)];
}

async function incidentsAt(
  knowledge: Knowledge,
  request: AccountsRequest,
  place: ReferentKey,
): Promise<readonly Incident[]> {
  const turns = startTurns(request.signal);
  const [from, to] = [readDay('from', request.from), readDay('to', request.to)];
  const found = new Map<string, Incident>();
  for (const claim of knowledge.graph.claimsOf(place)) {
    if (turns.due()) await turns.rest();
    if (found.size >= MOST_INCIDENTS) break;
    const incident = claim.place === null ? null : knowledge.graph.incidentOf(claim);
    if (incident === null || knowledge.graph.entityIdOf(claim.place ?? '') !== place) continue;
    const first = dayNumber(incident.from);
    if ((from !== null || to !== null) && first === null) continue;
    if (from !== null && (dayNumber(incident.to) ?? 0) < from) continue;
    if (to !== null && (first ?? 0) > to) continue;
    found.set(JSON.stringify(incident.first), incident);
  }
  return [...found.values()];
}

async function idsOf(
  knowledge: Knowledge,
  names: readonly string[],
  options: Stoppable,
): Promise<ReadonlySet<ReferentKey>> {
  const ids = new Set<ReferentKey>();
  for (const name of names) ids.add((await requireEntity(knowledge, name, options)).id);
  return ids;
}

function readDay(name: string, day: string | null | undefined): number | null {
  if (day === null || day === undefined) return null;
  const number = /^\d{4}-\d\d-\d\d$/.test(day) ? dayNumber(day) : null;
  if (number === null) throw wrong(`Expected ${name} to be a day such as 2012-03-12, but got ${show(day)}.`);
  return number;
}

function wrong(message: string): ClaimgraphError {
  return new ClaimgraphError('ARGUMENT_INVALID', message, { argument: 'incident' });
}
