/** A snak of Wikibase: a property, and its value or that there is one. */
export interface Snak {
  readonly snaktype: 'value' | 'somevalue';
  readonly property: string;
  readonly datatype: string;
  readonly datavalue?: { readonly value: unknown; readonly type: string };
}

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
/** What the gazetteer's places are exact to, roughly. */
const DEGREES = 0.01;
const EARTH = 'http://www.wikidata.org/entity/Q2';
const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** How exact a time is, in Wikibase's numbers: a month is written with the day 00, a year with the month 00 as well. */
const PRECISIONS: ReadonlyMap<string, { readonly precision: number; readonly kept: number }> = new Map([
  ['MONTH', { precision: 10, kept: 2 }],
  ['YEAR', { precision: 9, kept: 1 }],
]);
const DAY_PRECISION = { precision: 11, kept: 3 };

/** That something is an item. */
export function itemSnak(property: string, id: string): Snak {
  return snak(property, 'wikibase-item', 'wikibase-entityid', { 'entity-type': 'item', id });
}

/** That something is there, but no item. */
export function unknownSnak(property: string): Snak {
  return { snaktype: 'somevalue', property, datatype: 'wikibase-item' };
}

/** A text as it is. */
export function stringSnak(property: string, text: string): Snak {
  return snak(property, 'string', 'string', text);
}

/** A text of a language: English, as all that is read. */
export function englishSnak(property: string, text: string): Snak {
  return snak(property, 'monolingualtext', 'monolingualtext', { text, language: 'en' });
}

/** An address. */
export function urlSnak(property: string, url: string): Snak {
  return snak(property, 'url', 'string', url);
}

/** A point of the earth, in degrees north and east. */
export function coordinateSnak(property: string, latitude: number, longitude: number): Snak {
  const value = { latitude, longitude, altitude: null, precision: DEGREES, globe: EARTH };
  return snak(property, 'globe-coordinate', 'globecoordinate', value);
}

/** A day, or the month or year that it stands for; null for a text that begins with no day. */
export function timeSnak(property: string, day: string, precision = 'DAY'): Snak | null {
  const parts = DAY.exec(day)?.slice(1);
  if (parts === undefined) return null;
  const { precision: number, kept } = PRECISIONS.get(precision) ?? DAY_PRECISION;
  const [year, month, date] = parts.map((part, index) => (index < kept ? part : '00'));
  return snak(property, 'time', 'time', {
    time: `+${year}-${month}-${date}T00:00:00Z`,
    timezone: 0,
    before: 0,
    after: 0,
    precision: number,
    calendarmodel: GREGORIAN,
  });
}

function snak(property: string, datatype: string, type: string, value: unknown): Snak {
  return { snaktype: 'value', property, datatype, datavalue: { value, type } };
}
