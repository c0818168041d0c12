import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MODALITIES, POLARITIES, STANCES } from '../../src/domain/index.js';
import { ENTITY_TYPES, RELATION_TYPES } from '../../src/ontology/index.js';

/** What of a claim a label may leave open, because careful readers, or the rules, may differ on it. */
export const OPEN_PARTS = ['relation', 'subjects', 'objects', 'attribution', 'modality'] as const;

const WORDS = z.string().min(1);
const RELATION = z.enum(RELATION_TYPES.map((row) => row.id));
const ENTITY_TYPE = z.enum(ENTITY_TYPES.map((row) => row.id));

const CLAIM = z.strictObject({
  relation: RELATION,
  predicate: WORDS,
  subjects: z.array(WORDS).readonly(),
  objects: z.array(WORDS).readonly(),
  /** By the words of a subject or object: least and greatest number, null for an open end. */
  counts: z.record(z.string(), z.tuple([z.int().nullable(), z.int().nullable()])).default({}),
  polarity: z.enum(POLARITIES).default('AFFIRMED'),
  modality: z.enum(MODALITIES).default('ACTUAL'),
  /** The innermost claimant; null where the text names none. */
  claimant: WORDS.nullable().default(null),
  /** Null where the document's own voice asserts the claim. */
  stance: z.enum(STANCES).nullable().default(null),
  /** The words of its time, and the first day that they name; null is not judged. */
  time: WORDS.nullable().default(null),
  from: z.iso.date().nullable().default(null),
  /** Null is not judged. */
  place: WORDS.nullable().default(null),
  unjudged: z.array(z.enum(OPEN_PARTS)).readonly().default([]),
});

const QUOTATION = z.strictObject({
  claimant: WORDS.nullable(),
  /** Null is not judged. */
  cue: WORDS.nullable(),
  content: z.array(WORDS).min(1).readonly(),
  unjudged: z.array(z.literal('content')).readonly().default([]),
  /** Neither asked for nor held against the reading. */
  optional: z.boolean().default(false),
});

const FORBIDDEN = z.strictObject({
  relation: RELATION.optional(),
  predicate: WORDS.optional(),
  /** Any one of them on that side is wrong. */
  subjects: z.array(WORDS).readonly().optional(),
  objects: z.array(WORDS).readonly().optional(),
  polarity: z.enum(POLARITIES).optional(),
  modality: z.enum(MODALITIES).optional(),
  /** The innermost claimant. */
  claimant: WORDS.optional(),
  /** In the document's own voice. */
  own: z.literal(true).optional(),
  why: z.string().min(1),
});

const CASE = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  furniture: z.array(WORDS).readonly().default([]),
  /** Every occurrence outside furniture and longer names is one. */
  names: z.record(z.string(), ENTITY_TYPE),
  /** Each chain's first form is the one that the others are resolved to. */
  referents: z.array(z.array(WORDS).min(2).readonly()).readonly().default([]),
  claims: z.array(CLAIM).readonly(),
  /** All of the text. */
  quotations: z.array(QUOTATION).readonly().default([]),
  forbidden: z.array(FORBIDDEN).readonly().default([]),
});

/**
 * A text with what a careful reader finds in it. Words stand as in the text: `said#2` is the second occurrence, counted
 * outside longer names; `a teacher / who` is either. Predicates are lemmas.
 */
export type LabelledCase = z.output<typeof CASE>;
export type LabelledClaim = z.output<typeof CLAIM>;
export type LabelledQuotation = z.output<typeof QUOTATION>;
export type ForbiddenClaim = z.output<typeof FORBIDDEN>;
/** A case as it is written: what is left out has its default. */
export type CaseSketch = z.input<typeof CASE>;

/** Every case of `cases/*.json`, by file and order in it. */
export function readCases(): readonly LabelledCase[] {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'cases');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const result = z.array(CASE).safeParse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
      if (!result.success)
        throw new Error(`${name} holds a label that is not as expected:\n${z.prettifyError(result.error)}`);
      return result.data;
    });
}

/** A case written in code. */
export function caseFrom(sketch: CaseSketch): LabelledCase {
  return CASE.parse(sketch);
}
