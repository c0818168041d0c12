import { pick, type Random } from './random.js';

/** Who and what the invented news is about; the order is that of frequency. */
export interface Cast {
  readonly people: readonly Actor[];
  readonly organizations: readonly Organization[];
  readonly countries: readonly Country[];
  readonly cities: readonly string[];
}

/** A person of the cast. */
export interface Actor {
  readonly name: string;
  readonly surname: string;
  readonly title: string;
  readonly pronoun: 'he' | 'she';
}

/** A body of the cast. */
export interface Organization {
  readonly name: string;
  readonly acronym: string;
}

/** A country of the cast, and its adjective. */
export interface Country {
  readonly name: string;
  readonly adjective: string;
}

const MEN =
  'Samir Tariq Yusuf Nadim Bogdan Milosh Petar Zoran Kwame Moussa Issa Lamine Rafael Esteban Tomás Julián Khac Trong Hoai Quang'.split(
    ' ',
  );
const WOMEN =
  'Leila Rim Hala Samira Oksana Irina Vesna Fatou Adjoa Ama Mariam Inés Lucía Marisol Elena Thanh Ngoc Mai Linh Suong'.split(
    ' ',
  );
const SURNAME_STARTS =
  'Dar Haz Mir Jar Shal Bar Vel Rad Stoy Mil Kour Dia Tar Mens Okon Sow Cald Etch Mont Arr Quir Oc Dang Vo Phung Lam Bui Cao'.split(
    ' ',
  );
const SURNAME_MIDDLES = 'a e i o u an er il on ar en ou'.split(' ');
const SURNAME_ENDS =
  'wan laf roush zani chenko vić netz ev jola rabé kou mah sarah derón andia bal zal rez gal nhan dac lan beh hari'.split(
    ' ',
  );
const CITY_STARTS = 'Tel Qasr Port Santa Nova Bel Kolo Soum Lugo Vesh Linh Thanh Dom Karr Ost Bir Val San'.split(' ');
const CITY_ENDS = 'Amoun Olan Clara Mira Hanoun Rahim Son Dac Bara Gora Mir Polje Duro Kemba Saha Lua Zarif Tolo'.split(
  ' ',
);
const COUNTRY_STEMS = 'Sahr Drav Vald Benk Tamar Orl Kesh Marov Zand Lum Cost Halv'.split(' ');
const TITLES = [
  'President',
  'Prime Minister',
  'Interior Minister',
  'Foreign Minister',
  'Gen.',
  'Col.',
  'Judge',
  'Senator',
  'Dr.',
  'spokesman',
  'activist',
  'lawyer',
];
const ORGANIZATION_KINDS = [
  'Liberation Front',
  'Coordination Committee',
  'National Council',
  'Relief Agency',
  'Workers Union',
  'Mining Company',
  'Ports Corporation',
  'Renewal Party',
  'Security Bureau',
  'Human Rights Group',
];

/** Invents a cast; its size is fixed, so that actors come back in a large corpus. */
export function inventCast(random: Random): Cast {
  const countries = distinct(COUNTRY_STEMS.map((stem) => `${stem}${pick(random, ['ina', 'oro', 'ia', 'avia'])}`));
  const cities = distinct(Array.from({ length: 160 }, () => `${pick(random, CITY_STARTS)} ${pick(random, CITY_ENDS)}`));
  const organizations = distinct(
    Array.from({ length: 240 }, () => `${pick(random, [...countries, ...cities])} ${pick(random, ORGANIZATION_KINDS)}`),
  );
  return {
    people: Array.from({ length: 1200 }, () => inventPerson(random)),
    organizations: organizations.map((name) => ({ name, acronym: name.replace(/[^A-Z]/g, '') })),
    countries: countries.map((name) => ({ name, adjective: `${name.replace(/(a|o)$/, '')}an` })),
    cities,
  };
}

function inventPerson(random: Random): Actor {
  const pronoun = random() < 0.6 ? 'he' : 'she';
  const surname = `${pick(random, SURNAME_STARTS)}${pick(random, SURNAME_MIDDLES)}${pick(random, SURNAME_ENDS)}`;
  const name = `${pick(random, pronoun === 'he' ? MEN : WOMEN)} ${surname}`;
  return { name, surname, title: pick(random, TITLES), pronoun };
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
