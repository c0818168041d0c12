import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ClaimgraphError } from '../base/index.js';
import type { Claim, Extraction, Quote, TracedExtraction } from '../domain/index.js';
import { CLAIM_FEATURES } from '../extract/index.js';
import { traceInputs } from '../pipeline/index.js';
import { findInputs } from '../read/index.js';
import type { Resources } from '../resources/index.js';

const JUDGED = z.strictObject({
  /** Texts by file, from the root of the repository; `document` where a file holds several. */
  texts: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        document: z.string().optional(),
        claims: z
          .array(
            z.strictObject({
              /** Offset of the trigger. */
              at: z.int().nonnegative(),
              /** The claim as it was read, by `describeReading`. */
              reading: z.string().min(1),
              /** True where relation, participants, polarity, modality and claimant are all right. */
              right: z.boolean(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});

/** Claims that a person judged right or wrong against their sentences, by text. */
export type JudgedClaims = z.output<typeof JUDGED>;

/** A judged claim that is still read as it was judged. */
export interface JudgedRow {
  /** Number of its text: what is learned from one text is never tried on it. */
  readonly text: number;
  readonly features: Float64Array;
  readonly confidence: number;
  readonly right: boolean;
}

/** The judged claims as the project reads them now. */
export interface JudgedReading {
  readonly rows: readonly JudgedRow[];
  /** Judged claims that are no longer read, or read otherwise: `file at reading`. */
  readonly unmatched: readonly string[];
}

/** Reads a file of judged claims. @throws ClaimgraphError INPUT_MALFORMED where it is not as expected. */
export function readJudgedClaims(path: string): JudgedClaims {
  const result = JUDGED.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  throw new ClaimgraphError('INPUT_MALFORMED', `${path} is not as expected:\n${z.prettifyError(result.error)}`, {
    path,
  });
}

/** Reads the texts of judged claims anew, and finds each claim by its trigger and reading. */
export async function readJudged(judged: JudgedClaims, resources: Resources): Promise<JudgedReading> {
  const rows: JudgedRow[] = [];
  const unmatched: string[] = [];
  for (const [text, { file, document, claims }] of judged.texts.entries()) {
    const traced = await readText(file, document ?? null, resources);
    const read = new Map(
      traced.extraction.claims.map((claim, index) => [
        `${claim.trigger.start} ${describeReading(traced.extraction, claim)}`,
        { claim, trace: traced.trace.claims[index] },
      ]),
    );
    for (const { at, reading, right } of claims) {
      const found = read.get(`${at} ${reading}`);
      if (found?.trace === undefined) unmatched.push(`${file} ${at} ${reading}`);
      else rows.push({ text, features: featuresOf(found.trace.features), confidence: found.claim.confidence, right });
    }
  }
  return { rows, unmatched };
}

/** "KILL kill: soldiers → civilians; NEGATED ACTUAL; activists ASSERTS": what is judged of a claim, in one line. */
export function describeReading(extraction: Extraction, claim: Claim): string {
  const quotation = extraction.quotations.find(({ id }) => id === claim.quotations.at(-1));
  const voice =
    quotation === undefined
      ? 'own voice'
      : `${quotation.claimant === null ? 'nobody' : headOf(quotation.claimant)} ${quotation.stance}`;
  const ends = `${claim.subjects.map(headOf).join(', ')} → ${claim.objects.map(headOf).join(', ')}`;
  return `${claim.relation} ${claim.predicate}: ${ends}; ${claim.polarity} ${claim.modality}; ${voice}`;
}

function headOf({ quote }: Quote): string {
  return quote.split(/\s+/).at(-1) ?? quote;
}

function featuresOf(named: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(CLAIM_FEATURES, (feature) => named[feature] ?? 0);
}

/** Reads one document of a file. @throws ClaimgraphError INPUT_NOT_FOUND where there is none. */
export async function readText(file: string, document: string | null, resources: Resources): Promise<TracedExtraction> {
  for await (const event of traceInputs(resources, findInputs([file]), { timeAnchor: '2031-03-12' }))
    if (event.kind === 'EXTRACTED' && (document === null || event.extraction.extraction.id === document))
      return event.extraction;
  throw new ClaimgraphError('INPUT_NOT_FOUND', `Expected ${document ?? 'a document'} in ${file}.`, { file });
}
