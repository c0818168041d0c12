import type { IndexedClaim } from '../domain/index.js';
import { type Knowledge, loadClaims } from '../query/index.js';
import { claimRow, edgeClaimRow } from './claim-rows.js';
import type { ClaimRow, EdgeClaimRow, LinkClaimRow } from './export-rows.js';
import type { References } from './references.js';
import { toWellFormed } from './text-forms.js';

/** Claims of the index, and where the graph stood in the change log before they were taken from it. */
export interface ClaimsOfIndex {
  readonly claims: readonly IndexedClaim[];
  readonly position: number;
}

/** Changes that are looked through, to tell which documents are no longer those of the index. */
const MOST_CHANGES = 256;

/**
 * What an edge carries of each claim, in their order; null for one that is gone. The index knows all but the words of the
 * sentence, which the text of its document has: records, which are many times as long, are opened only for documents
 * that have changed since, and for claimants that the index leaves out.
 */
export async function loadEdgeClaims(
  knowledge: Knowledge,
  { claims, position }: ClaimsOfIndex,
  references: References,
): Promise<readonly (EdgeClaimRow | null)[]> {
  const texts = await textsOf(knowledge, { claims, position });
  const rows = claims.map((claim) => edgeRow(claim, texts.get(claim.documentId), references));
  return fillFromRecords(knowledge, claims, { rows, references });
}

/** The same without the evidence: no text is read. */
export async function loadLinkClaims(
  knowledge: Knowledge,
  { claims }: ClaimsOfIndex,
  references: References,
): Promise<readonly (LinkClaimRow | null)[]> {
  const rows = claims.map((claim) => linkRow(claim, references));
  return fillFromRecords<LinkClaimRow>(knowledge, claims, { rows, references });
}

/** Whole claims from their records, in that order; null for one that is gone. */
export async function loadClaimRows(
  knowledge: Knowledge,
  claims: readonly IndexedClaim[],
  references: References,
): Promise<readonly (ClaimRow | null)[]> {
  const views = await loadClaims(knowledge, claims);
  return views.map((view) => (view === null ? null : claimRow(view, references)));
}

/** The texts that the index was made from, by document. */
async function textsOf(
  { store }: Knowledge,
  { claims, position }: ClaimsOfIndex,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(await store.texts(claims.map(({ documentId }) => documentId)));
  // Asked after the texts are read, so that no change falls between.
  const changes = await store.changes({ after: position, limit: MOST_CHANGES });
  if (changes.length === MOST_CHANGES) return new Map();
  for (const change of changes) if ('documentId' in change) texts.delete(change.documentId);
  return texts;
}

function edgeRow(claim: IndexedClaim, text: string | undefined, references: References): EdgeClaimRow | null {
  const row = text === undefined ? null : linkRow(claim, references);
  if (text === undefined || row === null) return null;
  const { predicate, sentence, confidence } = claim;
  const { start, end } = sentence;
  const { document, claim: id, polarity, modality, stance, claimants } = row;
  const quotation = toWellFormed(text.slice(start, end));
  const words = { predicate: toWellFormed(predicate), polarity, modality, stance, claimants, quotation };
  return { document, claim: id, ...words, start, end, confidence };
}

function linkRow(claim: IndexedClaim, references: References): LinkClaimRow | null {
  const claimants = claimantsOf(claim, references);
  if (claimants === null) return null;
  const { documentId, claimId, polarity, modality, stance } = claim;
  return { document: documentId, claim: claimId, polarity, modality, stance, claimants };
}

const NOBODY: readonly string[] = Object.freeze([]);

/** Their names; null where the index does not tell all of them. */
function claimantsOf(claim: IndexedClaim, references: References): readonly string[] | null {
  if (claim.claimantsLeftOut) return null;
  if (claim.claimants.length === 0) return NOBODY;
  const names: string[] = [];
  for (const key of claim.claimants) {
    const claimant = references(key);
    if (claimant === null) return null;
    names.push(claimant.name);
  }
  return names;
}

/** The rows, with those that are not there yet from the records. */
async function fillFromRecords<Row extends LinkClaimRow>(
  knowledge: Knowledge,
  claims: readonly IndexedClaim[],
  { rows, references }: { readonly rows: readonly (Row | null)[]; readonly references: References },
): Promise<readonly (Row | EdgeClaimRow | null)[]> {
  const missing = claims.filter((_, index) => rows[index] === null);
  if (missing.length === 0) return rows;
  const found = (await loadClaimRows(knowledge, missing, references)).values();
  return rows.map((row) => {
    if (row !== null) return row;
    const whole = found.next().value ?? null;
    return whole === null ? null : edgeClaimRow(whole);
  });
}
