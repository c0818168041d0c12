import fc from 'fast-check';
import type { Extraction, Judgement, ReferentKey } from '../../src/domain/index.js';
import { createKnowledgeGraph, type GraphOptions, type KnowledgeGraph } from '../../src/graph/index.js';
import { referentKeys } from '../../src/resolve/index.js';
import { buildExtraction, type ClaimSketch, type ReferentSketch } from './build-extraction.js';
import { buildJudgement, buildUndo } from './build-judgement.js';

const DOCUMENTS = ['b', 'a', 'constructor', '100% #1', 'a b', '\u{1F600}'];

/** Few, so that they meet across documents; some hostile. */
const CAST: readonly ReferentSketch[] = [
  { name: 'Syria', type: 'PLACE', label: '0' },
  { name: 'John Smith', label: '1' },
  { name: 'John Smith', label: '2', roles: ['mayor'] },
  { name: 'Smith', label: '3', roles: ['mayor'] },
  { name: 'J. Smith', label: '4', roles: ['mayor'] },
  { name: 'Free Army', type: 'ORGANIZATION', label: '5', aliases: ['the army', 'FA'], acronyms: ['FA'] },
  { name: 'the soldiers', type: 'GROUP', label: '6' },
  { name: '__proto__', type: 'ORGANIZATION', label: '7' },
  { name: 'constructor', type: 'PLACE', label: '8' },
  { name: '!!!', label: '9' },
  { name: '\u{1F525}', type: 'ORGANIZATION', label: '10' },
  { name: '\u202Eسوريا الحرة', label: '11' },
  { name: 'Jane Smith', label: '12', roles: ['mayor'] },
  { name: 'Jon Smith', label: '13' },
  { name: 'John Robert Smith', label: '14', roles: ['judge'] },
  { name: 'FA', type: 'ORGANIZATION', label: '15' },
  { name: 'Football Association', type: 'ORGANIZATION', label: '16' },
  { name: 'Ann Lee', label: '17' },
  { name: 'Bo Ray', label: '18' },
  { name: 'Orlo', type: 'PLACE', label: '19' },
];

/** One change of a graph. */
export type Step =
  | { readonly kind: 'PUT'; readonly extraction: Extraction }
  | { readonly kind: 'DELETE'; readonly documentId: string }
  | { readonly kind: 'JUDGE'; readonly same: boolean; readonly keys: readonly [ReferentKey, ReferentKey] }
  | { readonly kind: 'UNDO'; readonly which: number };

const label = fc.nat({ max: CAST.length - 1 }).map(String);
const claim: fc.Arbitrary<ClaimSketch> = fc.record(
  {
    relation: fc.constantFrom('ATTACK', 'CONSULT'),
    subject: fc.array(label, { maxLength: 2 }),
    object: fc.array(label, { maxLength: 2 }),
    claimant: fc.oneof(label, fc.constant(null), fc.array(label, { minLength: 1, maxLength: 2 })),
    stance: fc.constantFrom('ASSERTS', 'DENIES'),
    polarity: fc.constantFrom('AFFIRMED', 'NEGATED'),
    modality: fc.constantFrom('ACTUAL', 'POSSIBLE'),
    place: fc.constantFrom('0', '8'),
    time: fc.constantFrom('2012-03-12', '2012-03-12/2012-03-14', 'soon'),
  },
  { requiredKeys: ['relation', 'subject', 'object'] },
);
/** A document of these, with claims about each other. */
export const document: fc.Arbitrary<Extraction> = fc
  .record({
    id: fc.constantFrom(...DOCUMENTS),
    referents: fc.subarray([...CAST], { minLength: 1 }),
    claims: fc.array(claim, { maxLength: 4 }),
    source: fc.constantFrom(null, 'Daily', 'Weekly'),
    publishedAt: fc.constantFrom(null, '2012-03-12', '2012-03-13T08:00:00Z'),
  })
  .map(({ claims, referents, ...rest }) => {
    const known = new Set(referents.map((referent) => referent.label));
    const spoken = new Set(claims.flatMap(labelsOf).filter((words) => !known.has(words)));
    const cast = [...referents, ...CAST.filter((referent) => spoken.has(referent.label ?? ''))];
    return buildExtraction({ ...rest, claims, referents: cast });
  });
/** Every key that a document of these can have, and one that none has. */
const KEYS: readonly ReferentKey[] = [
  ...DOCUMENTS.flatMap((id) => [...referentKeys(buildExtraction({ id, referents: CAST })).values()]),
  'nowhere#PERSON/nobody/0',
];
/** Mostly namesakes across documents: judgements about them contradict each other, and names get in their way. */
export const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KEYS.filter((each) => each.includes('/syria/'))) },
  { weight: 3, arbitrary: fc.constantFrom(...KEYS.filter((each) => each.endsWith('/john smith/0'))) },
  { weight: 2, arbitrary: fc.constantFrom(...KEYS) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: document.map((extraction): Step => ({ kind: 'PUT', extraction })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...DOCUMENTS).map((documentId): Step => ({ kind: 'DELETE', documentId })),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.boolean(), fc.tuple(key, key)).map(([same, keys]): Step => ({ kind: 'JUDGE', same, keys })),
  },
  { weight: 2, arbitrary: fc.nat().map((which): Step => ({ kind: 'UNDO', which })) },
);
/** Up to forty changes. */
export const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** What is left of the record after the steps. */
export interface Record {
  readonly extractions: Map<string, Extraction>;
  readonly log: Judgement[];
}

/** Makes a change in the graph, and in what is left of the record. */
export function take(step: Step, graph: KnowledgeGraph, record: Record): void {
  const { extractions, log } = record;
  if (step.kind === 'PUT') {
    graph.putDocument(step.extraction);
    extractions.set(step.extraction.id, step.extraction);
  } else if (step.kind === 'DELETE') {
    graph.deleteDocument(step.documentId);
    extractions.delete(step.documentId);
  } else {
    const judgement = judgementOf(step, log);
    if (judgement === null) return;
    graph.applyJudgement(judgement);
    log.push(judgement);
  }
}

function judgementOf(step: Extract<Step, { kind: 'JUDGE' | 'UNDO' }>, log: readonly Judgement[]): Judgement | null {
  if (step.kind === 'JUDGE') return buildJudgement(log.length + 1, step.same ? 'SAME' : 'DIFFERENT', step.keys);
  const undone = log[step.which % Math.max(1, log.length)];
  return undone === undefined ? null : buildUndo(log.length + 1, undone);
}

/** The graph after the changes, and what is left of the record. */
export function carryOut(
  given: readonly Step[],
  options: GraphOptions = {},
): { readonly graph: KnowledgeGraph; readonly record: Record } {
  const graph = createKnowledgeGraph(options);
  const record: Record = { extractions: new Map(), log: [] };
  for (const step of given) take(step, graph, record);
  return { graph, record };
}

function labelsOf(sketch: ClaimSketch): readonly string[] {
  return [sketch.subject, sketch.object, sketch.claimant, sketch.place]
    .flat()
    .filter((words) => typeof words === 'string');
}
