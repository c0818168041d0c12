import type { Resources } from '../resources/index.js';

/** What the lemmatizer needs to know of a word: its lower case with straight apostrophes, and its two tags. */
export interface TaggedWord {
  readonly lower: string;
  /** Universal tag. */
  readonly tag: string;
  /** Penn Treebank tag. */
  readonly form: string;
}

/** Gives the dictionary form of a token, in lower case; of names and punctuation, the token itself. */
export type Lemmatizer = (token: TaggedWord) => string;

/**
 * Makes a lemmatizer: irregular forms from their list, the rest by rules of English spelling.
 * Of the forms that the rules could give, one that is a verb of the lexicon goes first.
 */
export function createLemmatizer(resources: Pick<Resources, 'irregularForms' | 'verbSenses'>): Lemmatizer {
  return lemmaOf;

  function pluralOf(lower: string): string | undefined {
    const irregular = resources.irregularForms.get(lower);
    return irregular?.form === 'NNS' ? irregular.lemma : undefined;
  }

  function lemmaOf({ lower, tag, form }: TaggedWord): string {
    // "Gunmen", where it opens a sentence or a headline, is easily taken for a name.
    if (tag === 'PROPN') return pluralOf(lower) ?? lower;
    const closed = CLOSED_FORMS.get(`${form} ${lower}`);
    if (closed !== undefined) return closed;
    if (!INFLECTED.has(form)) return lower;
    const irregular = resources.irregularForms.get(lower);
    const isPlural = form === 'NNS' || form === 'NNPS';
    if (irregular !== undefined && (irregular.form === 'NNS') === isPlural && !isComparison(form))
      return irregular.lemma;
    if (!/^[a-z'-]+$/.test(lower)) return lower;
    if (isPlural || form === 'VBZ') return stripPlural(lower);
    if (form === 'VBD' || form === 'VBN') return stripEnding(lower, 'ed', resources);
    if (form === 'VBG') return stripEnding(lower, 'ing', resources);
    if (isComparison(form)) return stripComparison(lower);
    return lower;
  }
}

const INFLECTED = new Set(['NNS', 'NNPS', 'VBZ', 'VBD', 'VBN', 'VBG', 'VBP', 'MD', 'JJR', 'JJS', 'RBR', 'RBS']);

/** Forms of the closed classes, by tag, where the treebanks give another lemma. */
const CLOSED_FORMS: ReadonlyMap<string, string> = new Map(
  `PRP me i|PRP him he|PRP her she|PRP them they|PRP us we|PRP 'em they|PRP 's we|RB n't not|RB nt not|DT an a|DT these this
DT those that|MD 'll will|MD 'd would|MD wo will|MD ca can|VBP 've have|VBP 're be|VBP 'm be|VBZ 's be|VBD 'd have
VBP am be|VBP are be|VBZ is be|VBD was be|VBD were be|VBN been be|VBG being be|VBZ has have|VBD had have|VBN had have
VBZ does do|VBD did do|VBN done do|JJR better good|JJS best good|RBR better well|RBS best well|JJR worse bad
JJS worst bad|RBR worse badly|JJR less less|JJR more more|RBR more more|RBS most most|JJS most most|RBR less less
JJS least least|RBS least least|JJR further far|RBR further far|RBR farther far|JJR farther far|JJR elder old
JJS eldest old|JJS furthest far|RBR later late|JJR later late|JJS latest late|JJR fewer few|PRP$ 's his|VBP 's be`
    .split(/[|\n]/)
    .map((row) => {
      const [form = '', lower = '', lemma = ''] = row.split(' ');
      return [`${form} ${lower}`, lemma];
    }),
);

function isComparison(form: string): boolean {
  return form === 'JJR' || form === 'JJS' || form === 'RBR' || form === 'RBS';
}

/** "cities" city, "boxes" box, "houses" house, "heroes" hero. */
function stripPlural(lower: string): string {
  if (/(?:ss|us|is|ics|[^s]'s)$/.test(lower) || !lower.endsWith('s') || lower.length < 3) return lower;
  if (/^(?:.|mov|cook|zomb|rook|bir|cal|genera|ser|spec|pix|brown|hipp|hood|selfi?|cal)ies$/.test(lower))
    return /^(?:ser|spec)ies$/.test(lower) ? lower : lower.slice(0, -1);
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (
    /(?:^|[^u])(?:head|heart|tooth|stomach|back)?aches$|^(?:caches|niches|psyches|quiches)$/.test(lower) &&
    lower.endsWith('aches')
  )
    return /(?:^|head|heart|tooth|stomach|back)aches$/.test(lower) ? lower.slice(0, -1) : lower.slice(0, -2);
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o)es$/.test(lower)) return lower.slice(0, -2);
  if (
    /^(?:bus|gas|virus|status|campus|bonus|census|focus|lens|minibus|alias|canvas|atlas|corpus|goes|does)(?:es)?$/.test(
      lower,
    )
  )
    return lower.slice(0, -2);
  if (
    /(?:us|virus)es$/.test(lower) &&
    /(?:r|n|p|t|c|m)uses$/.test(lower) &&
    !/(?:cl|f|am|acc|exc|m|r)uses$/.test(lower)
  )
    return lower.slice(0, -2);
  return lower.slice(0, -1);
}

/** "stopped" stop, "denied" deny, "charged" charge, "shelling" shell. */
function stripEnding(lower: string, ending: 'ed' | 'ing', { verbSenses }: Pick<Resources, 'verbSenses'>): string {
  if (!lower.endsWith(ending)) return lower;
  const stem = lower.slice(0, -ending.length);
  if (!/[aeiouy]/.test(stem) || stem.length < 2)
    return ending === 'ed' && /^[^aeiou]$/.test(stem) ? `${stem}ed` : lower;
  if (ending === 'ed' && stem.endsWith('i'))
    return /^(?:un|be|re|out)?[dtlvh]i$/.test(stem) ? `${stem}e` : `${stem.slice(0, -1)}y`;
  if (ending === 'ing' && /^.y$/.test(stem)) return `${stem.slice(0, -1)}ie`;
  const undoubled = /([bdgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : null;
  const candidates = [`${stem}e`, stem, ...(undoubled === null ? [] : [undoubled])].filter((one) =>
    verbSenses.has(one),
  );
  if (candidates.length === 1) return candidates[0] as string;
  if (undoubled !== null) return KEEPS_DOUBLE.test(stem) ? stem : undoubled;
  const prefix = /^(?:re|un|over|under|out|mis|pre|co|de|dis)?-?(.+)$/.exec(stem)?.[1] ?? stem;
  if (WITH_E.has(stem) || WITH_E.has(prefix)) return `${stem}e`;
  if (WITHOUT_E.has(stem) || WITHOUT_E.has(prefix)) return stem;
  return TAKES_E.test(stem) ? `${stem}e` : stem;
}

/** "bigger" big, "earliest" early, "larger" large. */
function stripComparison(lower: string): string {
  const stem = lower.replace(/e(?:r|st)$/, '');
  if (stem === lower || stem.length < 2) return lower;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[aeiou][cfgsv]|rg|ng?l|[^aeioul]l|[aiou]r|[bcdfghjklmnprst][aiou][dtmnpk]|nc|ns|rs)$/.test(stem) &&
    !PLAIN.has(stem)
    ? `${stem}e`
    : stem;
}

/** Adjectives whose stem looks as if it took an "e". */
const PLAIN = new Set('quick thick sick slick poor dear near clear fair long strong young full'.split(' '));

/** Stems that double their last letter in the dictionary too: "kill", "add", "putt". */
const KEEPS_DOUBLE =
  /(?:^(?:add|err|purr|butt|boycott|ebb|egg|jazz|buzz|fizz|inn|odd|watt|nett|whirr)|zz|(?:^|[^aeiou])(?:[aiou]|qui|swe|spe|sme|she|dwe|ye|se|te|be|fe|we|ce|je)ll|stall|thrall|roll)$/;

/** What a regular stem ends in that has an "e" in the dictionary: "announc", "mov", "realiz", "describ", "decid". */
const TAKES_E =
  /(?:[^k]c|[vu]|[^tz]z|[^aeiou]iz|(?:[adeiru]|[aeiou]n|dn|[^aeiou]len)g|(?:[^o]r|[^o]a|u|cha|llen|i)ng(?<=chang|rang|veng|halleng|xchang|lung|ing)|(?:^|[^s])(?<=[aeiou]|[lnrp])s|(?:^|[^aeiouw]|qu)[aiu]r|[^aeiou][iu]l|(?:^|[^aeiou])[^aeiourwl]?l(?<=[bcdfgkptsz]l)|(?:[^aeo]|cre)at|[^aeo]ut|(?:[^aeiou]|qu)ot|(?:^|[^aeiou])[aiou]d|u[ai]d|[^aeiou]in|[^aeiou]un|[^aeio]am|[^aeiou][iu]m|[^aeiou][aiouy]p|[^aeiou][aio]k|[^aeiou][io]b)$/;

/** Stems with an "e" that the ending does not tell, as of "cite" and "restore". */
const WITH_E = new Set(
  'cit unit invit ignit excit incit recit expedit sit reunit writ bit complet delet compet delet deplet interfer adher persever conven interven contraven postpon phon clon condon zon aton hon ston explor restor ignor scor stor ador bor deplor implor reced conced preced imped imped supersed breath bath sooth cloth loath seeth ach cach welcom becom com overcom ey dy ty eras chas purchas typ hop cop shap rap tap scap control scal pal inhal exhal whal revital consol cajol condol hol pol crit chal tast wast past hast bast manoeuvr spher centr acr massacr chang rang arrang exchang challeng aveng reveng lung plung sing ting cring hing infring imping bing eng ow fre agre se fle guarante disagre decre refere pe tre dat rat hat mat stat creat skat wak mak tak shak bak fak rak lik strik hik bik spik smok jok chok pok evok provok invok revok strok yok giv hav liv lov mov liv driv arriv surviv believ receiv achiev hous caus paus rous us clos los choos rais prais surpris promis rehears revers convers dispers endors nurs curs cours laps collaps glimps eclips respons sens licens condens dens incens rins tens dispens reimburs terroris'.split(
    ' ',
  ),
);

/** Stems without one, though the ending would say so: "visit", "offer", "target". */
const WITHOUT_E = new Set(
  'focus bias canvas gas bus edit exit combat format pilot pivot develop envelop gallop gossip worship abandon poison monitor favor honor sponsor author anchor labor harbor mirror tailor rumor murmur pour tour devour sour belong bang hang long ring bring sing cling fling sting swing wring spring string ping wing king prolong throng gang hamper ruin bargain victim fathom ransom total signal rival pencil panic traffic mimic picnic debut open listen fulfil sue avail chat equal hear wear tear bear swear fear near appear clear rear gear'.split(
    ' ',
  ),
);
