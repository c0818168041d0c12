import type { Claim, Extraction, Mention, Referent } from '../../src/domain/index.js';
import {
  type Body,
  callBody,
  callPerson,
  inventBody,
  inventPerson,
  inventStocks,
  type NameStock,
  type Person,
} from './invent-people.js';
import { createRandom, pick, pickFrequent, pickNumber, type Random, shuffle } from './random.js';

/** A record as the reading of one document would give it, and who its persons and bodies are. */
export interface GeneratedRecord {
  readonly extraction: Extraction;
  /** The true identity of each person and body, by id of the referent. */
  readonly identities: ReadonlyMap<string, string>;
}

/** People, bodies and towns that appear together in the news for a while. */
interface Circle {
  readonly country: string;
  readonly towns: readonly string[];
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
}

/** About so many documents tell of one circle. */
const DOCUMENTS_OF_A_CIRCLE = 40;
/** Of the circles, this share is in the news at one time. */
const IN_THE_NEWS = 0.06;
const DAYS = 730;
const FIRST_DAY = Date.UTC(2030, 0, 1);
/** So many people share their whole name with somebody of another circle. */
const NAMESAKES = 0.02;
const COUNTRIES =
  'Sahrin Dravina Valdoro Benkoro Tamaria Orlavia Keshavia Marovina Zandoro Lumina Costavia Halvina'.split(' ');
const TOWN_STARTS = 'Tel Qasr Port Santa Nova Bel Kolo Soum Lugo Vesh Linh Thanh Dom Karr Ost Bir Val San'.split(' ');
const TOWN_MIDDLES = ['', '', 'da', 'mo', 're', 'li', 'su', 'ka', 'ne', 'vo', 'ti', 'ru', 'pa', 'ge', 'lo', 'ba'];
const TOWN_ENDS = 'amoun olan clara mira hanoun rahim son dac bara gora mir polje duro kemba saha lua zarif tolo'.split(
  ' ',
);

/**
 * Records of documents in the order of their days, with people and bodies of known identity: no text is read, for reading
 * takes milliseconds a document, and what is measured is who is taken for whom. The same seed and count give the same records.
 */
export function* generateRecords({
  seed,
  count,
}: {
  readonly seed: number;
  readonly count: number;
}): Generator<GeneratedRecord> {
  const circles = inventCircles(createRandom(seed), Math.max(8, Math.round(count / DOCUMENTS_OF_A_CIRCLE)));
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const random = createRandom(seed + Math.imul(ordinal + 1, 0x9e3779b1));
    const progress = ordinal / count;
    const span = Math.max(4, Math.round(circles.length * IN_THE_NEWS));
    const first = Math.round(progress * (circles.length - span));
    const circle = random() < 0.9 ? circles[first + pickNumber(random, 0, span - 1)]! : pick(random, circles);
    const day = new Date(FIRST_DAY + Math.floor(progress * DAYS) * 86_400_000).toISOString().slice(0, 10);
    yield writeRecord(`g${seed}-${String(ordinal).padStart(7, '0')}`, day, { circle, random });
  }
}

function inventCircles(random: Random, count: number): readonly Circle[] {
  const stocks = inventStocks(random);
  const people: Person[] = [];
  const bodies = new Map<string, Body>();
  return Array.from({ length: count }, (): Circle => {
    const country = pickFrequent(random, COUNTRIES);
    const stock = pick(random, stocks);
    const towns = Array.from({ length: pickNumber(random, 2, 4) }, () => inventTown(random));
    const cast = Array.from({ length: pickNumber(random, 8, 14) }, () => {
      const person = inventNeighbor(random, people, stock);
      people.push(person);
      return person;
    });
    const own = Array.from({ length: pickNumber(random, 2, 4) }, () =>
      // A body of the same name in the same town is the same.
      knownBody(bodies, inventBody(random, bodies.size, random() < 0.3 ? country : pick(random, towns))),
    );
    return { country, towns, people: cast, bodies: own };
  });
}

/** Somebody new, who bears the whole name of somebody else by design in a few cases, and by chance in others. */
function inventNeighbor(random: Random, others: readonly Person[], stock: NameStock): Person {
  const person = inventPerson(random, others.length, stock);
  if (others.length === 0 || random() >= NAMESAKES) return person;
  const { given, second, surname, particle } = pick(random, others);
  return { ...person, given, second, surname, particle };
}

