import { compareIds } from '../base/index.js';
import type { Entity, IndexedClaim } from '../domain/index.js';
import {
  claimBatches,
  entityBatches,
  explainConflict,
  type Knowledge,
  loadClaims,
  type RelationshipMatch,
  relationshipBatches,
  selectConflicts,
  selectRelationships,
} from '../query/index.js';
import { type ClaimsOfIndex, loadClaimRows, loadEdgeClaims, loadLinkClaims } from './edge-claims.js';
import type { Batches, ClaimRow, ExportRows, SubjectRow } from './export-rows.js';
import { conflictRow, type EdgeRowOf, edgeRow, entityRow, nodeRow } from './graph-rows.js';
import { createReferences, type References } from './references.js';
import { createWritten, type Written } from './written.js';

/** What rows are chosen by. */
export interface RowSelection {
  /** A claim filter, checked already; null for everything. */
  readonly where: unknown;
  /** Lists begin behind the row of this id; at their beginning where it is null. */
  readonly after: string | null;
  readonly signal: AbortSignal | undefined;
  /** Called before what may take a moment. */
  readonly pace: () => Promise<void>;
}

/** Claims whose records, or texts, are in memory together; some stores read them without letting others run. */
const CLAIMS_AT_ONCE = 64;

/** The rows of what the filter chooses, read from graph and store as they are asked for. */
export function readRows(knowledge: Knowledge, selection: RowSelection): ExportRows {
  const references = createReferences(knowledge.graph);
  const written = createWritten(knowledge);
  return {
    async *nodes() {
      written.begin();
      for await (const entities of chosenEntities(knowledge, selection)) {
        for (const { id } of entities) written.add(id);
        yield entities.map(nodeRow);
      }
      written.end();
    },
    edges: () => relate(knowledge, { ...selection, written }, (batch) => loadEdgeClaims(knowledge, batch, references)),
    links: () => relate(knowledge, { ...selection, written }, (batch) => loadLinkClaims(knowledge, batch, references)),
    async *claims() {
      for await (const claims of claimBatches(knowledge, selection)) {
        const rows = (await loadClaimRows(knowledge, claims, references)).filter((row) => row !== null);
        await selection.pace();
        if (rows.length > 0) yield rows;
      }
    },
    async *entities() {
      for await (const entities of chosenEntities(knowledge, selection)) yield entities.map(entityRow);
    },
    subjects: (relations) => readSubjects(knowledge, { ...selection, relations }, references),
    async *conflicts() {
      for await (const conflict of selectConflicts(knowledge, selection)) {
        const [a, b] = await loadClaims(knowledge, [conflict.a, conflict.b]);
        await selection.pace();
        if (!a || !b) continue;
        yield [conflictRow(conflict.kind, [a, b], explainConflict(knowledge, conflict.kind, [a, b]))];
      }
    },
    sectorOf: (id) => knowledge.graph.entity(id)?.sector ?? null,
  };
}

/** With a filter, the ends of relationships that have a claim that passes; without, every entity. */
function chosenEntities(knowledge: Knowledge, { where, after, signal }: RowSelection): Batches<Entity> {
  return entityBatches(knowledge, { relationshipWhere: where, after, signal });
}

/** The chosen relationships with rows of their claims, which `load` gives for many at a time; null for one that is gone. */
async function* relate<Row>(
  knowledge: Knowledge,
  selection: RowSelection & { readonly written: Written },
  load: (batch: ClaimsOfIndex) => Promise<readonly (Row | null)[]>,
): Batches<EdgeRowOf<Row>> {
  const { written } = selection;
  let { position } = knowledge;
  for await (const batch of relationshipBatches(knowledge, selection)) {
    const matches = written.isAll() ? batch : batch.filter((match) => isWhole(written, match));
    const claims = matches.flatMap((match) => match.claims);
    const rows: (Row | null)[] = [];
    for (let start = 0; start < claims.length; start += CLAIMS_AT_ONCE) {
      await selection.pace();
      rows.push(...(await load({ claims: claims.slice(start, start + CLAIMS_AT_ONCE), position })));
    }
    let next = 0;
    const edges = matches.map((match) => {
      const own: Row[] = [];
      for (const end = next + match.claims.length; next < end; next++) {
        const row = rows[next] ?? null;
        if (row !== null) own.push(row);
      }
      return edgeRow(match, own);
    });
    if (edges.length > 0) yield edges;
    // The next batch may begin before the graph moves on.
    position = knowledge.position;
  }
}

function isWhole(written: Written, { relationship: { subject, object } }: RelationshipMatch): boolean {
  return written.has(subject) && written.has(object);
}

/** Both come by id, and the id of a relationship begins with that of its subject. */
async function* readSubjects(
  knowledge: Knowledge,
  selection: RowSelection & { readonly relations: ReadonlySet<string> },
  references: References,
): Batches<SubjectRow> {
  const matches = selectRelationships(knowledge, { where: selection.where, signal: selection.signal });
  try {
    let next = await matches.next();
    for await (const entities of chosenEntities(knowledge, selection)) {
      for (const entity of entities) {
        const relationships: SubjectRow['relationships'][number][] = [];
        for (; !next.done && compareIds(next.value.relationship.subject, entity.id) <= 0; next = await matches.next()) {
          const { id, subject, relation, object } = next.value.relationship;
          const end = subject === entity.id && selection.relations.has(relation) ? references(object) : null;
          if (end === null) continue;
          const claims = await loadInParts(knowledge, next.value.claims, { references, selection });
          relationships.push({ id, relation, object: end, claims });
        }
        await selection.pace();
        yield [{ node: nodeRow(entity), relationships }];
      }
    }
  } finally {
    await matches.return(undefined);
  }
}

/** One relationship can have very many claims. */
async function loadInParts(
  knowledge: Knowledge,
  claims: readonly IndexedClaim[],
  { references, selection }: { readonly references: References; readonly selection: RowSelection },
): Promise<readonly ClaimRow[]> {
  const rows: ClaimRow[] = [];
  for (let start = 0; start < claims.length; start += CLAIMS_AT_ONCE) {
    await selection.pace();
    const part = await loadClaimRows(knowledge, claims.slice(start, start + CLAIMS_AT_ONCE), references);
    rows.push(...part.filter((row) => row !== null));
  }
  return rows;
}
