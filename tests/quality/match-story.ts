import type { Claim, Extraction, Quote, ReferringQuote } from '../../src/domain/index.js';
import { headOfPhrase } from './head-of-phrase.js';
import type { Story, StoryClaim, StoryEntity } from './read-stories.js';

/** A story beside its record. */
export interface StoryReading {
  readonly story: Story;
  readonly record: Extraction;
}

type Accepted = readonly (string | null)[];

/** True where predicate, subject and object are among those accepted. */
export function isStoryClaim(reading: StoryReading, label: StoryClaim, claim: Claim): boolean {
  return (
    label.predicateAnyOf.some((lemma) => isPredicate(lemma, claim.predicate)) &&
    isAtSide(reading, label.subjectAnyOf, claim.subjects) &&
    (isAtSide(reading, label.objectAnyOf, claim.objects) ||
      (claim.objects.length === 0 && isElsewhere(reading, label.objectAnyOf, claim)))
  );
}

/** Each part that the label holds beside the three, right or wrong. */
export function judgeStoryClaim(
  reading: StoryReading,
  label: StoryClaim,
  claim: Claim,
): Readonly<Record<string, boolean>> {
  const { attributionAnyOf, polarity, modalityAnyOf, placeAnyOf, timeAnyOf } = label;
  const parts = {
    attribution: attributionAnyOf === undefined ? null : isAttributed(reading, attributionAnyOf, claim),
    polarity: polarity === undefined ? null : polarity === (isDenied(reading, claim) ? 'DENIED' : 'AFFIRMED'),
    modality: modalityAnyOf?.includes(claim.modality) ?? null,
    place: placeAnyOf === undefined ? null : claim.place !== null && isAnyOf(reading, placeAnyOf, claim.place),
    time: timeAnyOf === undefined ? null : timeAnyOf.some((words) => claim.time?.quote.includes(words ?? '')),
  };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, boolean] => part[1] !== null));
}

/** The names of an entity; its forms in lower case are nouns. */
export function namesOfEntity({ name, aliases }: Pick<StoryEntity, 'name' | 'aliases'>): readonly string[] {
  return [name, ...aliases].filter((form) => /\p{Lu}/u.test(form));
}

/** Without an article before it, and in one case. */
export function plain(words: string): string {
  return words.replace(/^(?:the|an?)\s+/iu, '').toLowerCase();
}

/** "Call" is "call on", and "set on fire" is "set". */
function isPredicate(lemma: string, predicate: string): boolean {
  if (lemma === predicate) return true;
  const [left, right] = [lemma.split(' '), predicate.split(' ')];
  return left[0] === right[0] && (left.length === 1 || right.length === 1);
}

function isAtSide(reading: StoryReading, accepted: Accepted, side: readonly ReferringQuote[]): boolean {
  if (accepted.includes('*') || (side.length === 0 && accepted.includes(null))) return true;
  return side.some((quote) => isAnyOf(reading, accepted, quote));
}

/** "Marched on the embassy" may keep the embassy as its place, and "opened fire" the fire in its trigger. */
function isElsewhere(reading: StoryReading, accepted: Accepted, claim: Claim): boolean {
  const quotes = [claim.place, ...claim.others, { ...claim.trigger, referent: null }].filter((one) => one !== null);
  return quotes.some((quote) => isAnyOf(reading, accepted, quote));
}

function isAttributed(reading: StoryReading, accepted: Accepted | null, claim: Claim): boolean {
  if (claim.quotations.length === 0) return accepted?.includes(null) ?? true;
  return quotationsOf(reading, claim).some(
    ({ claimant }) => claimant !== null && accepted !== null && isAnyOf(reading, accepted, claimant),
  );
}

function isDenied(reading: StoryReading, claim: Claim): boolean {
  return (claim.polarity === 'NEGATED') !== (quotationsOf(reading, claim).at(-1)?.stance === 'DENIES');
}

function quotationsOf({ record }: StoryReading, { quotations }: Claim): Extraction['quotations'] {
  return quotations.flatMap((id) => record.quotations.filter((one) => one.id === id));
}

function isAnyOf({ story, record }: StoryReading, accepted: Accepted, quote: ReferringQuote): boolean {
  const forms = accepted.flatMap((words) => (words === null ? [] : formsOf(story, words)));
  const referent = record.referents.find((one) => one.id === quote.referent);
  const read = [quote.quote, ...(referent === undefined ? [] : [referent.name, ...referent.aliases])];
  return read.some((words) => forms.some((form) => isSamePhrase(form, words)));
}

function formsOf(story: Story, words: string): readonly string[] {
  const entity = story.entities.find((one) => namesOfEntity(one).includes(words));
  return entity === undefined ? [words] : [words, entity.name, ...entity.aliases];
}

/** The same head, and the words of one are among those of the other: "gas" is "tear gas", "his client" is "client". */
function isSamePhrase(form: string, read: string): boolean {
  if (plain(form) === plain(read)) return true;
  const [left, right] = [headIn(form), headIn(read)];
  if (left === '' || left !== right) return false;
  const [fewer, more] = [wordsOf(form), wordsOf(read)].sort((one, other) => one.length - other.length);
  return fewer?.every((word) => more?.includes(word)) ?? false;
}

function headIn(words: string): string {
  const all: Quote = { start: 0, end: words.length, quote: words };
  const { start, end } = headOfPhrase(words, all);
  return words.slice(start, end).toLowerCase();
}

function wordsOf(words: string): readonly string[] {
  return plain(words).match(/[\p{L}\p{N}%.-]+/gu) ?? [];
}
