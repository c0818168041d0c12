import { DEPENDENCIES, type Dependency, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const code = (dependency: Dependency): number => DEPENDENCIES.indexOf(dependency);
const [NSUBJ, RELCL, ROOT, OBJ, UNMARKED] = [
  code('nsubj'),
  code('acl:relcl'),
  code('root'),
  code('obj'),
  code('obl:unmarked'),
];
const [FLAT, COMPOUND, NMOD] = [code('flat'), code('compound'), code('nmod')];
const [NOUN, PROPN] = [TAGS.indexOf('NOUN'), TAGS.indexOf('PROPN')];
const [WP, WDT] = [FORMS.indexOf('WP'), FORMS.indexOf('WDT')];
/** Steps from a noun's last token to the one that it hangs on. */
const LONGEST_WAY = 12;

/** "Dale Osso, |who may challenge the governor|, called …": a clause that "who" or "which" opens tells of the noun before it. */
export function mendRelatives({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let index = first + 2; index < last; index++) {
    if (dependency[index] !== NSUBJ || (form[index] !== WP && form[index] !== WDT)) continue;
    if (lower[index] === 'what' || lower[index] === 'whatever' || lower[index] === 'whoever') continue;
    const verb = head[index] as number;
    if (verb < index || dependency[verb] === RELCL || dependency[verb] === ROOT || lower[index - 1] !== ',') continue;
    let noun = index - 2;
    for (let step = 0; step < LONGEST_WAY; step++) {
      const kind = dependency[noun];
      const above = head[noun] as number;
      if ((kind !== FLAT && kind !== COMPOUND && kind !== NMOD) || above < first || above > index) break;
      noun = above;
    }
    if (tag[noun] !== NOUN && tag[noun] !== PROPN) continue;
    head[verb] = noun;
    dependency[verb] = RELCL;
  }
}

/** "raise the ferry| next week": a time behind an object is no part of it. */
export function mendTimes(
  { head, dependency, tag, lower }: Columns,
  { timeWords }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 2; index + 1 < last; index++) {
    if (timeWords.get(lower[index] as string)?.kind !== 'STEP') continue;
    const time = index + 1;
    const noun = index - 1;
    if (head[index] !== time || head[noun] !== time || dependency[time] !== OBJ || tag[noun] !== NOUN) continue;
    const verb = head[time] as number;
    head[noun] = verb;
    dependency[noun] = OBJ;
    head[time] = verb;
    dependency[time] = UNMARKED;
    for (let token = first; token < noun; token++) if (head[token] === time) head[token] = noun;
  }
}
