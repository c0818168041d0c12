import { compareIds } from '../base/index.js';
import type { ClaimReference, Conflict, Entity, IndexedClaim } from '../domain/index.js';
import {
  type ClaimView,
  explainConflict,
  type Knowledge,
  loadClaims,
  type RelationshipMatch,
  selectClaims,
  selectConflicts,
  selectEntities,
  selectRelationships,
} from '../query/index.js';
import { claimRow, edgeClaimRow } from './claim-rows.js';
import type {
  ClaimExtentRow,
  ClaimRow,
  ConflictRow,
  EdgeClaimRow,
  EntityRow,
  ExportRows,
  LinkClaimRow,
  LinkRow,
  NodeRow,
  SubjectRow,
} from './export-rows.js';
import { createReferences, type References } from './references.js';
import { toWellFormed } from './text-forms.js';

/** What rows are chosen by. */
export interface RowSelection {
  /** A claim filter, checked already; null for everything. */
  readonly where: unknown;
  readonly signal: AbortSignal | undefined;
  /** Called before each row. */
  readonly pace: () => Promise<void>;
}

// The documents of a batch are in memory together, and some stores read them without letting others run.
const CLAIMS_OF_A_BATCH = 50;

/** The rows of what the filter chooses, read from graph and store as they are asked for. */
export function readRows(knowledge: Knowledge, selection: RowSelection): ExportRows {
  const references = createReferences(knowledge.graph);
  let written: Set<string> | null = null;
  return {
    async *nodes() {
      const ids = new Set<string>();
      written = ids;
      for await (const entity of chosenEntities(knowledge, selection)) {
        await selection.pace();
        ids.add(entity.id);
        yield nodeRow(entity);
      }
    },
    async *edges() {
      const load = (claims: readonly IndexedClaim[]) => loadEdgeClaims(knowledge, claims, references);
      for await (const { match, claims } of relate(knowledge, selection, load)) {
        if (isWhole(written, match)) yield { ...linkRow(match), claims };
      }
    },
    async *links() {
      const load = (claims: readonly IndexedClaim[]) => loadLinkClaims(knowledge, claims, references);
      for await (const { match, claims } of relate(knowledge, selection, load)) {
        if (isWhole(written, match)) yield { ...linkRow(match), claims };
      }
    },
    async *claims() {
      const claims = selectClaims(knowledge, { where: selection.where, signal: selection.signal });
      for await (const batch of batchesOf(claims, () => 1)) {
        for (const row of await loadRows(knowledge, batch, references)) {
          await selection.pace();
          if (row !== null) yield row;
        }
      }
    },
    async *entities() {
      for await (const entity of chosenEntities(knowledge, selection)) {
        await selection.pace();
        yield entityRow(entity);
      }
    },
    async *subjects(relations) {
      // Both come by id, and the id of a relationship begins with that of its subject.
      const matches = selectRelationships(knowledge, { where: selection.where, signal: selection.signal });
      try {
        let next = await matches.next();
        for await (const entity of chosenEntities(knowledge, selection)) {
          await selection.pace();
          const relationships: SubjectRow['relationships'][number][] = [];
          for (
            ;
            !next.done && compareIds(next.value.relationship.subject, entity.id) <= 0;
            next = await matches.next()
          ) {
            const { id, subject, relation, object } = next.value.relationship;
            const end = subject === entity.id && relations.has(relation) ? references(object) : null;
            if (end === null) continue;
            const claims = await loadInParts(knowledge, next.value, references, selection);
            relationships.push({ id, relation, object: end, claims: claims.filter((row) => row !== null) });
          }
          yield { node: nodeRow(entity), relationships };
        }
      } finally {
        await matches.return(undefined);
      }
    },
    async *conflicts() {
      const conflicts = selectConflicts(knowledge, { where: selection.where, signal: selection.signal });
      for await (const batch of batchesOf(conflicts, () => 2)) {
        const views = await loadClaims(
          knowledge,
          batch.flatMap(({ a, b }) => [a, b]),
        );
        for (const [index, conflict] of batch.entries()) {
          await selection.pace();
          const [a, b] = [views[2 * index], views[2 * index + 1]];
          if (a && b) yield conflictRow(knowledge, conflict, [a, b]);
        }
      }
    },
  };
}

/** With a filter, the ends of relationships that have a claim that passes; without, every entity. */
function chosenEntities(knowledge: Knowledge, { where, signal }: RowSelection): AsyncIterable<Entity> {
  return selectEntities(knowledge, { relationshipWhere: where, signal });
}

/** True where both ends were written before, or no nodes were. */
function isWhole(
  written: ReadonlySet<string> | null,
  { relationship: { subject, object } }: RelationshipMatch,
): boolean {
  return written === null || (written.has(subject) && written.has(object));
}

