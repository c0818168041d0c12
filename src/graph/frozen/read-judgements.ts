import type { Judgement, Retraction } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import type { Columns } from './columns.js';
import { DERIVED, derivedId } from './freeze-judgements.js';
import { readList } from './lists.js';
import type { Words } from './words.js';

type JudgementReading = Pick<GraphReading, 'judgementsOf' | 'judgementsWithoutEffect' | 'retractionOf' | 'retractions'>;

/** Judgements and retractions. There are few of people's, which are parsed at once where they are looked up by name. */
export function readJudgements(columns: Columns, { texts, keys, entityAt }: Words): JudgementReading {
  const parsed = <Item>(text: number): Item => JSON.parse(texts.at(text)) as Item;
  const retractions = new Map(
    Array.from(columns.retraction, (text) => parsed<Retraction>(text)).map((retraction) => [
      retraction.claim,
      retraction,
    ]),
  );
  const decisionIn = (place: number): Judgement => parsed(columns.decision[place]!);
  const reasonIn = (place: number): Judgement => {
    const left = keys.at(columns.reasonLeft[place]!);
    return {
      ...DERIVED,
      id: derivedId(left),
      left,
      right: keys.at(columns.reasonRight[place]!),
      reason: texts.at(columns.reasonText[place]!),
      score: columns.reasonScore[place]!,
    };
  };
  return {
    judgementsOf: (id) => {
      const entity = entityAt(id);
      if (entity < 0) return [];
      const decisions = readList(columns.entityDecisions, entity, decisionIn);
      return [...decisions, ...readList(columns.entityReasons, entity, reasonIn)];
    },
    judgementsWithoutEffect: () =>
      Array.from(columns.idle, (text) => parsed<{ judgement: Judgement; reason: string }>(text)),
    retractionOf: (fingerprint) => retractions.get(fingerprint) ?? null,
    retractions: () => retractions.values(),
  };
}
