import nlp from 'compromise';
import type { Resources } from '../resources/index.js';
import type { TaggedToken } from './tag-tokens.js';

/** The part of compromise's model that turns forms into dictionary forms; its own types leave it out. */
interface Transforms {
  readonly verb: { toInfinitive(word: string, model: unknown, tense: string): string };
  readonly noun: { toSingular(word: string, model: unknown): string };
}

const TENSES: Readonly<Record<string, string>> = {
  VBD: 'PastTense',
  VBN: 'Participle',
  VBG: 'Gerund',
  VBZ: 'PresentTense',
};

/** Gives the dictionary form of a token, in lower case; of names and punctuation, the token itself. */
export type Lemmatizer = (token: TaggedToken) => string;

/** Makes a lemmatizer: irregular forms from their list, the rest from the base reading's rules, each form looked up once. */
export function createLemmatizer(resources: Pick<Resources, 'irregularForms' | 'verbs'>): Lemmatizer {
  const transforms = (nlp as unknown as { methods(): { two: { transform: Transforms } } }).methods().two.transform;
  const model = nlp.model();
  const known = new Map<string, string>();
  return (token) => {
    if (token.tag !== 'VERB' && token.tag !== 'AUX' && token.form !== 'NNS') return token.lower;
    const key = `${token.form} ${token.lower}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const lemma = lemmaOf(token);
    known.set(key, lemma);
    return lemma;
  };

  function lemmaOf({ lower, tag, form }: TaggedToken): string {
    const irregular = resources.irregularForms.get(lower);
    if (irregular !== undefined && (irregular.form === 'NNS') === (form === 'NNS')) return irregular.lemma;
    if (form === 'NNS') return transforms.noun.toSingular(lower, model) || lower;
    if (tag === 'AUX') return lower;
    const tense = TENSES[form];
    if (tense === undefined) return lower;
    const infinitive = transforms.verb.toInfinitive(lower, model, tense === 'Participle' ? 'PastTense' : tense);
    return infinitive && infinitive !== lower ? infinitive : strip(lower);
  }

  /** "shelling", "massacred": the ending off, and an "e" back where that gives a verb that is known. */
  function strip(lower: string): string {
    const stem = lower.replace(/(?:ing|ed|s)$/, '');
    if (stem === lower || stem.length < 2) return lower;
    const candidates = [stem, `${stem}e`, stem.slice(0, -1)];
    return candidates.find((candidate) => resources.verbs.has(candidate)) ?? stem;
  }
}
