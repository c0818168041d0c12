import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { annotate } from '../annotate/index.js';
import { prepareCoreference } from '../extract/index.js';
import { createDocument } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import type { Lesson } from './lesson.js';

const STORY = z.strictObject({
  text: z.string().min(1),
  antecedents: z
    .array(
      z.strictObject({
        /** Offset of the pronoun or description. */
        at: z.int().nonnegative(),
        words: z.string().min(1),
        /** Words of an earlier mention of who is meant; null for whom the text has not told of. */
        means: z.string().min(1).nullable(),
      }),
    )
    .readonly(),
});

/** A text of our own in which some pronouns and descriptions are told to mean what they mean. */
export type ToldStory = z.output<typeof STORY>;

/** Reads a file of told stories, one a line. */
export function readToldStories(file: string): readonly ToldStory[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => STORY.parse(JSON.parse(line)));
}

/** Makes a lesson of a told story: what is not told teaches nothing. What is told of no mention found is left out. */
export function readStoryLesson({ text, antecedents }: ToldStory, resources: Resources): Lesson {
  const annotated = annotate(createDocument({ id: 'story', text }), resources);
  const prepare = prepareCoreference(annotated, resources);
  const { spans, document } = prepare();
  const quotes = spans.map(({ start, end }) => text.slice(start, end));
  const entities = spans.map((_, index) => `${document.clusters.find(index)}`);
  const told = new Uint8Array(spans.length);
  for (const { at, words, means } of antecedents) {
    const later = spans.findIndex(({ start, end }) => start === at && end === at + words.length);
    if (later === -1) continue;
    const earlier = means === null ? later : findLast(quotes, later, means);
    if (earlier === -1) continue;
    entities[later] = entities[earlier] as string;
    told[later] = 1;
  }
  return { prepare, entities, teaches: (mention) => told[mention] === 1 };
}

/** The last mention before one that is worded so, or holds these words. */
function findLast(quotes: readonly string[], before: number, words: string): number {
  const earlier = quotes.slice(0, before);
  const same = earlier.lastIndexOf(words);
  return same === -1 ? earlier.findLastIndex((quote) => quote.includes(words)) : same;
}
