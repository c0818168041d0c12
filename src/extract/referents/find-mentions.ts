import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { describeNoun, genderOf } from './describe-nouns.js';
import { extentOf } from './extent.js';
import { governmentMeant } from './find-governments.js';
import { governorOf, isPredicate, roleOf } from './find-roles.js';
import type { FoundMention, Gender, GrammaticalNumber, Wording } from './mention.js';
import { firstOfPhrase, lastOfPhrase, topOf } from './noun-spans.js';

/** Finds names, descriptions and pronouns in the trees, whatever they stand for; in order of text. */
export function findMentions(view: View, resources: Resources, names: readonly Name[]): readonly FoundMention[] {
  const found: FoundMention[] = [];
  const taken = takenTokens(view, names);
  let next = 0;
  view.sentences.forEach((sentence, index) => {
    const place = { sentence: index, taken };
    for (let token = sentence.first; token < sentence.last; token++) {
      const name = names[next];
      if (name !== undefined && token === name.last - 1) {
        next++;
        if (!sentence.furniture) found.push(readName(view, resources, { name, sentence: index }));
      } else if (!sentence.furniture && taken[token] === 0) {
        const mention = readPronoun(view, resources, token, index) ?? readDescription(view, resources, token, place);
        if (mention !== null) found.push(mention);
      }
    }
  });
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** 1 for each token of a name or of the title before it. */
function takenTokens(view: View, names: readonly Name[]): Uint8Array {
  const taken = new Uint8Array(view.sentences.at(-1)?.last ?? 0);
  for (const { titleFirst, last } of names) taken.fill(1, titleFirst, last);
  return taken;
}

function readName(
  view: View,
  resources: Resources,
  { name, sentence }: { readonly name: Name; readonly sentence: number },
): FoundMention {
  const { first, last, confidence } = name;
  const top = topOf(view, first, last);
  const type = governmentMeant(view, resources, name, top) === null ? name.type : 'ORGANIZATION';
  const plural = type === 'NATIONALITY' && view.lower(last - 1).endsWith('s');
  return {
    first,
    last,
    type,
    confidence,
    sector: resources.titles.get(name.title)?.sector ?? null,
    head: last - 1,
    top,
    name,
    sentence,
    kind: 'NAME',
    extent: extentOf(resources, { type, written: view.quote(name).quote, lemma: '' }),
    wording: 'NAME',
    role: roleOf(view, top),
    governor: governorOf(view, top),
    gender: type === 'PERSON' ? genderOfName(view, resources, name) : type === 'NATIONALITY' ? 'UNKNOWN' : 'THING',
    number: plural ? 'PLURAL' : type === 'PERSON' || type === 'PLACE' ? 'SINGULAR' : 'UNKNOWN',
  };
}

function genderOfName(view: View, resources: Resources, { first, last, title }: Name): Gender {
  const byTitle = resources.titles.get(title)?.pronoun ?? null;
  // A first name that stands alone may be a surname: "Clinton", "Kelly".
  const byFirstName = last - first > 1 ? resources.firstNames.get(view.word(first)) : undefined;
  return genderOf(byTitle ?? byFirstName);
}

function readPronoun(view: View, resources: Resources, token: number, sentence: number): FoundMention | null {
  const tag = view.tag(token);
  if (tag !== 'PRON' && tag !== 'DET') return null;
  const sense = resources.pronouns.get(view.lower(token));
  if (sense === undefined) return null;
  const form = view.form(token);
  const demonstrative = sense.group === 'THIS' || sense.group === 'THESE';
  if (form === 'EX' || form === 'WDT' || form === 'WP') return null;
  if (demonstrative && (tag === 'DET' || !STANDING.has(roleOf(view, token)))) return null;
  const { group } = sense;
  const gender: Gender =
    group === 'HE'
      ? 'HE'
      : group === 'SHE'
        ? 'SHE'
        : group === 'I' || group === 'YOU' || group === 'WE'
          ? 'HUMAN'
          : group === 'THEY'
            ? 'UNKNOWN'
            : 'THING';
  const number: GrammaticalNumber =
    group === 'THEY' || group === 'WE' || group === 'THESE' ? 'PLURAL' : group === 'YOU' ? 'UNKNOWN' : 'SINGULAR';
  return {
    first: token,
    last: token + 1,
    type:
      gender === 'HE' || gender === 'SHE' || group === 'I' || group === 'YOU'
        ? 'PERSON'
        : group === 'WE' || group === 'THEY'
          ? 'GROUP'
          : null,
    confidence: 0.6,
    sector: null,
    head: token,
    top: token,
    name: null,
    sentence,
    kind: 'PRONOUN',
    extent: null,
    wording: sense.reflexive ? 'REFLEXIVE' : group,
    role: roleOf(view, token),
    governor: governorOf(view, token),
    gender,
    number,
  };
}

const STANDING: ReadonlySet<string> = new Set(['SUBJECT', 'OBJECT', 'OBLIQUE', 'MODIFIER']);

/** Where a noun is no phrase of its own: a part of a compound, of a name, of a fixed phrase. */
const PARTS: ReadonlySet<string> = new Set([
  'compound',
  'nmod:desc',
  'flat',
  'fixed',
  'goeswith',
  'nummod',
  'compound:prt',
  'cc',
  'case',
  'mark',
  'punct',
  'aux',
  'cop',
  'reparandum',
]);

function readDescription(
  view: View,
  resources: Resources,
  token: number,
  { sentence, taken }: { readonly sentence: number; readonly taken: Uint8Array },
): FoundMention | null {
  const tag = view.tag(token);
  if (tag !== 'NOUN' && tag !== 'PROPN') return null;
  if (PARTS.has(view.dependency(token)) || view.hint(token) === 'NUMBER') return null;
  if (isNamePart(view, token, taken)) return null;
  const sense = describeNoun(view, resources, token);
  // "Osso is |a lawyer|": what she is, and nobody else.
  if (sense.type === 'PERSON' && !sense.plural && view.form(token) !== 'NNS' && isPredicate(view, token)) return null;
  let first = firstOfPhrase(view, token);
  const last = lastOfPhrase(view, token);
  while (first < token && view.tag(first) === 'PUNCT') first++;
  const form = view.form(token);
  const number: GrammaticalNumber = sense.plural || form === 'NNS' || form === 'NNPS' ? 'PLURAL' : 'SINGULAR';
  const type = sense.type === 'PERSON' && number === 'PLURAL' ? 'GROUP' : sense.type;
  return {
    first,
    last,
    type,
    confidence: 0.75,
    sector: sense.sector,
    head: token,
    top: token,
    name: null,
    sentence,
    kind: 'NOMINAL',
    extent: extentOf(resources, { type, written: '', lemma: view.lemma(token) }),
    wording: wordingOf(view, { first, last: token }),
    role: roleOf(view, token),
    governor: governorOf(view, token),
    gender: number === 'PLURAL' && sense.gender === 'HE' ? 'HUMAN' : sense.gender,
    number:
      sense.type === 'GROUP' || sense.type === 'ORGANIZATION' ? (number === 'PLURAL' ? 'PLURAL' : 'UNKNOWN') : number,
  };
}

/** "President |Osso|", "the |Maric| government": a noun that only carries a name, as a title does. */
function isNamePart(view: View, token: number, taken: Uint8Array): boolean {
  return taken[token + 1] === 1 && view.head(token + 1) === token && view.dependency(token + 1) === 'flat';
}

const DEMONSTRATIVES: ReadonlySet<string> = new Set(['this', 'that', 'these', 'those']);
const INDEFINITES: ReadonlySet<string> = new Set([
  'a',
  'an',
  'another',
  'some',
  'any',
  'every',
  'each',
  'no',
  'either',
  'neither',
]);

function wordingOf(view: View, { first, last }: TokenRange): Wording {
  let wording: Wording = 'BARE';
  for (let index = first; index < last; index++) {
    const lower = view.lower(index);
    if (view.form(index) === 'PRP$' || view.form(index) === 'POS') return 'POSSESSED';
    if (lower === 'the') wording = 'DEFINITE';
    else if (view.tag(index) === 'DET' && DEMONSTRATIVES.has(lower)) wording = 'DEMONSTRATIVE';
    else if (INDEFINITES.has(lower)) wording = 'INDEFINITE';
    else if (wording === 'BARE' && view.tag(index) === 'NUM') wording = 'COUNTED';
  }
  return wording;
}
