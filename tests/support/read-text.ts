import { type Annotated, annotate } from '../../src/annotate/index.js';
import type { Claim, Document, Extraction, Quotation, Referent } from '../../src/domain/index.js';
import { extract } from '../../src/extract/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';

export const RESOURCES = loadResources();

/** A document of a text, published on Monday 12 March 2012. */
export function documentFrom(text: string): Document {
  return createDocument({ id: 'story', text, publishedAt: '2012-03-12' });
}

export function annotateText(text: string): Annotated {
  return annotate(documentFrom(text), RESOURCES);
}

export function extractText(text: string): Extraction {
  return extract(annotateText(text), RESOURCES);
}

/** Every sentence as it is written. */
export function sentencesOf(text: string): readonly string[] {
  const { document, sentences } = annotateText(text);
  return sentences.map(({ start, end }) => document.text.slice(start, end));
}

export function referentOf(extraction: Extraction, id: string | null): Referent | undefined {
  return extraction.referents.find((referent) => referent.id === id);
}

/** The first claim of a relation or with a predicate; fails where there is none. */
export function claimOf(extraction: Extraction, relationOrPredicate: string): Claim {
  const claim = extraction.claims.find(
    (one) => one.relation === relationOrPredicate || one.predicate === relationOrPredicate,
  );
  if (claim === undefined)
    throw new Error(
      `no claim ${relationOrPredicate} among ${JSON.stringify(extraction.claims.map((one) => `${one.relation} ${one.predicate}`))}`,
    );
  return claim;
}

/** Names of the referents at one end of a claim; the words themselves where they are no entity. */
export function namesAt(extraction: Extraction, participants: Claim['subjects']): readonly string[] {
  return participants.map(({ referent, quote }) => referentOf(extraction, referent)?.name ?? quote);
}

export function quotationsOf(extraction: Extraction, claim: Claim): readonly Quotation[] {
  return claim.quotations.map((id) => extraction.quotations.find((one) => one.id === id) as Quotation);
}

/** Name of the innermost claimant; null where the document's own voice asserts the claim, or no claimant is named. */
export function claimantOf(extraction: Extraction, claim: Claim): string | null {
  const claimant = quotationsOf(extraction, claim).at(-1)?.claimant ?? null;
  return claimant === null ? null : (referentOf(extraction, claimant.referent)?.name ?? claimant.quote);
}
