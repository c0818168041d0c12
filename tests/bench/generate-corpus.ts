import { type Actor, type Cast, type Country, inventCast, type Organization } from './invent-cast.js';
import { createRandom, pick, pickFrequent, pickNumber, type Random, shuffle } from './random.js';

/** How much is generated. */
export interface CorpusOptions {
  readonly count: number;
  /** Words of each document, at least; it ends with the paragraph that reaches them. */
  readonly words: number;
  readonly seed: number;
}

/** An invented news document, in the form of a line of a JSON Lines input. */
export interface GeneratedDocument {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly url: string;
  /** `YYYY-MM-DD`. */
  readonly publishedAt: string;
  readonly text: string;
}

/** Who appears in one document. */
interface Scene {
  readonly speaker: Actor;
  readonly rival: Actor;
  readonly witness: Actor;
  readonly body: Organization;
  readonly other: Organization;
  readonly country: Country;
  readonly ally: Country;
  readonly city: string;
  readonly town: string;
}

type Template = (scene: Scene, random: Random) => string;

const SOURCES = ['Meridian Wire', 'The Lugomir Gazette', 'Puerto Claro Courier', 'Harbor Post'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
const ATTACKS = ['shelled', 'attacked', 'bombed', 'raided', 'stormed', 'fired on'];
const TARGETS = ['a checkpoint', 'the main market', 'a police station', 'two villages', 'the airport', 'a convoy'];
const VICTIMS = ['civilians', 'people', 'soldiers', 'villagers', 'protesters', 'police officers'];
const CUES = ['said', 'told reporters', 'announced', 'said in a statement', 'said in a telephone interview'];
const QUOTATIONS = [
  'We will not leave until the last prisoner is home',
  'Nobody warned the people who were living there',
  'The order came from above, and everybody heard it',
  'This is not a negotiation but a demand',
  'They took the road at night and burned the bridge behind them',
  'Our patience has a date, and the date is near',
  'I saw the trucks, and I counted the men who climbed down',
  'The money never reached the hospital',
];

const OPENINGS: readonly Template[] = [
  (s, r) =>
    `${capital(s.body.name)} (${s.body.acronym}) ${pick(r, CUES)} ${weekday(r)} that troops of ${s.country.name} had ${pick(r, ATTACKS)} ${pick(r, TARGETS)} in ${s.city} and killed ${number(r)} ${pick(r, VICTIMS)}. The government of ${s.country.name} denied it.`,
  (s, r) =>
    `${titled(s.speaker)} met ${titled(s.rival)} in ${s.city} on ${weekday(r)} and agreed to exchange prisoners, officials of both sides said.`,
  (s, r) =>
    `${s.ally.name} imposed sanctions on ${s.rival.name} and on ${s.other.name} on ${weekday(r)}, accusing them of sending weapons to ${s.country.name}.`,
  (s, r) =>
    `${s.other.name} bought a ${pickNumber(r, 5, 60)} percent stake in ${s.body.name} (${s.body.acronym}) for $${pickNumber(r, 10, 900)} million, its chief executive, ${s.speaker.name}, ${pick(r, CUES)} ${weekday(r)}.`,
  (s, r) =>
    `Police in ${s.city} arrested ${s.rival.name}, a former member of ${s.body.name} (${s.body.acronym}), on ${weekday(r)} and charged ${object(s.rival)} with fraud.`,
];

const SENTENCES: readonly Template[] = [
  (s, r) => `“${pick(r, QUOTATIONS)},” ${s.speaker.surname} said.`,
  (s, r) => `“${pick(r, QUOTATIONS)},” said ${s.witness.name}, a resident of ${s.town}. “${pick(r, QUOTATIONS)}.”`,
  (s, r) => `According to ${s.other.name}, ${number(r)} ${pick(r, VICTIMS)} were wounded in ${s.town}.`,
  (s) => `${capital(s.speaker.pronoun)} said that ${s.rival.surname} had ordered the attack on ${s.city}.`,
  (s) => `${s.rival.surname} denied that ${s.rival.pronoun} had given any order.`,
  (s, r) =>
    `The ${s.country.adjective} army said that ${pickNumber(r, 10, 90)} of its soldiers had died near ${s.town}.`,
  (s) => `${s.ally.name} condemned the violence and urged ${s.country.name} to admit observers.`,
  (s, r) => `Doctors in ${s.city} counted between ${pickNumber(r, 11, 20)} and ${pickNumber(r, 21, 60)} bodies.`,
  (s) => `${s.rival.name} accused ${s.ally.name} of arming ${s.body.name}, which ${s.ally.name} has always denied.`,
  (s, r) =>
    `Activists said ${s.country.adjective} soldiers had burned houses in ${s.town} ${pick(r, ['overnight', 'at dawn', 'on Sunday'])}.`,
  (s) => `${s.body.acronym} fighters control several villages between ${s.city} and ${s.town}.`,
  (s, r) =>
    `${s.witness.name}, who fled to ${s.city} in ${pick(r, MONTHS)}, said that gunmen had killed ${possessive(s.witness)} brother.`,
  (s) =>
    `The foreign ministry of ${s.ally.name} called on both sides to stop the fighting and plans to send an envoy to ${s.city}.`,
  (s, r) => `${s.speaker.surname} threatened to close the road to ${s.town} unless the army withdrew by ${weekday(r)}.`,
  (s) => `The ${s.ally.adjective} ambassador vetoed the resolution, and ${s.country.name} rejected the report.`,
  (s) => `A court in ${s.town} released ${s.rival.surname} on bail; prosecutors may appeal.`,
  (s, r) => `Workers of ${s.other.name} went on strike on ${weekday(r)} to protest against the sale.`,
  (s) => `It was not clear who fired first. ${s.body.name} blamed the police, and the police blamed ${s.body.acronym}.`,
  (s) =>
    `${s.speaker.surname} did not attend the meeting, but ${s.speaker.pronoun} praised ${s.witness.name} for the work.`,
  (s, r) =>
    `${titled(s.rival)} resigned on ${weekday(r)} after ${pickNumber(r, 10, 90)} members of parliament had demanded it.`,
];

/** Generates newswire-like documents about one cast; the same options give the same documents, and a longer run begins with them. */
export function* generateCorpus(options: CorpusOptions): Generator<GeneratedDocument> {
  const cast = inventCast(createRandom(options.seed));
  for (let ordinal = 1; ordinal <= options.count; ordinal++) {
    yield generateDocument(cast, ordinal, options);
  }
}

/** How many words the text has, between white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function generateDocument(cast: Cast, ordinal: number, options: CorpusOptions): GeneratedDocument {
  // A stream of its own for each document: its text does not depend on how long those before it are.
  const random = createRandom(options.seed + Math.imul(ordinal, 0x9e3779b1));
  const scene = inventScene(cast, random);
  const month = pickNumber(random, 1, MONTHS.length);
  const day = pickNumber(random, 1, 28);
  const paragraphs = [
    `${scene.city.toUpperCase()}, ${MONTHS[month - 1]} ${day} — ${pick(random, OPENINGS)(scene, random)}`,
  ];
  let words = countWords(paragraphs[0]!);
  let templates: readonly Template[] = [];
  while (words < options.words) {
    const length = pickNumber(random, 1, 3);
    // Every template once before any comes again.
    if (templates.length < length) templates = shuffle(random, SENTENCES);
    const sentences = templates.slice(0, length).map((template) => template(scene, random));
    templates = templates.slice(length);
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    words += countWords(paragraph);
  }
  return {
    id: `generated-${options.seed}-${String(ordinal).padStart(6, '0')}`,
    title: `${scene.speaker.surname} and ${scene.rival.surname} at odds over ${scene.city}`,
    source: pick(random, SOURCES),
    url: `https://wire.example/${options.seed}/${ordinal}`,
    publishedAt: `2031-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    text: `${paragraphs.join('\n\n')}\n`,
  };
}

function inventScene(cast: Cast, random: Random): Scene {
  const [country, ally] = pickTwo(random, cast.countries);
  const [speaker, rival] = pickTwo(random, cast.people);
  const [body, other] = pickTwo(random, cast.organizations);
  const [city, town] = pickTwo(random, cast.cities);
  return { speaker, rival, witness: pick(random, cast.people), body, other, country, ally, city, town };
}

function pickTwo<Item>(random: Random, items: readonly Item[]): readonly [Item, Item] {
  const first = pickFrequent(random, items);
  const rest = items.filter((item) => item !== first);
  return [first, pickFrequent(random, rest)];
}

function titled(actor: Actor): string {
  return /^[A-Z]/.test(actor.title) ? `${actor.title} ${actor.name}` : `${actor.name}, a ${actor.title},`;
}

function object(actor: Actor): string {
  return actor.pronoun === 'he' ? 'him' : 'her';
}

function possessive(actor: Actor): string {
  return actor.pronoun === 'he' ? 'his' : 'her';
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function weekday(random: Random): string {
  return pick(random, WEEKDAYS);
}

function number(random: Random): string {
  return pick(random, ['two', 'three', 'five', 'nine', 'dozens of', 'about 40', String(pickNumber(random, 10, 90))]);
}