function knownBody(bodies: Map<string, Body>, body: Body): Body {
  const there = bodies.get(body.name) ?? body;
  bodies.set(body.name, there);
  return there;
}

/** Thousands of names: some of them are those of several towns. */
function inventTown(random: Random): string {
  const [start, end] = [pick(random, TOWN_STARTS), `${pick(random, TOWN_MIDDLES)}${pick(random, TOWN_ENDS)}`];
  return random() < 0.5 ? `${start} ${end[0]!.toUpperCase()}${end.slice(1)}` : `${start}${end}`;
}

function writeRecord(
  id: string,
  day: string,
  { circle, random }: { readonly circle: Circle; readonly random: Random },
): GeneratedRecord {
  const draft = createDraft();
  const people = [
    ...new Set(Array.from({ length: pickNumber(random, 1, 5) }, () => pickFrequent(random, circle.people))),
  ];
  for (const person of people) {
    const name = callPerson(random, person);
    const roles = random() < 0.55 ? [person.role] : [];
    draft.add({ type: 'PERSON', name, roles }, `PERSON ${person.id}`);
  }
  const bodies = shuffle(random, circle.bodies).slice(0, pickNumber(random, 0, 2));
  for (const body of bodies) {
    const { name, acronym } = callBody(random, body);
    draft.add({ type: 'ORGANIZATION', name, acronyms: acronym === null ? [] : [acronym] }, `ORGANIZATION ${body.id}`);
  }
  for (const town of shuffle(random, circle.towns).slice(0, pickNumber(random, 0, 2)))
    draft.add({ type: 'PLACE', name: town });
  if (random() < 0.7) draft.add({ type: 'PLACE', name: circle.country });
  return { extraction: draft.finish(id, day, random), identities: draft.identities };
}

interface Draft {
  readonly identities: ReadonlyMap<string, string>;
  add(
    referent: Pick<Referent, 'type' | 'name'> & Partial<Pick<Referent, 'roles' | 'acronyms'>>,
    identity?: string,
  ): void;
  finish(id: string, day: string, random: Random): Extraction;
}

/** A record under way; its text is the names, one after the other, and a sentence for each claim. */
function createDraft(): Draft {
  const mentions: Mention[] = [];
  const referents: Referent[] = [];
  const identities = new Map<string, string>();
  let text = '';
  return {
    identities,
    add: ({ type, name, roles = [], acronyms = [] }, identity) => {
      const id = `r${referents.length + 1}`;
      const start = text.length;
      text += `${name}. `;
      const quote = { start, end: start + name.length, quote: name };
      mentions.push({ id: `m${mentions.length + 1}`, ...quote, type, kind: 'NAME', referent: id, confidence: 0.9 });
      referents.push({
        id,
        type,
        name,
        named: true,
        aliases: acronyms,
        acronyms,
        roles,
        sector: null,
        standsFor: null,
      });
      if (identity !== undefined) identities.set(id, identity);
    },
    finish: (id, day, random) => ({
      format: 'claimgraph/1',
      id,
      document: {
        title: null,
        source: `paper ${pickNumber(random, 1, 12)}`,
        url: null,
        publishedAt: day,
        textHash: id,
        furniture: [],
        dateline: null,
        timeAnchor: day,
      },
      text,
      mentions,
      referents,
      claims: mentions.slice(1).map((mention, index) => claimOf(mentions[index]!, mention, index)),
      quotations: [],
      diagnostics: [],
    }),
  };
}

function claimOf(subject: Mention, object: Mention, index: number): Claim {
  const quote = ({ start, end, quote, referent }: Mention) => ({ start, end, quote, referent });
  return {
    id: `c${index + 1}`,
    relation: object.type === 'PLACE' ? 'MOVES_TO' : 'CONSULT',
    predicate: object.type === 'PLACE' ? 'visit' : 'meet',
    trigger: { start: subject.start, end: subject.end, quote: subject.quote },
    subjects: [{ ...quote(subject), counts: null }],
    objects: [{ ...quote(object), counts: null }],
    others: [],
    about: null,
    role: null,
    tense: null,
    place: null,
    time: null,
    polarity: 'AFFIRMED',
    modality: 'ACTUAL',
    quotations: [],
    sentence: { start: subject.start, end: object.end, quote: '' },
    confidence: 0.8,
  };
}
