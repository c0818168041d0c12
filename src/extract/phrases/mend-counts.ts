import { DEPENDENCIES, type Dependency, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const code = (dependency: Dependency): number => DEPENDENCIES.indexOf(dependency);
const [ROOT, OBJ, IOBJ, POSSESSOR] = [code('root'), code('obj'), code('iobj'), code('nmod:poss')];
const [NSUBJ, OBL, NMOD, CASE, MARK, ADVCL, CONJ, AUXILIARY] = [
  code('nsubj'),
  code('obl'),
  code('nmod'),
  code('case'),
  code('mark'),
  code('advcl'),
  code('conj'),
  code('aux'),
];
const [NUM, NOUN, VERB, AUX] = [TAGS.indexOf('NUM'), TAGS.indexOf('NOUN'), TAGS.indexOf('VERB'), TAGS.indexOf('AUX')];
const [PRP, VBD, VBN] = [FORMS.indexOf('PRP'), FORMS.indexOf('VBD'), FORMS.indexOf('VBN')];

/** "as the number of dead |climbed| to 43": behind those who are counted a past form is the verb, no noun that they qualify. */
export function mendCounts(
  { head, dependency, tag, form, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let verb = first + 3; verb < last; verb++) {
    const people = verb - 1;
    if (tag[verb] !== NOUN || dependency[verb] !== NMOD || head[people] !== verb) continue;
    const lemmaOfVerb = pastOf(lower[verb] as string, resources);
    if (lemmaOfVerb === null || !arePeople(lower[people] as string, resources)) continue;
    const count = head[verb] as number;
    if (count < first || count > people || tag[count] !== NOUN) continue;
    if (dependency[count] !== OBL && dependency[count] !== ROOT) continue;
    for (let token = count + 1; token < people; token++) if (head[token] === verb) head[token] = people;
    const above = head[count] as number;
    head[verb] = above;
    dependency[verb] = dependency[count] === OBL ? ADVCL : (dependency[count] as number);
    head[count] = verb;
    dependency[count] = NSUBJ;
    head[people] = count;
    dependency[people] = NMOD;
    tag[people] = NOUN;
    tag[verb] = VERB;
    form[verb] = VBD;
    lemma[verb] = lemmaOfVerb;
    for (let token = first; token < last; token++) {
      if (token < count && head[token] === count && dependency[token] === CASE && above !== -1) {
        head[token] = verb;
        dependency[token] = MARK;
      }
      if (token > verb && (head[token] === count || (head[token] === above && dependency[token] === OBL))) {
        head[token] = verb;
        dependency[token] = OBL;
      }
    }
  }
}

/** "The number of |dead|", of the injured, of the missing. */
function arePeople(word: string, { incidentWords }: Resources): boolean {
  return incidentWords.has(word, 'THE_DEAD') || incidentWords.has(word, 'THE_INJURED') || word === 'missing';
}

/** The verb that a word is a past form of; null where it is none. */
function pastOf(word: string, { verbSenses, irregularForms }: Resources): string | null {
  const irregular = irregularForms.get(word);
  if (irregular?.form === 'VBD') return irregular.lemma;
  if (!word.endsWith('ed')) return null;
  const stems = [word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)];
  return stems.find((stem) => verbSenses.has(stem)) ?? null;
}

/** "handed |her| six letters": behind a verb of giving, who stands before a number receives what is counted. */
export function mendRecipients(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { verbSenses, incidentWords }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 2 < last; index++) {
    const verb = index - 1;
    if (lower[index] !== 'her' || dependency[index] !== POSSESSOR || tag[verb] !== VERB || tag[index + 1] !== NUM)
      continue;
    const noun = head[index] as number;
    if (noun < index || head[noun] !== verb || dependency[noun] !== OBJ) continue;
    const word = lemma[verb] as string;
    const gives = incidentWords.has(word, 'GIVE') || verbSenses.get(word)?.some(({ frame }) => frame === 'GIVING');
    if (gives !== true) continue;
    head[index] = verb;
    dependency[index] = IOBJ;
    form[index] = PRP;
  }
}

/** "had sold more than it could hold and |had ordered|": a conjunct goes on from the clause with its own auxiliary. */
export function mendConjuncts({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let verb = first + 3; verb < last; verb++) {
    if (dependency[verb] !== CONJ || tag[verb] !== VERB || form[verb] !== VBN) continue;
    const own = auxiliaryOf({ head, dependency, tag }, verb, first);
    if (own === -1) continue;
    const nearest = head[verb] as number;
    const opensAlike = (other: number): boolean => {
      const auxiliary = auxiliaryOf({ head, dependency, tag }, other, first);
      return form[other] === VBN && auxiliary !== -1 && lower[auxiliary] === lower[own];
    };
    if (nearest < first || nearest > verb || tag[nearest] !== VERB || opensAlike(nearest)) continue;
    for (let other = nearest - 1; other >= first && other > nearest - FARTHEST; other--) {
      if (!opensAlike(other) || (head[other] !== head[nearest] && !isWithin(head, nearest, other))) continue;
      head[verb] = other;
      break;
    }
  }
}

/** Tokens between two clauses that are joined. */
const FARTHEST = 24;
/** Clauses within clauses. */
const DEEPEST = 6;

function isWithin(head: Int32Array, token: number, other: number): boolean {
  let above = head[token] as number;
  for (let step = 0; step < DEEPEST && above > other; step++) above = head[above] as number;
  return above === other;
}

/** The auxiliary of a verb; −1 for none. */
function auxiliaryOf(
  { head, dependency, tag }: Pick<Columns, 'head' | 'dependency' | 'tag'>,
  verb: number,
  first: number,
): number {
  for (let index = verb - 1; index >= first && index > verb - 5; index--)
    if (head[index] === verb && tag[index] === AUX && dependency[index] === AUXILIARY) return index;
  return -1;
}
