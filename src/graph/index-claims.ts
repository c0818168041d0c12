import type { Claim, Extraction, IndexedClaim, Quotation, ReferentKey, ReferringQuote } from '../domain/index.js';

/** What the index keeps of an extraction's claims, in the record's order. `keys` are its referent keys. */
export function indexClaims(extraction: Extraction, keys: ReadonlyMap<string, ReferentKey>): readonly IndexedClaim[] {
  const quotations = new Map(extraction.quotations.map((quotation) => [quotation.id, quotation]));
  return extraction.claims.map((claim) => indexClaim(claim, { extraction, keys, quotations }));
}

interface Record {
  readonly extraction: Extraction;
  readonly keys: ReadonlyMap<string, ReferentKey>;
  readonly quotations: ReadonlyMap<string, Quotation>;
}

function indexClaim(claim: Claim, { extraction, keys, quotations }: Record): IndexedClaim {
  const keyOf = (quote: ReferringQuote | null): ReferentKey | null =>
    quote === null || quote.referent === null ? null : (keys.get(quote.referent) ?? null);
  const said = claim.quotations.map((id) => quotations.get(id)).filter((quotation) => quotation !== undefined);
  return {
    documentId: extraction.id,
    claimId: claim.id,
    relation: claim.relation,
    predicate: claim.predicate,
    subjects: distinct(claim.subjects.map(keyOf)),
    objects: distinct(claim.objects.map(keyOf)),
    others: distinct(claim.others.map(keyOf)),
    place: keyOf(claim.place),
    claimants: present(said.map((quotation) => keyOf(quotation.claimant))),
    claimantsLeftOut: said.some(({ claimant }) => claimant !== null && keyOf(claimant) === null),
    attributed: said.length > 0,
    stance: said.at(-1)?.stance ?? null,
    polarity: claim.polarity,
    modality: claim.modality,
    from: claim.time?.from ?? null,
    to: claim.time?.to ?? null,
    confidence: claim.confidence,
    sentence: { start: claim.sentence.start, end: claim.sentence.end },
    source: extraction.document.source,
    publishedAt: extraction.document.publishedAt,
  };
}

/** Shared, since most claims have several lists without a key. */
const NONE: readonly ReferentKey[] = Object.freeze([]);

function present(keys: readonly (ReferentKey | null)[]): readonly ReferentKey[] {
  const found = keys.filter((key) => key !== null);
  // A copy has room for what it holds; the list that a filter grows has room for seventeen.
  return found.length === 0 ? NONE : found.slice();
}

function distinct(keys: readonly (ReferentKey | null)[]): readonly ReferentKey[] {
  const found = present(keys);
  return new Set(found).size === found.length ? found : [...new Set(found)];
}
