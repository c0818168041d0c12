import type { Extraction, Participant, Referent, ReferentKey, ReferringQuote } from '../../domain/index.js';
import type { IncidentWords } from '../../resources/index.js';
import { headOfDescription } from '../head-of-description.js';
import { normalizeName } from '../normalize-name.js';
import type { Party, Tally } from './happening.js';

/** Reads the participants of one record; each referent is read once. */
export interface PartyReader {
  /** Without pronouns that stand for nobody known. */
  parties(participants: readonly ReferringQuote[]): readonly Party[];
  /** The first of the counts; null where nothing is counted. */
  tally(participants: readonly Participant[]): Tally | null;
}

/** A reader of the record's participants. */
export function createPartyReader(
  extraction: Extraction,
  keys: ReadonlyMap<string, ReferentKey>,
  words: IncidentWords,
): PartyReader {
  const referents = new Map(extraction.referents.map((referent) => [referent.id, referent]));
  const read = new Map<string, Party | null>();

  const partyOf = (quote: ReferringQuote): Party | null => {
    const { referent } = quote;
    if (referent === null) return describedParty(quote.quote, words);
    const known = read.get(referent);
    if (known !== undefined) return known;
    const party = referredParty(referents.get(referent), keys.get(referent) ?? null, words);
    read.set(referent, party);
    return party;
  };
  return {
    parties: (participants) => exact(participants.map(partyOf).filter((party) => party !== null)),
    tally: (participants) => {
      for (const { counts } of participants) {
        if (counts === null || (counts.min === null && counts.max === null)) continue;
        const unit = counts.unit === null ? null : headOfDescription(counts.unit);
        return tallyOf({ least: counts.min ?? 0, most: counts.max ?? Number.POSITIVE_INFINITY }, counts.approximate, {
          unit,
          words,
        });
      }
      return null;
    },
  };
}

/** A tally of a range; an approximate one is a tenth wider at both ends. */
export function tallyOf(
  { least, most }: { readonly least: number; readonly most: number },
  approximate: boolean,
  { unit, words }: { readonly unit: string | null; readonly words: IncidentWords },
): Tally {
  const width = approximate ? 0.1 : 0;
  const anyone = unit === null || unit === '' || words.has(unit, 'PEOPLE');
  return { least: least * (1 - width), most: most * (1 + width), unit: anyone ? null : unit };
}

/** The list without room to grow. */
function exact(parties: readonly Party[]): readonly Party[] {
  return parties.length === 0 ? NO_PARTIES : parties.slice();
}

const NO_PARTIES: readonly Party[] = Object.freeze([]);

/** Pronouns that nothing was found for. */
const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they him her them who which that this these those we us i me you one whom what there'.split(' '),
);

const NO_ONE = /^no[\s-]one$/i;

function describedParty(quote: string, words: IncidentWords): Party | null {
  const head = NO_ONE.test(quote) ? 'nobody' : headOfDescription(quote);
  if (head === '' || PRONOUNS.has(head)) return null;
  const sense = senseOf(head, words);
  return { key: null, type: null, named: false, head, sector: null, unknown: false, titles: [], sense };
}

/** Null where the record has pronouns of it only. */
function referredParty(referent: Referent | undefined, key: ReferentKey | null, words: IncidentWords): Party | null {
  if (referent === undefined || key === null) return null;
  const { type, named, sector } = referent;
  const head = named ? normalizeName(referent.name, type) : headOfDescription(referent.name);
  const unknown = !named && words.has(head, 'UNKNOWN');
  const titles = type === 'PERSON' ? titlesOf(referent) : [];
  const told = !named && words.has(head, 'ANY_FORCE') ? null : sector;
  return { key, type, named, head, sector: told, unknown, titles, sense: named ? head : senseOf(head, words) };
}

/** Roles and descriptions, which begin with a small letter or a word such as "His". */
function titlesOf({ roles, aliases }: Referent): readonly string[] {
  const descriptions = aliases.filter((alias) => /^(?:\p{Ll}|(?:The|An?|His|Her|Its|Their)\s)/u.test(alias));
  return [...new Set([...roles, ...descriptions].map(headOfDescription))];
}

/** The sense of "no one": a claim about nobody denies of everybody what it denies. */
export const NOBODY = 'NOBODY';

function senseOf(head: string, words: IncidentWords): string {
  if (words.has(head, 'MONEY')) return 'MONEY';
  if (words.has(head, 'MISHAP')) return 'MISHAP';
  if (words.has(head, 'NOBODY')) return NOBODY;
  return singular(head);
}

function singular(head: string): string {
  return head.length > 3 && head.endsWith('s') && !head.endsWith('ss') ? head.slice(0, -1) : head;
}
