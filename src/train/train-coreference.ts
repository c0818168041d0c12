import { type Annotated, annotate } from '../annotate/index.js';
import { prepareCoreference } from '../extract/index.js';
import { createWeights, packModel, type TrainingWeights } from '../linear/index.js';
import { createDocument } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import type { Lesson } from './lesson.js';
import { createRandom, shuffle } from './random.js';
import { readStoryLesson, type ToldStory } from './read-antecedents.js';
import type { CoreferenceDocument, GoldMention } from './read-coreference.js';

/** The settings that the ranking of antecedents is learned with. Costs are those of Durrett and Klein (2013). */
export const COREFERENCE_OPTIONS = {
  seed: 20311,
  epochs: 5,
  rate: 0.06,
  /** What it costs to link what is new, to miss a link, and to link wrongly. */
  costs: { falseLink: 0.1, missedLink: 3, wrongLink: 1 },
  leastUses: 12,
  threshold: 0.02,
} as const;

type Options = {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly costs: Readonly<Record<'falseLink' | 'missedLink' | 'wrongLink', number>>;
  readonly leastUses: number;
  readonly threshold: number;
};

/**
 * Learns to rank antecedents: a log-linear model over latent antecedents, with costs (Durrett and Klein 2013), by
 * AdaGrad. Each document is read as in use: what was linked before is what the model itself linked. Same corpora, same bytes.
 */
export function trainCoreference(
  {
    documents,
    stories,
  }: { readonly documents: readonly CoreferenceDocument[]; readonly stories: readonly ToldStory[] },
  resources: Resources,
  report: (line: string) => void,
): Uint8Array {
  const told = stories.map((story) => readStoryLesson(story, resources));
  const lessons = documents.map((document) => readLesson(document, resources));
  report(`${lessons.length} documents and ${told.length} stories read`);
  return learnLessons([...lessons, ...told], COREFERENCE_OPTIONS, report);
}

export function learnLessons(lessons: readonly Lesson[], options: Options, report: (line: string) => void): Uint8Array {
  const { seed, epochs, leastUses, threshold } = options;
  const random = createRandom(seed);
  const weights = createWeights(COLUMNS);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const told = { right: 0, all: 0 };
    for (const lesson of shuffle(lessons, random)) learnLesson(lesson, weights, { told, options });
    for (const [, values] of weights.rows()) values[3] = (values[3] as number) + (values[0] as number) / epochs;
    report(`epoch ${epoch} of ${epochs}: ${((100 * told.right) / told.all).toFixed(2)}% of ${told.all} choices right`);
  }
  return packModel({ labels: ['link'], rows: rowsOf(weights, leastUses), threshold });
}

/** Of each feature: its weight, the sum of its squared gradients, how often it took part in an update, and the mean of its weights behind each epoch. */
const COLUMNS = 4;

function* rowsOf(weights: TrainingWeights, leastUses: number): Iterable<readonly [number, Float32Array]> {
  const row = new Float32Array(1);
  for (const [feature, values] of weights.rows()) {
    if ((values[2] as number) < leastUses) continue;
    row[0] = values[3] as number;
    yield [feature, row];
  }
}

export function readLesson({ id, text, mentions }: CoreferenceDocument, resources: Resources): Lesson {
  const annotated: Annotated = annotate(createDocument({ id, text }), resources);
  const prepare = prepareCoreference(annotated, resources);
  const { spans, heads } = prepare();
  const byEnd = [...mentions].sort((a, b) => a.end - a.start - (b.end - b.start));
  const taken = new Set<GoldMention>();
  const entities = spans.map((span, index) => {
    const head = heads[index] as { start: number; end: number };
    const gold = byEnd.find(
      (one) =>
        !taken.has(one) &&
        one.start <= span.start &&
        span.end <= one.end &&
        ((head.start <= one.coreStart && one.coreEnd <= head.end) ||
          (one.coreStart <= head.start && head.end <= one.coreEnd)),
    );
    if (gold === undefined) return '';
    taken.add(gold);
    return gold.entity;
  });
  return { prepare, entities };
}

function learnLesson(
  { prepare, entities, teaches }: Lesson,
  weights: TrainingWeights,
  { told, options }: { told: { right: number; all: number }; options: Options },
): void {
  const { document, isOpen, rank } = prepare();
  const { costs, rate } = options;
  for (let later = 0; later < entities.length; later++) {
    if (!isOpen(later)) continue;
    const { count, earlier, begins, features } = rank(later);
    const entity = entities[later] as string;
    const right = new Uint8Array(count);
    let links = 0;
    for (let choice = 1; choice < count; choice++)
      if (entity !== '' && entities[earlier[choice] as number] === entity) {
        right[choice] = 1;
        links++;
      }
    if (links === 0) right[0] = 1;
    const scores = new Float64Array(count);
    let best = 0;
    for (let choice = 0; choice < count; choice++) {
      let score = 0;
      for (let at = begins[choice] as number; at < (begins[choice + 1] as number); at++) {
        const row = weights.row(features[at] as number);
        if (row >= 0) score += weights.values[row] as number;
      }
      scores[choice] = score;
      if (score > (scores[best] as number)) best = choice;
    }
    if (best > 0) document.clusters.join(earlier[best] as number, later);
    if (teaches?.(later) === false) continue;
    told.all++;
    if (right[best] === 1) told.right++;
    for (let choice = 0; choice < count; choice++) {
      if (right[choice] === 1) continue;
      const cost = choice === 0 ? costs.missedLink : links === 0 ? costs.falseLink : costs.wrongLink;
      scores[choice] = (scores[choice] as number) + cost;
    }
    const all = normalizer(scores, null);
    const rightOnes = normalizer(scores, right);
    for (let choice = 0; choice < count; choice++) {
      const score = scores[choice] as number;
      const gradient = Math.exp(score - all) - (right[choice] === 1 ? Math.exp(score - rightOnes) : 0);
      if (Math.abs(gradient) < 1e-3) continue;
      for (let at = begins[choice] as number; at < (begins[choice + 1] as number); at++) {
        const row = weights.insert(features[at] as number);
        const { values } = weights;
        const squares = (values[row + 1] as number) + gradient * gradient;
        values[row + 1] = squares;
        values[row + 2] = (values[row + 2] as number) + 1;
        values[row] = (values[row] as number) - (rate * gradient) / Math.sqrt(squares);
      }
    }
  }
}

/** The logarithm of the sum of the exponentials of the scores, of all or of those that are right. */
function normalizer(scores: Float64Array, only: Uint8Array | null): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scores.length; index++)
    if (only === null || only[index] === 1) most = Math.max(most, scores[index] as number);
  let sum = 0;
  for (let index = 0; index < scores.length; index++)
    if (only === null || only[index] === 1) sum += Math.exp((scores[index] as number) - most);
  return most + Math.log(sum);
}
