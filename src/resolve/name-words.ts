/**
 * The words that `normalizeName` and `mergingName` treat in a special way, in their normalised form.
 * They stand in code and not in `data/` because referent keys depend on them: judgements hold those keys.
 */

/** Words before a person's name that are no part of it. Words that are common given names too ("Dean") are left out. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  `mr mrs ms mx miss madam madame monsieur mme mlle sir dame lord lady herr frau senor senora
  dr doctor prof professor rev reverend fr father sister bishop archbishop cardinal pope imam sheikh shaikh shaykh
  ayatollah rabbi mullah king queen prince princess emir sultan
  president vice deputy acting former premier chancellor minister prime secretary ambassador envoy governor gov mayor
  senator sen congressman congresswoman representative rep speaker spokesman spokeswoman justice judge
  gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private
  cmdr commander adm admiral brig brigadier marshal officer detective inspector`.split(/\s+/),
);

/** Words that open a surname: "al-Assad", "van Gogh". A name of particles and one other word is a surname alone. */
export const PARTICLES: ReadonlySet<string> = new Set(
  `al el ad ash as ar at an az abd abu umm bin ibn bint de del della di da das dos du des la le les van von der den
  ter ten zu af av mac mc o st`.split(/\s+/),
);

/** Words after a surname that tell generations apart. They are kept in the name, and are no surname. */
export const GENERATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);

/** The last word of an organisation's name, where it has a long and a short form. */
export const LEGAL_FORMS: ReadonlyMap<string, string> = new Map([
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['limited', 'ltd'],
]);

/** Words that name a body only within one country or town: a name of these alone means another body in each. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  `ministry department office bureau agency authority commission committee council court tribunal chamber assembly
  parliament congress senate house cabinet government administration presidency state police army navy forces force
  guard military bank treasury union party opposition coalition university hospital prison city town municipality
  interior foreign defense defence finance justice health education information economy trade energy agriculture
  home labor labour oil affairs external internal security intelligence public prosecutors prosecutor attorney
  supreme constitutional high criminal civil national federal central local regional provincial armed general
  special republican presidential electoral election ruling main upper lower air of and for the`.split(/\s+/),
);

/** Bodies of which a country has one: who speaks of them by its name speaks of the same. */
export const NATIONAL_BODIES: ReadonlySet<string> = new Set([
  'government',
  'army',
  'navy',
  'air force',
  'military',
  'parliament',
  'cabinet',
]);

/** Words that count a description's head and are none: "dozens of civilians". */
export const QUANTIFIERS: ReadonlySet<string> = new Set(
  `dozens scores hundreds thousands millions billions dozen hundred thousand million billion number couple handful
  lot lots majority most many some several few all both each none one two three four five six seven eight nine
  ten`.split(/\s+/),
);

/** Words that end the part of a description where its head stands: "soldiers from the north". */
export const HEAD_ENDS: ReadonlySet<string> = new Set(
  `of in at on from by with for near against to into under over outside inside around between among during after
  before without within who whom whose that which where when and or but including as than`.split(/\s+/),
);

/** Roles that many play, or that somebody plays in one story only: they tell nobody from another. */
export const PASSING_ROLES: ReadonlySet<string> = new Set(
  `man woman boy girl person people resident witness victim survivor suspect defendant client accused father mother son
  daughter brother sister husband wife uncle aunt cousin widow friend neighbor neighbour relative child colleague
  spokesman spokeswoman spokesperson official officer member leader head chief worker employee activist protester fan
  mr mrs ms miss sir dr dame lady lord native citizen guest host author expert analyst`.split(/\s+/),
);
