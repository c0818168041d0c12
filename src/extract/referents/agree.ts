import type { EntityType } from '../../ontology/index.js';
import type { FoundMention, Gender } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';

/** Types that may be of one thing: an army is a group, a hospital a place. */
const ALIKE: readonly (readonly [EntityType, EntityType])[] = [
  ['ORGANIZATION', 'GROUP'],
  ['ORGANIZATION', 'FACILITY'],
  ['PLACE', 'FACILITY'],
  ['PERSON', 'GROUP'],
  ['VEHICLE', 'FACILITY'],
  ['NATIONALITY', 'GROUP'],
];

/** False where an earlier mention's cluster cannot be what a description or pronoun means: by person, number, gender or type. */
export function mayAgree(
  later: FoundMention,
  earlier: FoundMention,
  clusters: MentionClusters,
  index: number,
): boolean {
  const group = later.wording;
  if (group === 'I' || group === 'WE' || group === 'YOU')
    return isSpeaking(earlier) && (group === 'WE') === (earlier.wording === 'WE');
  const gender = clusters.gender(index);
  if (group === 'HE' || group === 'SHE') {
    return (
      gender !== 'THING' &&
      agrees(group, gender) &&
      clusters.number(index) !== 'PLURAL' &&
      clusters.type(index) !== 'NATIONALITY' &&
      !isSpeaking(earlier)
    );
  }
  if (group === 'IT' || group === 'THIS') {
    return gender !== 'HE' && gender !== 'SHE' && gender !== 'HUMAN' && clusters.number(index) !== 'PLURAL';
  }
  if (group === 'THEY' || group === 'THESE') {
    if (isSpeaking(earlier)) return false;
    const isOne =
      clusters.number(index) === 'SINGULAR' && (clusters.named(index) || gender === 'HE' || gender === 'SHE');
    return !isOne;
  }
  if (group === 'REFLEXIVE') return agrees(later.gender, gender) && numbersAgree(later, clusters, index);
  if (isSpeaking(earlier)) return false;
  const type = clusters.type(index);
  return agrees(later.gender, gender) && numbersAgree(later, clusters, index) && typesAgree(later.type, type, earlier);
}

function isSpeaking({ wording, kind }: FoundMention): boolean {
  return kind === 'PRONOUN' && (wording === 'I' || wording === 'WE' || wording === 'YOU');
}

function agrees(a: Gender, b: Gender): boolean {
  if (a === b || a === 'UNKNOWN' || b === 'UNKNOWN') return true;
  if (a === 'THING' || b === 'THING') return false;
  return a === 'HUMAN' || b === 'HUMAN';
}

function numbersAgree(later: FoundMention, clusters: MentionClusters, index: number): boolean {
  const number = clusters.number(index);
  return number === later.number || number === 'UNKNOWN' || later.number === 'UNKNOWN';
}

/** A description that is no entity may mean a thing of any kind, but no person. */
function typesAgree(a: EntityType | null, b: EntityType | null, earlier: FoundMention): boolean {
  if (a === b) return true;
  if (a === null || b === null)
    return earlier.kind === 'PRONOUN' || (a !== 'PERSON' && b !== 'PERSON' && a !== 'GROUP' && b !== 'GROUP');
  return ALIKE.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}
