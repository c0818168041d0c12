import type { MentionKind } from '../../domain/index.js';
import type { EntityType, Sector } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';

/** A mention before its referent is known. */
export interface FoundMention extends TokenRange {
  readonly kind: MentionKind;
  readonly type: EntityType;
  readonly confidence: number;
  readonly sector: Sector | null;
  /** Token that the mention turns on. */
  readonly head: number;
  readonly name: Name | null;
  /** The phrase whose head it is; null for a name inside another phrase. */
  readonly phrase: NounPhrase | null;
  readonly plural: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
  /** True where it is the subject of a clause. */
  readonly isSubject: boolean;
  /** The subjects of the clause in which it is an object or follows a preposition: no pronoun there means one of them. */
  readonly apartFrom: NounGroup;
}

const PERSON_PRONOUNS = new Set([
  'he',
  'she',
  'him',
  'her',
  'his',
  'hers',
  'himself',
  'herself',
  'i',
  'me',
  'my',
  'myself',
  'you',
  'your',
]);
const GROUP_PRONOUNS = new Set(['they', 'them', 'their', 'theirs', 'themselves', 'we', 'us', 'our', 'ours']);
const THING_PRONOUNS = new Set(['it', 'its', 'itself']);

/** Finds names, descriptions of actors, places and things, and pronouns; in order of text. */
export function findMentions(
  view: View,
  resources: Resources,
  input: { readonly names: readonly Name[]; readonly readings: readonly SentenceReading[] },
): readonly FoundMention[] {
  const found: FoundMention[] = [];
  const owner = new Map<number, NounPhrase>();
  input.readings.forEach((reading, sentence) => {
    const subjects = new Set(reading.clauses.flatMap((clause) => clause.subjects));
    const apart = new Map(
      reading.clauses.flatMap((clause) =>
        [...clause.objects, ...clause.obliques.flat()].map((phrase) => [phrase, clause.subjects]),
      ),
    );
    for (const phrase of reading.phrases) {
      if (phrase.name !== null) owner.set(phrase.name.first, phrase);
      const mention = phrase.name === null ? describe(view, resources, phrase) : null;
      if (mention !== null)
        found.push({ ...mention, sentence, isSubject: subjects.has(phrase), apartFrom: apart.get(phrase) ?? [] });
      for (let index = phrase.first; index < phrase.last; index++) {
        if (view.form(index) === 'PRP$')
          found.push({ ...pronoun(view, index), phrase: null, sentence, isSubject: false, apartFrom: [] });
      }
    }
  });
  for (const name of input.names) {
    const phrase = owner.get(name.first) ?? null;
    const sentence = view.sentenceIndexOf(name.first);
    const isSubject =
      phrase !== null &&
      (input.readings[sentence]?.clauses.some((clause) => clause.subjects.includes(phrase)) ?? false);
    const plural = name.type === 'NATIONALITY' && view.lower(name.last - 1).endsWith('s');
    const sector = resources.titles.get(name.title)?.sector ?? null;
    const { first, last, type, confidence } = name;
    found.push({
      first,
      last,
      type,
      confidence,
      sector,
      head: last - 1,
      name,
      phrase,
      plural,
      kind: 'NAME',
      sentence,
      isSubject,
      apartFrom:
        phrase === null
          ? []
          : (input.readings[sentence]?.clauses.find(
              (one) => one.objects.includes(phrase) || one.obliques.some((group) => group.includes(phrase)),
            )?.subjects ?? []),
    });
  }
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

type Described = Omit<FoundMention, 'sentence' | 'isSubject' | 'apartFrom'>;

function describe(view: View, resources: Resources, phrase: NounPhrase): Described | null {
  if (phrase.isTime) return null;
  if (phrase.isPronoun) {
    const lower = view.lower(phrase.head);
    const known = PERSON_PRONOUNS.has(lower) || GROUP_PRONOUNS.has(lower) || THING_PRONOUNS.has(lower);
    return known ? { ...pronoun(view, phrase.head), phrase } : null;
  }
  const sense = resources.nominals.get(view.lemma(phrase.head)) ?? resources.nominals.get(view.lower(phrase.head));
  if (sense === undefined) return null;
  const plural = view.form(phrase.head) === 'NNS';
  const type = sense.type === 'PERSON' && (plural || phrase.count !== null) ? 'GROUP' : sense.type;
  const { first, last, head } = phrase;
  return {
    first,
    last,
    type,
    confidence: 0.75,
    sector: sense.sector,
    head,
    name: null,
    phrase,
    plural,
    kind: 'NOMINAL',
  };
}

function pronoun(view: View, index: number): Omit<Described, 'phrase'> {
  const lower = view.lower(index);
  const type: EntityType = PERSON_PRONOUNS.has(lower) ? 'PERSON' : GROUP_PRONOUNS.has(lower) ? 'GROUP' : 'ORGANIZATION';
  const plural = GROUP_PRONOUNS.has(lower);
  return {
    first: index,
    last: index + 1,
    type,
    confidence: 0.6,
    sector: null,
    head: index,
    name: null,
    plural,
    kind: 'PRONOUN',
  };
}
