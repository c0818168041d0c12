import type { Claim, Extraction } from '../../src/domain/index.js';
import { isStoryClaim, judgeStoryClaim, namesOfEntity, plain, type StoryReading } from './match-story.js';
import type { Story, StoryClaim } from './read-stories.js';
import { share, type Tally } from './tally.js';

/** The measures of the stories, in the order of their table. */
export const STORY_MEASURES = {
  entities: 'of one of its names and types',
  'claims found': 'predicate, subject and object',
  'claims all right': 'found, and every part that is labelled',
  attribution: 'claimant, or the document’s own voice, of the claims found',
  polarity: 'affirmed or denied, of the claims found',
  modality: 'of the claims found',
  place: 'of the claims found that have one',
  time: 'its words, of the claims found that have one',
  'claims avoided': 'readings that would be wrong, and are not there',
  'entities avoided': 'names that would be wrong, and are not there',
} as const;

export type StoryMeasure = keyof typeof STORY_MEASURES;

/** What one record got right of its story: yes or no for each thing that was asked. */
export interface StoryAnswer {
  readonly measure: StoryMeasure;
  readonly storyId: string;
  readonly what: string;
  readonly right: boolean;
}

/** Scores a record of a story's text. Pure: it looks at the record alone. */
export function scoreStory(story: Story, record: Extraction): readonly StoryAnswer[] {
  const reading = { story, record };
  const answer = (measure: StoryMeasure, what: string, right: boolean) => ({ measure, storyId: story.id, what, right });
  const names = namesIn(record);
  return [
    ...story.entities.map((entity) => {
      const types: readonly string[] = entity.typeAnyOf ?? [entity.type];
      const wanted = namesOfEntity(entity).map(plain);
      const isThere = names.some(({ name, type }) => wanted.includes(name) && types.includes(type));
      return answer('entities', `${entity.type} ${entity.name}`, isThere);
    }),
    ...story.claims.flatMap((label) => {
      const parts = bestOf(reading, label);
      const what = `${label.id} ${label.subjectAnyOf[0] ?? 'nobody'} ${label.predicateAnyOf[0]} ${label.objectAnyOf[0] ?? 'nobody'}`;
      return [
        answer('claims found', what, parts !== null),
        answer('claims all right', what, parts !== null && !Object.values(parts).includes(false)),
        ...Object.entries(parts ?? {}).map(([part, right]) => answer(part as StoryMeasure, what, right)),
      ];
    }),
    ...story.forbiddenClaims.map((label) => {
      const isThere = record.claims.some((claim) => isStoryClaim(reading, label, claim) && fits(reading, label, claim));
      return answer('claims avoided', `${label.id} ${label.predicateAnyOf[0]}: ${label.why}`, !isThere);
    }),
    ...story.forbiddenEntities.map(({ name, type }) => {
      const isThere = names.some((one) => one.name === plain(name) && (type === undefined || one.type === type));
      return answer('entities avoided', `${type ?? 'any'} ${name}`, !isThere);
    }),
  ];
}

/** How many were right, by measure, in the order of the table. */
export function tallyStories(answers: readonly StoryAnswer[]): Readonly<Record<StoryMeasure, Tally>> {
  const tallies = Object.keys(STORY_MEASURES).map((measure) => {
    const own = answers.filter((one) => one.measure === measure);
    return [measure, share(own.filter((one) => one.right).length, own.length)];
  });
  return Object.fromEntries(tallies) as Record<StoryMeasure, Tally>;
}

function namesIn({ referents, mentions }: Extraction): readonly { readonly name: string; readonly type: string }[] {
  return [
    ...referents.flatMap(({ name, aliases, type }) => [name, ...aliases].map((one) => ({ name: plain(one), type }))),
    ...mentions.filter((one) => one.kind === 'NAME').map(({ quote, type }) => ({ name: plain(quote), type })),
  ];
}

/** Of the claims that are the labelled one, the parts of that with the fewest wrong; null where there is none. */
function bestOf(reading: StoryReading, label: StoryClaim): Readonly<Record<string, boolean>> | null {
  const wrong = (parts: Readonly<Record<string, boolean>>) => Object.values(parts).filter((right) => !right).length;
  const judged = reading.record.claims
    .filter((claim) => isStoryClaim(reading, label, claim))
    .map((claim) => judgeStoryClaim(reading, label, claim))
    .sort((left, right) => wrong(left) - wrong(right));
  return judged[0] ?? null;
}

function fits(reading: StoryReading, label: StoryClaim, claim: Claim): boolean {
  return !Object.values(judgeStoryClaim(reading, label, claim)).includes(false);
}