/** The chosen relationships with rows of their claims, which `load` gives for many at a time; null for one that is gone. */
async function* relate<Row>(
  knowledge: Knowledge,
  selection: RowSelection,
  load: (claims: readonly IndexedClaim[]) => Promise<readonly (Row | null)[]>,
): AsyncGenerator<{ readonly match: RelationshipMatch; readonly claims: readonly Row[] }> {
  const matches = selectRelationships(knowledge, { where: selection.where, signal: selection.signal });
  for await (const batch of batchesOf(matches, (match) => match.claims.length)) {
    const rows: (Row | null)[] = [];
    // One relationship can have more claims than a batch.
    const claims = batch.flatMap((match) => match.claims);
    for (let start = 0; start < claims.length; start += CLAIMS_OF_A_BATCH) {
      await selection.pace();
      for (const row of await load(claims.slice(start, start + CLAIMS_OF_A_BATCH))) rows.push(row);
    }
    let start = 0;
    for (const match of batch) {
      await selection.pace();
      const end = start + match.claims.length;
      yield { match, claims: rows.slice(start, end).filter((row) => row !== null) };
      start = end;
    }
  }
}

async function loadEdgeClaims(
  knowledge: Knowledge,
  claims: readonly IndexedClaim[],
  references: References,
): Promise<readonly (EdgeClaimRow | null)[]> {
  const rows = await loadRows(knowledge, claims, references);
  return rows.map((row) => (row === null ? null : edgeClaimRow(row)));
}

/** Only who stands in quotations must be looked up in the record: the index leaves out claimants that are no entity. */
async function loadLinkClaims(
  knowledge: Knowledge,
  claims: readonly IndexedClaim[],
  references: References,
): Promise<readonly (LinkClaimRow | null)[]> {
  const attributed = claims.filter((claim) => claim.attributed);
  const loaded = attributed.length === 0 ? [] : await loadEdgeClaims(knowledge, attributed, references);
  const rows = new Map(attributed.map((claim, index) => [claim, loaded[index] ?? null]));
  return claims.map((claim) => {
    if (claim.attributed) return rows.get(claim) ?? null;
    const { documentId, claimId, polarity, modality, stance } = claim;
    return { document: documentId, claim: claimId, polarity, modality, stance, claimants: [] };
  });
}

/** Null where the record changed since the graph was asked. */
async function loadRows(
  knowledge: Knowledge,
  claims: readonly ClaimReference[],
  references: References,
): Promise<readonly (ClaimRow | null)[]> {
  const views = await loadClaims(knowledge, claims);
  return views.map((view) => (view === null ? null : claimRow(view, references)));
}

/** One relationship can have more claims than a batch. */
async function loadInParts(
  knowledge: Knowledge,
  match: RelationshipMatch,
  references: References,
  selection: RowSelection,
): Promise<readonly (ClaimRow | null)[]> {
  const rows: (ClaimRow | null)[] = [];
  for (let start = 0; start < match.claims.length; start += CLAIMS_OF_A_BATCH) {
    await selection.pace();
    rows.push(...(await loadRows(knowledge, match.claims.slice(start, start + CLAIMS_OF_A_BATCH), references)));
  }
  return rows;
}

/** Consecutive items whose sizes add up to at most a batch; a larger item is alone. */
async function* batchesOf<Item>(
  items: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
): AsyncIterable<readonly Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for await (const item of items) {
    if (batch.length > 0 && size + sizeOf(item) > CLAIMS_OF_A_BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += sizeOf(item);
  }
  if (batch.length > 0) yield batch;
}

function nodeRow(entity: Entity): NodeRow {
  return {
    id: entity.id,
    label: toWellFormed(entity.name),
    type: entity.type,
    sector: entity.sector,
    aliases: entity.aliases.map(toWellFormed),
    roles: entity.roles.map(toWellFormed),
    documents: entity.documents.length,
    mentions: entity.mentionCount,
    country: entity.location?.country ?? null,
    latitude: entity.location?.latitude ?? null,
    longitude: entity.location?.longitude ?? null,
  };
}

function entityRow({ id, name, type, aliases, documents }: Entity): EntityRow {
  return { id, name: toWellFormed(name), type, aliases: aliases.map(toWellFormed), documents };
}

function conflictRow(knowledge: Knowledge, { kind }: Conflict, views: readonly [ClaimView, ClaimView]): ConflictRow {
  const [a, b] = views;
  const explanation = toWellFormed(explainConflict(knowledge, kind, views));
  return { kind, claims: [extentRow(a), extentRow(b)], explanation };
}

function extentRow({ documentId, claimId, claim }: ClaimView): ClaimExtentRow {
  const parts = [claim.trigger, ...claim.subjects, ...claim.objects, ...claim.others];
  const start = Math.min(...parts.map((part) => part.start));
  return { document: documentId, claim: claimId, start, end: Math.max(...parts.map((part) => part.end)) };
}

function linkRow({ relationship }: RelationshipMatch): Omit<LinkRow, 'claims'> {
  const { id, subject, relation, object, support, dispute, firstSeen, lastSeen } = relationship;
  return { id, subject, relation, object, support, dispute, firstSeen, lastSeen };
}
