import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MODALITIES } from '../../src/domain/index.js';
import { ENTITY_TYPES } from '../../src/ontology/index.js';

const WORDS = z.array(z.string().min(1).nullable()).min(1).readonly();
const ENTITY_TYPE = z.enum(ENTITY_TYPES.map((row) => row.id));

const CLAIM = z.strictObject({
  id: z.string().min(1),
  subjectAnyOf: WORDS,
  predicateAnyOf: z.array(z.string().min(1)).min(1).readonly(),
  objectAnyOf: WORDS,
  polarity: z.enum(['AFFIRMED', 'DENIED']).optional(),
  modalityAnyOf: z.array(z.enum(MODALITIES)).min(1).readonly().optional(),
  attributionAnyOf: WORDS.nullable().optional(),
  placeAnyOf: WORDS.optional(),
  timeAnyOf: WORDS.optional(),
  why: z.string().min(1).optional(),
});

const STORY = z.strictObject({
  id: z.string().min(1),
  publishedAt: z.iso.date(),
  entities: z.array(
    z.strictObject({
      name: z.string().min(1),
      type: ENTITY_TYPE,
      typeAnyOf: z.array(ENTITY_TYPE).readonly().optional(),
      aliases: z.array(z.string().min(1)).readonly(),
    }),
  ),
  forbiddenEntities: z.array(z.strictObject({ name: z.string().min(1), type: ENTITY_TYPE.optional() })),
  claims: z.array(CLAIM),
  forbiddenClaims: z.array(CLAIM),
});

/** A news text with what a careful reader finds in it; `stories/README.md` says what each label means. */
export type Story = z.output<typeof STORY> & { readonly text: string };
export type StoryEntity = Story['entities'][number];
export type StoryClaim = z.output<typeof CLAIM>;

const FOLDER = new URL('stories/', import.meta.url);

/** Every story of `stories/`, by file. */
export function readStories(): readonly Story[] {
  return readdirSync(fileURLToPath(FOLDER))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      ...STORY.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
      text: readFileSync(new URL(name.replace(/json$/, 'txt'), FOLDER), 'utf8'),
    }));
}
