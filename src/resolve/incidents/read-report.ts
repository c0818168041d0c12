import type { Claim, Extraction, IndexedClaim, ReferentKey } from '../../domain/index.js';
import type { IncidentWords } from '../../resources/index.js';
import { findAnswers } from './find-answers.js';
import { groupHappenings } from './group-happenings.js';
import { dayOf, type Happening, LONGEST_CAST, type Party, type Report } from './happening.js';
import { bareVerb, type ClaimSurroundings, kindOfClaim } from './kind-of-claim.js';
import { createPartyReader, type PartyReader } from './read-parties.js';

/** What a document says of happenings. `keys` and `claims` are those of its record, in its order. Pure. */
export function readReport(
  extraction: Extraction,
  record: { readonly keys: ReadonlyMap<string, ReferentKey>; readonly claims: readonly IndexedClaim[] },
  words: IncidentWords,
): Report {
  const { keys } = record;
  const types = new Map(extraction.referents.map(({ id, type }) => [id, type]));
  const surroundings = { text: extraction.text, types, words };
  const reader = createPartyReader(extraction, keys, words);
  const answers = findAnswers(extraction, words);
  const happenings: Happening[] = [];
  const read = (ordinal: number): Happening | null => {
    const [claim, indexed] = [extraction.claims[ordinal], record.claims[ordinal]];
    if (claim === undefined || indexed === undefined || !isReported(claim)) return null;
    return readHappening({ claim, indexed, ordinal }, reader, surroundings);
  };
  for (const ordinal of extraction.claims.keys()) {
    const answered = answers.get(ordinal);
    if (answered === undefined) {
      const happening = read(ordinal);
      if (happening !== null) happenings.push(happening);
      continue;
    }
    const other = read(answered);
    const claim = record.claims[ordinal];
    if (other !== null && claim !== undefined)
      happenings.push({ ...other, claim, ordinal, tally: null, denies: true, answers: answered });
  }
  const report = {
    documentId: extraction.id,
    source: extraction.document.source,
    day: dayOf(extraction.document.timeAnchor ?? extraction.document.publishedAt),
    cast: castOf(extraction, keys),
    fingerprint: fingerprintOf(extraction.claims),
  };
  const timeOf = (ordinal: number) => extraction.claims[ordinal]?.time ?? null;
  const spots = placesOf(extraction, keys, (name) => !words.isWide(name));
  return groupHappenings(report, { happenings, timeOf, spots, cities: placesOf(extraction, keys, words.isCity) });
}

/** What is planned, called for or supposed has not happened. */
function isReported({ modality }: Claim): boolean {
  return modality === 'ACTUAL' || modality === 'POSSIBLE';
}

function readHappening(
  { claim, indexed, ordinal }: { readonly claim: Claim; readonly indexed: IndexedClaim; readonly ordinal: number },
  reader: PartyReader,
  surroundings: ClaimSurroundings,
): Happening | null {
  const found = kindOfClaim(claim, surroundings);
  if (found === null) return null;
  const { kind, relation, toll } = found;
  const agents = reader.parties(claim.subjects);
  // "opened fire": a word of the predicate is nobody that it befell.
  const predicate = claim.predicate.split(' ');
  const patients = reader.parties(claim.objects.filter(({ quote }) => !predicate.includes(quote.toLowerCase())));
  const denies = (claim.polarity === 'NEGATED') !== (indexed.stance === 'DENIES');
  // Written out and not spread, for the JavaScript engine gives each object that is spread a shape of its own.
  const happening = (parties: Pick<Happening, 'agents' | 'patients' | 'tally' | 'manner'>): Happening => ({
    claim: indexed,
    ordinal,
    kind,
    relation,
    agents: parties.agents,
    patients: parties.patients,
    tally: parties.tally,
    manner: parties.manner,
    denies,
    answers: null,
  });
  if (toll !== null) return happening({ agents: [], patients: [], tally: toll, manner: null });
  if (kind !== 'PAYMENT') return happening({ agents, patients, tally: reader.tally(claim.objects), manner: null });
  // What is paid does not tell one payment from another: those who pay and are paid do.
  const parties = [...patients, ...reader.parties(claim.others)];
  const manner = surroundings.words.has(bareVerb(claim.predicate), 'TAKE') ? 'TAKE' : 'GIVE';
  return happening({ agents: agents.filter(isSomebody), patients: parties.filter(isSomebody), tally: null, manner });
}

/** What is paid is none of those who pay and are paid, whatever it was taken for. */
function isSomebody({ type, sense }: Party): boolean {
  if (sense === 'MONEY') return false;
  return type === 'PERSON' || type === 'ORGANIZATION' || type === 'GROUP' || type === 'PLACE';
}

/** The named referents whose lower-case name passes. */
function placesOf(
  { referents }: Extraction,
  keys: ReadonlyMap<string, ReferentKey>,
  passes: (name: string) => boolean,
): ReadonlySet<ReferentKey> {
  const places = referents.filter(({ named, name }) => named && passes(name.toLowerCase()));
  return new Set(places.flatMap(({ id }) => keys.get(id) ?? []));
}

/** The named referents, those with the most mentions first; equals in the order of the record. */
function castOf(extraction: Extraction, keys: ReadonlyMap<string, ReferentKey>): readonly ReferentKey[] {
  const counts = new Map<string, number>();
  for (const { referent } of extraction.mentions) counts.set(referent, (counts.get(referent) ?? 0) + 1);
  return extraction.referents
    .filter(({ named, type }) => named && type !== 'NATIONALITY')
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .flatMap(({ id }) => keys.get(id) ?? [])
    .slice(0, LONGEST_CAST);
}

function fingerprintOf(claims: readonly Claim[]): Uint32Array {
  const hashes = new Set<number>();
  let last = -1;
  for (const { sentence } of claims) {
    if (sentence.start !== last) hashes.add(hashLetters(sentence.quote));
    last = sentence.start;
  }
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a over the letters and digits, so that copies may differ in blanks and quotation marks. */
function hashLetters(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) | 0x20;
    if (code < 0x30 || (code > 0x39 && code < 0x61)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
