import type { ArgumentRole, Resources } from '../../resources/index.js';
import { barePhrase } from '../phrases/make-phrase.js';
import type { View } from '../view.js';
import { chooseSense, othersOf, type Slots } from './apply-frame.js';
import { finish } from './finish-claim.js';
import type { ClausePlace, FoundClaim } from './found-claim.js';
import { describedRelation } from './read-descriptions.js';
import { typeOf } from './type-of.js';

const NO_ROLES: ReadonlyMap<string, ArgumentRole> = new Map();
const PLACING = new Set(['in', 'at', 'near', 'on', 'inside', 'outside']);

/** What "be" says: an office, a membership, a place, a quality; null for "there is" and where its subject is left out. */
export function readCopula(view: View, resources: Resources, place: ClausePlace): FoundClaim | null {
  const { clause, reading, sentence } = place;
  const { verb, subjects, objects, obliques, adjective } = clause;
  const subject = subjects[0];
  if (clause.expletive || subject === undefined) return null;
  const [object] = objects;
  const base = { subjects, role: null, tense: null, clause, node: clause.node, sentence } as const;
  const about = clause.complements[0]?.node ?? -1;
  const others = obliques.flatMap((group) => othersOf(group, NO_ROLES));
  if (object === undefined) {
    if (adjective === -1) return null;
    // "was able to leave": how real the leaving is, and no quality.
    if (clause.complements.length > 0 && resources.adjectiveGovernors.has(view.lemma(adjective))) return null;
    const slots: Slots = { subjects, objects: [], recipients: [], obliques };
    const senses = resources.adjectiveSenses.get(view.lemma(adjective));
    const predicate = `be ${view.lemma(adjective)}`;
    // "Among the dead were six men": what is said of them may stand before the verb.
    const trigger = { first: Math.min(verb.first, adjective), last: Math.max(verb.last, adjective + 1) };
    if (senses !== undefined) {
      const { sense, sorted } = chooseSense(view, resources, { senses, slots });
      const state = sense.relation === 'OTHER' ? null : 'CURRENT';
      if (state !== null || sorted.objects.length > 0)
        return finish(view, {
          ...base,
          ...sorted,
          relation: sense.relation,
          predicate,
          trigger,
          about,
          tense: state,
        });
    }
    const first = obliques.find((group) => group[0]?.isTime === false);
    if (first !== undefined)
      return finish(view, {
        ...base,
        relation: 'OTHER',
        predicate,
        trigger,
        objects: first,
        others,
        about,
      });
    // "were safe": a quality, as the text gives it.
    const quality = barePhrase({ first: adjective, last: adjective + 1 }, adjective);
    return finish(view, {
      ...base,
      relation: 'OTHER',
      predicate: 'be',
      trigger: { first: verb.first, last: verb.last },
      objects: [quality],
      others,
      about,
    });
  }
  const trigger = { first: verb.first, last: verb.last };
  const preposition = object.preposition;
  if (preposition !== null) {
    const isPlace = PLACING.has(preposition) && typeOf(view, resources, object) === 'PLACE';
    return finish(view, {
      ...base,
      relation: isPlace ? 'LOCATED_IN' : 'OTHER',
      tense: isPlace ? 'CURRENT' : null,
      predicate: `be ${preposition}`,
      trigger: { first: verb.first, last: Math.max(verb.last, Math.min(object.first, verb.last + 2)) },
      objects,
      others,
      about,
    });
  }
  const described = describedRelation(view, resources, reading, object);
  if (described !== null)
    return finish(view, {
      ...base,
      relation: described.relation,
      predicate: described.predicate,
      trigger: { first: verb.first, last: described.role.last },
      objects: described.objects,
      others,
      role: described.role,
      tense: verb.past && described.tense === 'CURRENT' ? 'FORMER' : described.tense,
      about,
    });
  return finish(view, { ...base, relation: 'OTHER', predicate: 'be', trigger, objects, others, about });
}
