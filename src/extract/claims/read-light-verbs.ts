import { relationTypeRow } from '../../ontology/index.js';
import type { NounFrame, PredicateSense, Resources } from '../../resources/index.js';
import type { NounGroup } from '../phrases/reading.js';
import type { View } from '../view.js';
import { slotsOf } from './apply-frame.js';
import { finish } from './finish-claim.js';
import type { ClausePlace, FoundClaim } from './found-claim.js';
import { chooseNounSense, sortAround } from './read-event-nouns.js';

/** "carried out an attack on the town", "abductions were carried out by gunmen": the noun is the predicate; its verb says who does it. */
export function readLightVerb(
  view: View,
  resources: Resources,
  { clause, reading, sentence, used }: ClausePlace,
): FoundClaim | null {
  const senses = resources.lightSenses.get(clause.verb.lemma);
  if (senses === undefined) return null;
  const slots = slotsOf(clause);
  const [noun] = slots.objects;
  if (noun === undefined || noun.isPronoun || noun.name !== null) return null;
  // "called the accusation false": what is said of it, and no act.
  if (noun.last > noun.head + 1 && view.tag(noun.last - 1) === 'ADJ') return null;
  // "called the arrest |an outrage|": what is said of the act, which another one did.
  if (clause.verb.lemma === 'call' && isJudged(view, noun.last)) return null;
  const found = chooseNounSense(view, resources, noun);
  if (found === null) return null;
  // "Her death was announced by the party": who tells of violence did none.
  if (clause.verb.lemma === 'announce' && relationTypeRow(found.sense.relation).family === 'FORCE') return null;
  const light = senses.find(({ relation }) => relation === found.sense.relation) ?? senses.find(isGeneral);
  if (light === undefined) return null;
  const around = sortAround(view, resources, { noun, sense: found.sense, reading, beside: slots.obliques });
  const undergoes = light.frame === 'UNDERGONE';
  const { subjects, objects } = undergoes
    ? { subjects: around.subjects, objects: slots.subjects }
    : sides(found.sense, slots.subjects, around.objects);
  used.add(noun.node);
  // "opened an inquiry": with nothing that it is aimed at, the act itself is what is done.
  const act = objects.length === 0 && subjects.length > 0 && !undergoes && !clause.verb.passive ? [noun] : objects;
  const verbFirst = Math.min(clause.verb.head, found.first);
  return finish(view, {
    relation: found.sense.relation,
    predicate: found.predicate,
    trigger: { first: verbFirst, last: Math.max(noun.head + 1, clause.verb.last) },
    subjects,
    objects: act,
    others: around.others,
    role: null,
    tense: null,
    clause,
    node: clause.node,
    about: clause.complements[0]?.node ?? -1,
    sentence,
  });
}

/** "Orsk and Dalen held talks": both sides at once. */
function sides(
  { frame }: PredicateSense<NounFrame>,
  subjects: NounGroup,
  objects: NounGroup,
): { readonly subjects: NounGroup; readonly objects: NounGroup } {
  if (frame !== 'MUTUAL' || objects.length > 0 || subjects.length < 2) return { subjects, objects };
  return { subjects: subjects.slice(0, 1), objects: subjects.slice(1) };
}

/** True where what stands right behind an object may be said of it: "called the arrest |a farce|, |illegal|, |“an outrage”|". */
function isJudged(view: View, behind: number): boolean {
  const tag = view.tag(behind);
  if (tag === 'DET' || tag === 'ADJ' || tag === 'NOUN') return view.hint(behind) !== 'DATE';
  return QUOTATION_MARKS.has(view.form(behind));
}

const QUOTATION_MARKS: ReadonlySet<string> = new Set(['``', "''"]);

function isGeneral({ relation }: { readonly relation: string }): boolean {
  return relation === 'OTHER';
}
