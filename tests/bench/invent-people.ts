import { pick, pickFrequent, pickNumber, type Random } from './random.js';

/** A given name in the ways in which papers write it; the first is the commonest. */
type Spellings = readonly string[];

/** Names of one part of the world, and how its surnames are made. */
export interface NameStock {
  readonly given: readonly Spellings[];
  readonly surnames: readonly Spellings[];
}

const list = (text: string): readonly Spellings[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.split('/'));

const ARABIC =
  list(`Mohammed/Mohamed/Muhammad Ahmad/Ahmed Yousef/Yusuf/Youssef Khaled/Khalid Tariq/Tarek Hussein/Husain Omar/Umar
  Ibrahim/Ebrahim Mustafa/Mostafa Jamal/Gamal Nasser/Nasir Saeed/Said Walid/Waleed Faisal/Faysal Samir/Sameer Karim/Kareem
  Farouk/Faruq Munir/Mounir Bashir/Basheer Rashid/Rasheed Leila/Layla Amina/Aminah Fatima/Fatma Samira/Sameera Noura/Nura
  Hala Rim/Reem Salma Zaynab/Zeinab Huda/Hoda Anwar Ziad/Ziyad Marwan Adel/Adil Nabil/Nabeel Hatem/Hatim`);
const SLAVIC =
  list(`Sergei/Sergey Alexei/Aleksey Dmitri/Dmitry Yuri/Yury Andrei/Andrey Nikolai/Nikolay Mikhail Vasily/Vasili
  Yevgeny/Evgeny Anatoly/Anatoli Grigory/Grigori Oleg Bogdan Milosh/Milos Zoran Petar Vesna Irina Oksana/Oxana Natalia/Natalya
  Tatiana/Tatyana Svetlana Ludmila/Lyudmila Darya/Daria Xenia/Ksenia Valery/Valeri Gennady/Gennadi Arkady/Arkadi`);
const ENGLISH =
  list(`John James Robert William Mary Alice Catherine/Katherine Stephen/Steven Geoffrey/Jeffrey Philip/Phillip Alan/Allan
  Graham Susan Margaret Thomas Henry Anne/Ann Sara/Sarah Eric/Erik Carl/Karl Frederick/Frederic Laurence/Lawrence Neil Hugh Clare/Claire
  Martin Ruth Helen Peter Simon Rachel Colin Derek Nora Ellen`);
const SPANISH =
  list(`Rafael Esteban Tomás/Tomas Julián/Julian Inés/Ines Lucía/Lucia Marisol Elena Andrés/Andres Ramón/Ramon Joaquín/Joaquin
  Óscar/Oscar Teresa Pilar Javier Hernán/Hernan Ignacio Rosa Beatriz Gonzalo Raúl/Raul Sofía/Sofia Martín/Martin César/Cesar`);

const STARTS = {
  ARABIC: 'Dar Haz Mir Jar Shal Bar Qas Kha Sal Tah Zub Had Ghan Naj Suw Fay Raj Lut Mans Shah'.split(' '),
  SLAVIC: 'Vel Rad Stoy Mil Drag Kor Bel Chern Gor Pav Sok Zub Lug Tver Mal Vor Kaz Ser Bog Tim'.split(' '),
  ENGLISH: 'Ash Black Carl Dun Fair Green Hart Kel Lang Marl North Pem Red Stan Thorn Whit Win Brad Col Hol'.split(' '),
  SPANISH: 'Cald Etch Mont Arr Quir Vald Sal Herr Per Guz Bel Cas Dom Fuen Len Mor Ort Rob Seg Vel'.split(' '),
} as const;
const ENDS = {
  ARABIC: 'wan laf roush/rush zani beh hari oun/un eeb/ib our/ur iq/ik ami awi/aoui eddin/uddin adi fiq/fik'.split(' '),
  SLAVIC:
    'enko ov/off ev/eff sky/ski/skiy ich/itch in yuk/iuk ova enkov chuk/tchuk ynsky/insky anov arev esov utin'.split(
      ' ',
    ),
  ENGLISH: 'ton ley son man worth field ford wood bury ham stone well croft gate more'.split(' '),
  SPANISH: 'ero andia bal ez/es ano illo eta uri orro aga ondo enas al iz/is erra'.split(' '),
} as const;
const MIDDLES = 'a e i o u an er il on ar en am ol ur ed ak im'.split(' ');
/** So many that about one person in five of a large cast bears the whole name of somebody else. */
const SURNAMES_OF_A_STOCK = 4000;

