import { createHash } from 'node:crypto';
import type { Claim, Document, Extraction, Mention, Quote, Referent } from '../../src/domain/index.js';
import type { EntityType, RelationType } from '../../src/ontology/index.js';
import { createRandom, pickNumber, type Random } from './random.js';

/** A document as the store takes it. */
export interface GeneratedDocument {
  readonly document: Document;
  readonly extraction: Extraction;
}

/** How large the network is. */
export interface NetworkSize {
  readonly seed: number;
  readonly entities: number;
}

/** Relationships for each entity that begins them. */
export const ROUNDS: readonly { readonly relation: RelationType; readonly verb: string; readonly lemma: string }[] = [
  { relation: 'WORKS_FOR', verb: 'works for', lemma: 'work' },
  { relation: 'LEADS', verb: 'leads', lemma: 'lead' },
  { relation: 'MEMBER_OF', verb: 'belongs to', lemma: 'belong' },
  { relation: 'RELATED_TO', verb: 'is related to', lemma: 'relate' },
  { relation: 'CONSULT', verb: 'met', lemma: 'meet' },
];
/** Entities that a document is about, and those that it connects them with. */
const OWN = 4;
const OTHERS = 6;
const DAYS = 3650;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const STEEPNESS = 4;

/**
 * Documents whose claims make a network of so many entities and five relationships for each, the ends of which are drawn
 * with heavy tails: the commonest entity is at one end of one in n^(1/4), which is 158,000 of 5,000,000. Every claim has a
 * sentence, spans and a document with a source and a day. No text is read: what is measured is the graph. The same seed and
 * number give the same documents.
 */
export function* generateNetwork({ seed, entities }: NetworkSize): Generator<GeneratedDocument> {
  for (let first = 0; first < entities; first += OWN) {
    const random = createRandom(seed + Math.imul(first + 1, 0x9e3779b1));
    const others = Array.from({ length: OTHERS }, () => Math.floor(entities * random() ** STEEPNESS));
    const draft = createDraft(random);
    for (let place = first; place < Math.min(entities, first + OWN); place++) {
      for (const round of ROUNDS.keys()) {
        const own = (place * stepOf(entities)) % entities;
        const other = others[(place + round) % OTHERS]!;
        if (other === own) continue;
        draft.add(random() < 0.5 ? [own, other] : [other, own], round);
      }
    }
    yield draft.finish(`n${String(first / OWN).padStart(7, '0')}`);
  }
}

/** The type of an entity by its number. */
export function typeOf(entity: number): EntityType {
  return (['PERSON', 'ORGANIZATION', 'PERSON', 'PLACE'] as const)[entity % 4]!;
}

/** The name of an entity by its number: distinct, and like no other one. */
export function nameOf(entity: number): string {
  const scattered = Math.imul(entity + 1, 0x9e3779b1) >>> 0;
  const [first, second] = [syllables(scattered % 46_656, 3), syllables(entity, 4)];
  return typeOf(entity) === 'ORGANIZATION'
    ? `${second} Works`
    : typeOf(entity) === 'PLACE'
      ? second
      : `${first} ${second}`;
}

/** A number of entities has no factor in common with it, so that multiples of it meet every entity. */
function stepOf(entities: number): number {
  let step = Math.floor(entities * 0.618) | 1;
  while (greatestCommonDivisor(step, entities) > 1) step += 2;
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A number as syllables of two or three letters, at least so many. */
function syllables(number: number, least: number): string {
  let [rest, word] = [number, ''];
  for (let count = 0; count < least || rest > 0; count++) {
    word += CONSONANTS[rest % CONSONANTS.length];
    rest = Math.floor(rest / CONSONANTS.length);
    word += VOWELS[rest % VOWELS.length];
    rest = Math.floor(rest / VOWELS.length);
  }
  return `${word[0]!.toUpperCase()}${word.slice(1)}n`;
}

interface Draft {
  add(ends: readonly [subject: number, object: number], round: number): void;
  finish(id: string): GeneratedDocument;
}

function createDraft(random: Random): Draft {
  const mentions: Mention[] = [];
  const referents = new Map<number, Referent>();
  const claims: Claim[] = [];
  let text = '';
  const write = (words: string): Quote => {
    const start = text.length;
    text += words;
    return { start, end: text.length, quote: words };
  };
  const mention = (entity: number) => {
    const name = nameOf(entity);
    const type = typeOf(entity);
    const referent = referents.get(entity) ?? referentOf(`r${referents.size + 1}`, type, name);
    referents.set(entity, referent);
    const quote = write(name);
    mentions.push({
      id: `m${mentions.length + 1}`,
      ...quote,
      type,
      kind: 'NAME',
      referent: referent.id,
      confidence: 0.9,
    });
    return { ...quote, referent: referent.id };
  };
  return {
    add: ([subject, object], round) => {
      const { relation, verb, lemma } = ROUNDS[round]!;
      const denied = random() < 0.05;
      const start = text.length;
      const agent = mention(subject);
      write(denied ? ' never ' : ' ');
      const trigger = write(verb);
      write(' ');
      const patient = mention(object);
      const sentence = { start, end: text.length, quote: text.slice(start) };
      write('. ');
      claims.push({
        id: `c${claims.length + 1}`,
        relation,
        predicate: lemma,
        trigger,
        subjects: [{ ...agent, counts: null }],
        objects: [{ ...patient, counts: null }],
        others: [],
        about: null,
        role: null,
        tense: null,
        place: null,
        time: null,
        polarity: denied ? 'NEGATED' : 'AFFIRMED',
        modality: random() < 0.1 ? 'POSSIBLE' : 'ACTUAL',
        quotations: [],
        sentence,
        confidence: pickNumber(random, 50, 99) / 100,
      });
    },
    finish: (id) => {
      const day = new Date(FIRST_DAY + pickNumber(random, 0, DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
      const textHash = createHash('sha256').update(text).digest('hex');
      const source = `paper ${pickNumber(random, 1, 60)}`;
      const header = { title: `Report ${id}`, source, url: null, publishedAt: day, textHash };
      const document = { ...header, furniture: [], dateline: null, timeAnchor: day };
      return {
        document: { id, text, ...document },
        extraction: {
          format: 'claimgraph/1',
          id,
          document,
          text,
          mentions,
          referents: [...referents.values()],
          claims,
          quotations: [],
          diagnostics: [],
        },
      };
    },
  };
}

function referentOf(id: string, type: EntityType, name: string): Referent {
  return { id, type, name, named: true, aliases: [], acronyms: [], roles: [], sector: null, standsFor: null };
}
