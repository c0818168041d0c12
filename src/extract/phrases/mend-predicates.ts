import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [COP, AUXILIARY, ADVCL, XCOMP, NSUBJ, OBJ, MARK, OUTER] = codesIn(
  DEPENDENCIES,
  'cop',
  'aux',
  'advcl',
  'xcomp',
  'nsubj',
  'obj',
  'mark',
  'nsubj:outer',
);
const [VERB, ADJ] = codesIn(TAGS, 'VERB', 'ADJ');
const VB = FORMS.indexOf('VB');
/** Forms of pronouns that are no subject. */
const OBJECTS = new Set(['him', 'her', 'me', 'us', 'them']);

/** "is |to| brief her", "is due |to arrive|", "told |her| she had left": what "to" opens behind a copula, and whom a verb tells. */
export function mendPredicates(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { adjectiveGovernors }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 1 < last; index++) {
    const word = lower[index] as string;
    if (word === 'to' && dependency[index] === MARK) {
      const verb = head[index] as number;
      if (verb !== index + 1 || form[verb] !== VB) continue;
      const before = index - 1;
      if (dependency[before] === COP && head[before] === verb && lemma[verb] !== 'blame') {
        // "she is to brief her": the copula helps the verb.
        dependency[before] = AUXILIARY;
        for (let token = before - 1; token >= first; token--)
          if (head[token] === verb && dependency[token] === OUTER) dependency[token] = NSUBJ;
      } else if (dependency[verb] === ADVCL && head[verb] === before && tag[before] === ADJ) {
        if (adjectiveGovernors.has(lemma[before] as string)) dependency[verb] = XCOMP;
      }
    } else if (dependency[index] === NSUBJ && OBJECTS.has(word) && tag[index - 1] === VERB) {
      const verb = head[index] as number;
      if (verb <= index) continue;
      head[index] = index - 1;
      dependency[index] = OBJ;
    }
  }
}