/** Four stocks of names; their surnames are invented, and differ in length and frequency as real ones do. */
export function inventStocks(random: Random): readonly NameStock[] {
  return (['ARABIC', 'SLAVIC', 'ENGLISH', 'SPANISH'] as const).map((origin) => ({
    given: { ARABIC, SLAVIC, ENGLISH, SPANISH }[origin],
    surnames: Array.from({ length: SURNAMES_OF_A_STOCK }, () => {
      const start = pick(random, STARTS[origin]) + (random() < 0.75 ? pick(random, MIDDLES) : '');
      return pick(random, ENDS[origin])
        .split('/')
        .map((end) => start + end);
    }),
  }));
}

/** Somebody, in all the ways in which papers write the parts of the name. */
export interface Person {
  readonly kind: 'PERSON';
  readonly id: number;
  readonly given: Spellings;
  /** Null for most. */
  readonly second: Spellings | null;
  readonly surname: Spellings;
  readonly particle: string;
  readonly role: string;
}

const ROLES =
  `president|prime minister|interior minister|foreign minister|defense minister|finance minister|governor|mayor|general|
  colonel|judge|senator|bishop|ambassador|prosecutor|surgeon|professor|journalist|trade unionist|lawyer|engineer|rebel commander|
  opposition leader|police chief|bank director|mine owner|footballer|singer|novelist|imam`
    .split('|')
    .map((role) => role.trim());

/** Somebody new of a stock of names: some surnames are far commoner than others. */
export function inventPerson(random: Random, id: number, { given, surnames }: NameStock): Person {
  const common = random() < 0.3;
  return {
    kind: 'PERSON',
    id,
    given: pick(random, given),
    second: random() < 0.15 ? pick(random, given) : null,
    surname: common ? pickFrequent(random, surnames) : pick(random, surnames),
    particle: random() < 0.08 ? pick(random, ['al-', 'de ', 'van ']) : '',
    role: pick(random, ROLES),
  };
}

/** How a text calls somebody: in full most often, by another spelling, with initials, by the surname alone. */
export function callPerson(random: Random, { given, second, surname, particle }: Person): string {
  const common = random() < 0.7;
  const spell = (spellings: Spellings): string => (common ? spellings[0]! : pick(random, spellings));
  const last = particle + typo(random, spell(surname));
  const dice = random();
  if (dice < 0.1) return last;
  if (dice < 0.18) return `${spell(given)[0]}. ${second === null ? '' : `${spell(second)[0]}. `}${last}`;
  const first = typo(random, spell(given));
  const both =
    second !== null && random() < 0.4 ? `${first} ${random() < 0.5 ? `${second[0]![0]}.` : second[0]}` : first;
  return `${both} ${last}`;
}

/** A body, with what it is short for. */
export interface Body {
  readonly kind: 'ORGANIZATION';
  readonly id: number;
  readonly name: string;
  readonly acronym: string;
}

const BODIES =
  `Liberation Front|Coordination Committee|National Council|Relief Agency|Workers Union|Mining Company|Ports Corporation|
  Renewal Party|Security Bureau|Human Rights Group|Farmers League|Medical Association|Steel Works|Oil Company|Martyrs Brigade|
  Peace Movement|Development Bank|Students Union|Electoral Commission|Broadcasting House`
    .split('|')
    .map((body) => body.trim());

/** A new body of a town or country. */
export function inventBody(random: Random, id: number, of: string): Body {
  const name = `${of} ${pick(random, BODIES)}`;
  return { kind: 'ORGANIZATION', id, name, acronym: name.replace(/[^A-Z]/g, '') };
}

/** How a text calls a body: in full, by its letters, or by both. */
export function callBody(
  random: Random,
  { name, acronym }: Body,
): { readonly name: string; readonly acronym: string | null } {
  const dice = random();
  if (dice < 0.2) return { name: acronym, acronym: null };
  if (dice < 0.3) return { name: name.replace(/\w+$/, (word) => shorten(word)), acronym: null };
  return { name, acronym: dice < 0.55 ? acronym : null };
}

/** "Corporation" and "Corp.", or a letter that a hurried hand leaves out. */
function shorten(word: string): string {
  return SHORT_FORMS[word] ?? word.slice(0, -2) + word.slice(-1);
}

const SHORT_FORMS: Readonly<Record<string, string>> = { Corporation: 'Corp.', Company: 'Co.' };

/** Rarely a letter is doubled or left out. */
function typo(random: Random, word: string): string {
  if (random() >= 0.03 || word.length < 5) return word;
  const at = pickNumber(random, 2, word.length - 2);
  return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word[at] + word.slice(at);
}
