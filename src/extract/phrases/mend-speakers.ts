import { codesIn, DEPENDENCIES, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, CONJ, CCOMP, ADVCL] = codesIn(DEPENDENCIES, 'nsubj', 'nsubj:pass', 'conj', 'ccomp', 'advcl');
const [NOUN, VERB] = codesIn(TAGS, 'NOUN', 'VERB');

/** "said two men had drowned and accused the army": a verb of saying without a subject goes on from the one before. */
export function mendSpeakers(
  { head, dependency, tag, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 2; index < last; index++) {
    if (tag[index] !== VERB || dependency[index] !== CONJ) continue;
    const told = head[index] as number;
    if (told < first || told > index) continue;
    const above = speakerAbove({ head, dependency, tag, lemma }, resources, { told, index, first });
    if (above !== -1) {
      head[index] = above;
      continue;
    }
    if (dependency[told] !== CCOMP) {
      const inner = toldBetween({ head, dependency, verb: told, index });
      const listed = inner === -1 ? listedBetween({ head, dependency, verb: told, index }) : inner;
      if (listed !== -1 && resources.cues.has(lemma[told] as string) && !resources.cues.has(lemma[index] as string))
        head[index] = listed;
      continue;
    }
    const speaking = head[told] as number;
    if (speaking < first || speaking > told) continue;
    if (!resources.cues.has(lemma[index] as string) || !resources.cues.has(lemma[speaking] as string)) continue;
    let free = true;
    for (let child = told + 1; child < index && free; child++)
      if (head[child] === index && (dependency[child] === NSUBJ || dependency[child] === NSUBJ_PASS)) free = false;
    if (free) head[index] = speaking;
  }
}

/** "|She left| hours after the town fell and accused them": a thing or place accuses nobody; the verb goes on from the one above; −1 where there is none. */
function speakerAbove(
  { head, dependency, tag, lemma }: Pick<Columns, 'head' | 'dependency' | 'tag' | 'lemma'>,
  { cues, nominals }: Resources,
  { told, index, first }: { readonly told: number; readonly index: number; readonly first: number },
): number {
  const above = head[told] as number;
  if (dependency[told] !== ADVCL || above < first || above > told || tag[above] !== VERB) return -1;
  if (!cues.has(lemma[index] as string) || cues.has(lemma[told] as string)) return -1;
  for (let token = above + 1; token < told; token++) {
    if (head[token] !== told || (dependency[token] !== NSUBJ && dependency[token] !== NSUBJ_PASS)) continue;
    const type = tag[token] === NOUN ? nominals.get(lemma[token] as string)?.type : 'PERSON';
    return type === undefined || type === 'PLACE' || type === 'FACILITY' || type === 'VEHICLE' ? above : -1;
  }
  return -1;
}

/** "The plan, said an economist, is a gift and will hurt them": what follows an inverted cue goes on from what is told; −1 where none is. */
function toldBetween({
  head,
  dependency,
  verb,
  index,
}: Pick<Columns, 'head' | 'dependency'> & { readonly verb: number; readonly index: number }): number {
  let inverted = false;
  let told = -1;
  for (let token = verb + 1; token < index; token++) {
    if (head[token] !== verb) continue;
    if (dependency[token] === NSUBJ) inverted = true;
    else if (dependency[token] === CCOMP) told = token;
  }
  return inverted ? told : -1;
}

/** "said soldiers had rounded up men, then killed them, and burned houses": the last of a list goes on from what is told; −1 where none is. */
function listedBetween({
  head,
  dependency,
  verb,
  index,
}: Pick<Columns, 'head' | 'dependency'> & { readonly verb: number; readonly index: number }): number {
  let told = -1;
  for (let token = verb + 1; token < index; token++) {
    if (head[token] === verb && dependency[token] === CCOMP) told = token;
    else if (told !== -1 && head[token] === told && dependency[token] === CONJ) return told;
  }
  return -1;
}
