import type { Document, Entity, IndexedClaim, Relationship } from '../domain/index.js';
import { asksForAll, compileFilter, type Test } from './compile-filter.js';
import {
  type CarryingClaim,
  claimReaders,
  DOCUMENT_READERS,
  entityReaders,
  relationshipReaders,
} from './field-readers.js';
import { CLAIM_FIELDS, DOCUMENT_FIELDS, ENTITY_FIELDS, RELATIONSHIP_FIELDS } from './filter-fields.js';
import type { Filter, FilterField } from './filter-grammar.js';
import type { Knowledge } from './knowledge.js';
import { parseFilter } from './parse-filter.js';
import { resolveNames } from './resolve-names.js';
import type { Stoppable } from './turns.js';

/** A `where` that was read, whose names were resolved, and that is ready to be asked. */
export interface Choice<Item> {
  readonly filter: Filter;
  /** True where it asks for everything. */
  readonly all: boolean;
  readonly test: Test<Item>;
}

/** A question with a filter. */
export interface Question extends Stoppable {
  readonly where?: unknown;
}

/** Which claims. @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, INTERRUPTED. */
export async function chooseClaims(knowledge: Knowledge, question: Question): Promise<Choice<IndexedClaim>> {
  const filter = await readFilter(knowledge, question, CLAIM_FIELDS);
  return { filter, all: asksForAll(filter), test: compileFilter(filter, claimReaders(knowledge.graph)) };
}

/** Which claims of which relationships. Throws as `chooseClaims` does. */
export async function chooseRelationships(knowledge: Knowledge, question: Question): Promise<Choice<CarryingClaim>> {
  const filter = await readFilter(knowledge, question, RELATIONSHIP_FIELDS);
  return { filter, all: asksForAll(filter), test: compileFilter(filter, relationshipReaders(knowledge.graph)) };
}

/** Which entities. Throws as `chooseClaims` does. */
export async function chooseEntities(knowledge: Knowledge, question: Question): Promise<Choice<Entity>> {
  const filter = await readFilter(knowledge, question, ENTITY_FIELDS);
  return { filter, all: asksForAll(filter), test: compileFilter(filter, entityReaders(knowledge.graph)) };
}

/** Which documents. Throws as `chooseClaims` does. */
export async function chooseDocuments(knowledge: Knowledge, question: Question): Promise<Choice<Document>> {
  const filter = await readFilter(knowledge, question, DOCUMENT_FIELDS);
  return { filter, all: asksForAll(filter), test: compileFilter(filter, DOCUMENT_READERS) };
}

/** The claims that carry the relationship and are chosen, in its order; empty where none is. */
export function carryingClaims(
  knowledge: Knowledge,
  relationship: Relationship,
  choice: Choice<CarryingClaim>,
): readonly IndexedClaim[] {
  const claims: IndexedClaim[] = [];
  for (const reference of relationship.claims) {
    const claim = knowledge.graph.claim(reference);
    if (claim !== null && (choice.all || choice.test({ relationship, claim }))) claims.push(claim);
  }
  return claims;
}

/** True where `carryingClaims` would give at least one. */
export function isCarried(knowledge: Knowledge, relationship: Relationship, choice: Choice<CarryingClaim>): boolean {
  if (choice.all) return relationship.claims.length > 0;
  return relationship.claims.some((reference) => {
    const claim = knowledge.graph.claim(reference);
    return claim !== null && choice.test({ relationship, claim });
  });
}

async function readFilter(knowledge: Knowledge, question: Question, fields: readonly FilterField[]): Promise<Filter> {
  return resolveNames(knowledge, parseFilter(question.where, fields), question);
}
