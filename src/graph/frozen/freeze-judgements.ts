import type { Judgement } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import type { Some } from './columns.js';
import { type FrozenEntities, listColumns } from './freeze-entities.js';
import { createGrowing, createLists } from './growing.js';
import { type Turns, turn } from './turn.js';

/** Why referents are one, and what people decided, as columns. */
export type JudgementColumns = Some<
  | 'entityDecisions'
  | 'decision'
  | 'entityReasons'
  | 'reasonLeft'
  | 'reasonRight'
  | 'reasonText'
  | 'reasonScore'
  | 'idle'
  | 'retraction'
>;

/** What all judgements that the algorithm derives have in common. */
export const DERIVED = { verdict: 'SAME', by: 'ALGORITHM', at: '1970-01-01T00:00:00Z', undoes: null } as const;

/** The id of a derived judgement. */
export function derivedId(left: string): string {
  return `name:${left}`;
}

/** Keeps the judgements behind each entity, those without effect, and the retractions that hold. */
export function* freezeJudgements(graph: GraphReading, entities: FrozenEntities): Turns<JudgementColumns> {
  const { texts, referentOf } = entities;
  const [decisions, reasons] = [createLists(), createLists()];
  const [right, text, score] = [createGrowing.U32(), createGrowing.U32(), createGrowing.F64()];
  let count = 0;
  for (const { id } of graph.entities()) {
    if (count++ % 64 === 0) yield* turn();
    for (const judgement of graph.judgementsOf(id)) {
      if (!isDerived(judgement)) {
        decisions.push(texts.add(JSON.stringify(judgement)));
        continue;
      }
      reasons.push(referentOf(judgement.left));
      right.push(referentOf(judgement.right));
      text.push(texts.add(judgement.reason));
      score.push(judgement.score);
    }
    decisions.end();
    reasons.end();
  }
  const asJson = (item: unknown): number => texts.add(JSON.stringify(item));
  return {
    ...listColumns('entityDecisions', 'decision', decisions.finish()),
    ...listColumns('entityReasons', 'reasonLeft', reasons.finish()),
    reasonRight: right.finish(),
    reasonText: text.finish(),
    reasonScore: score.finish(),
    idle: Uint32Array.from(graph.judgementsWithoutEffect(), asJson),
    retraction: Uint32Array.from(graph.retractions(), asJson),
  };
}

function isDerived(judgement: Judgement): judgement is Judgement & { readonly score: number } {
  const { id, verdict, left, by, at, undoes, score } = judgement;
  return (
    id === derivedId(left) &&
    verdict === DERIVED.verdict &&
    by === DERIVED.by &&
    at === DERIVED.at &&
    undoes === DERIVED.undoes &&
    score !== null
  );
}
