import type { EntityType, Sector } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import { nominalAt } from '../nominal-at.js';
import type { View } from '../view.js';
import type { Gender } from './mention.js';

/** What a noun says of what it describes. */
export interface NounSense {
  /** Null where it is no entity. */
  readonly type: EntityType | null;
  readonly sector: Sector | null;
  readonly gender: Gender;
  /** True where its own form says so, whatever the tagger takes it for: "gunmen". */
  readonly plural: boolean;
}

const THING: NounSense = { type: null, sector: null, gender: 'UNKNOWN', plural: false };

/** Types whose things are never he or she. */
const THINGS: ReadonlySet<EntityType> = new Set<EntityType>([
  'PLACE',
  'ORGANIZATION',
  'FACILITY',
  'VEHICLE',
  'WEAPON',
  'EVENT',
  'WORK',
]);

/** What the noun at a token describes: by the lexicon, else by how a word for people ends ("-man", "-ologist"). */
export function describeNoun(view: View, resources: Resources, token: number): NounSense {
  const lemma = view.lemma(token);
  const plural = lemma.length > 4 && lemma.endsWith('men');
  const singular = plural ? `${lemma.slice(0, -2)}an` : lemma;
  const known = plural ? resources.nominals.get(singular) : nominalAt(view, resources, token);
  if (known === undefined) return plural ? { ...describeBySuffix(singular), plural } : describeBySuffix(singular);
  const { type, sector } = known;
  return { type, sector, gender: type === 'PERSON' ? genderOf(known.pronoun) : genderOfType(type), plural };
}

function genderOfType(type: EntityType): Gender {
  return THINGS.has(type) ? 'THING' : 'UNKNOWN';
}

/** "spokesman", "policewoman": whoever it is, is he or she. "-ologist", "-eer": a person. */
function describeBySuffix(lemma: string): NounSense {
  if (lemma.length > 5 && lemma.endsWith('woman'))
    return { type: 'PERSON', sector: null, gender: 'SHE', plural: false };
  if (lemma.length > 5 && lemma.endsWith('man')) return { type: 'PERSON', sector: null, gender: 'HE', plural: false };
  if (lemma.length > 7 && (lemma.endsWith('ologist') || lemma.endsWith('person')))
    return { type: 'PERSON', sector: null, gender: 'HUMAN', plural: false };
  return THING;
}

/** HUMAN where no pronoun is known. */
export function genderOf(pronoun: 'he' | 'she' | null | undefined): Gender {
  return pronoun === 'he' ? 'HE' : pronoun === 'she' ? 'SHE' : 'HUMAN';
}
