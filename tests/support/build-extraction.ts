import { hashText } from '../../src/base/index.js';
import type {
  Claim,
  ClaimTime,
  Counts,
  Diagnostic,
  Document,
  Extraction,
  Mention,
  MentionKind,
  Modality,
  OtherParticipant,
  Participant,
  ParticipantRole,
  Polarity,
  Quotation,
  Quote,
  Referent,
  ReferringQuote,
  Stance,
  Tense,
  TimePrecision,
} from '../../src/domain/index.js';
import type { EntityType, RelationType, Sector } from '../../src/ontology/index.js';

/** A referent to be; what is left out is empty, null, or a PERSON. Each opens the text with a sentence of its own. */
export interface ReferentSketch {
  readonly name: string;
  readonly type?: EntityType;
  /** What claims call it; its name where it is left out. Namesakes need one each. */
  readonly label?: string;
  /** Other surface forms; claims may call it by these too, and each gets a mention. */
  readonly aliases?: readonly string[];
  /** Must be among the aliases too; they are added where they are not. */
  readonly acronyms?: readonly string[];
  readonly roles?: readonly string[];
  readonly sector?: Sector;
  /** True, but for a GROUP. */
  readonly named?: boolean;
  /** Label of another referent. */
  readonly standsFor?: string;
}

/** A subject or object: a referent's label or alias, or words with more said of them. */
export type ParticipantSketch =
  | string
  | {
      readonly words: string;
      /** False for words that are no entity ("bribes"). */
      readonly entity?: boolean;
      readonly counts?: { readonly min: number | null; readonly max: number | null; readonly unit?: string };
    };

/** A claim to be, one sentence of the text. */
export interface ClaimSketch {
  readonly subject?: ParticipantSketch | readonly ParticipantSketch[];
  readonly relation: RelationType;
  readonly object?: ParticipantSketch | readonly ParticipantSketch[];
  readonly others?: readonly {
    readonly words: string;
    readonly role: ParticipantRole;
    readonly preposition?: string;
    readonly entity?: boolean;
  }[];
  /** The relation in lower case, where it is left out. */
  readonly predicate?: string;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  /** Label of who says so, or several, outermost first; null for "it was reported". Left out: the document's own voice. */
  readonly claimant?: string | null | readonly (string | null)[];
  /** Of the innermost claimant; ASSERTS where it is left out. */
  readonly stance?: Stance;
  /** A day `YYYY-MM-DD`, two of them with a slash between, or other words, which then name no day. */
  readonly time?: string;
  /** Label of a place. */
  readonly place?: string;
  readonly role?: string;
  readonly tense?: Tense;
  /** Index in the sketch of the claim that this one is about. */
  readonly about?: number;
  readonly confidence?: number;
}

/** An extraction to be. Names that only claims speak of are PERSONs, places of claims PLACEs. */
export interface ExtractionSketch {
  readonly id?: string;
  readonly title?: string | null;
  readonly source?: string | null;
  readonly url?: string | null;
  readonly publishedAt?: string | null;
  /** The day of `publishedAt` where it is left out. */
  readonly timeAnchor?: string | null;
  /** Stands before the sentences, and holds no mention. */
  readonly opening?: string;
  readonly people?: readonly string[];
  readonly organizations?: readonly string[];
  readonly groups?: readonly string[];
  readonly places?: readonly string[];
  readonly facilities?: readonly string[];
  readonly referents?: readonly ReferentSketch[];
  readonly claims?: readonly ClaimSketch[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** A document with what is given; the rest is consistent with it: id from the hash, hash from the text. */
export function buildDocument(given: Partial<Document> = {}): Document {
  const text = given.text ?? 'Ann Lee attacked Bo Ray.';
  const textHash = given.textHash ?? hashText(text);
  const publishedAt = given.publishedAt ?? null;
  return {
    id: given.id ?? textHash.slice(0, 32),
    title: given.title ?? null,
    source: given.source ?? null,
    url: given.url ?? null,
    publishedAt,
    text,
    textHash,
    furniture: given.furniture ?? [],
    dateline: given.dateline ?? null,
    timeAnchor: given.timeAnchor === undefined ? (publishedAt?.slice(0, 10) ?? null) : given.timeAnchor,
  };
}

/** The document that an extraction was made from. */
export function documentOf(extraction: Extraction): Document {
  return buildDocument({ id: extraction.id, ...extraction.document, text: extraction.text });
}

/** A document with its extraction, as a store keeps them. */
export function buildStored(sketch: ExtractionSketch = {}): {
  readonly document: Document;
  readonly extraction: Extraction;
} {
  const extraction = buildExtraction(sketch);
  return { document: documentOf(extraction), extraction };
}

/**
 * An extraction with a text of its own, one sentence for each referent of the sketch, then one for each claim:
 * "Cy Poe said that Ann Lee did not attack Bo Ray in Aleppo on 2012-03-12." Every span re-slices to its quote.
 */
export function buildExtraction(sketch: ExtractionSketch = {}): Extraction {
  const draft = new Draft(sketch);
  if (sketch.opening !== undefined) draft.write(sketch.opening);
  for (const referent of draft.declared) introduce(draft, referent);
  const claims = (sketch.claims ?? []).map((claim, index) => writeClaim(draft, claim, `c${index + 1}`));
  if (draft.text === '') draft.write('Nothing happened.');
  const document = buildDocument({
    ...(sketch.id === undefined ? {} : { id: sketch.id }),
    text: draft.text,
    title: sketch.title ?? null,
    source: sketch.source ?? null,
    url: sketch.url ?? null,
    publishedAt: sketch.publishedAt ?? null,
    ...(sketch.timeAnchor === undefined ? {} : { timeAnchor: sketch.timeAnchor }),
  });
  const { id, text, ...rest } = document;
  return {
    format: 'claimgraph/1',
    id,
    document: rest,
    text,
    mentions: draft.mentions,
    referents: draft.referents(),
    claims,
    quotations: draft.quotations,
    diagnostics: sketch.diagnostics ?? [],
  };
}

interface ReferentDraft {
  readonly id: string;
  readonly sketch: ReferentSketch;
}

/** The text under way, and what was found in it so far. */
class Draft {
  text = '';
  readonly mentions: Mention[] = [];
  readonly quotations: Quotation[] = [];
  readonly declared: readonly ReferentSketch[];
  readonly #byWords = new Map<string, ReferentSketch>();
  readonly #found = new Map<ReferentSketch, ReferentDraft>();

  constructor(sketch: ExtractionSketch) {
    const plain = (names: readonly string[] | undefined, type: EntityType): ReferentSketch[] =>
      (names ?? []).map((name) => ({ name, type }));
    this.declared = [
      ...plain(sketch.people, 'PERSON'),
      ...plain(sketch.organizations, 'ORGANIZATION'),
      ...plain(sketch.groups, 'GROUP'),
      ...plain(sketch.places, 'PLACE'),
      ...plain(sketch.facilities, 'FACILITY'),
      ...(sketch.referents ?? []),
    ];
    for (const referent of this.declared) this.#byWords.set(referent.label ?? referent.name, referent);
    for (const referent of this.declared) {
      for (const alias of formsOf(referent)) if (!this.#byWords.has(alias)) this.#byWords.set(alias, referent);
    }
  }

  write(words: string): Quote {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length, quote: words };
  }

  sentence(): number {
    if (this.text !== '') this.text += ' ';
    return this.text.length;
  }

  since(start: number): Quote {
    return { start, end: this.text.length, quote: this.text.slice(start) };
  }

  sketchOf(words: string, type: EntityType): ReferentSketch {
    const known = this.#byWords.get(words);
    if (known !== undefined) return known;
    const made: ReferentSketch = { name: words, type };
    this.#byWords.set(words, made);
    return made;
  }

  /** Writes the words as a mention of the referent that goes by them; a label is written as the name. */
  mention(words: string, type: EntityType): ReferringQuote {
    const sketch = this.sketchOf(words, type);
    return this.mentionOf(sketch, words === sketch.label ? sketch.name : words);
  }

  mentionOf(sketch: ReferentSketch, words: string): ReferringQuote {
    const referent = this.#found.get(sketch) ?? { id: `r${this.#found.size + 1}`, sketch };
    this.#found.set(sketch, referent);
    const quote = this.write(words);
    const kind: MentionKind = isNamed(sketch) ? 'NAME' : 'NOMINAL';
    const id = `m${this.mentions.length + 1}`;
    this.mentions.push({
      id,
      ...quote,
      type: sketch.type ?? 'PERSON',
      kind,
      referent: referent.id,
      confidence: 0.9,
    });
    return { ...quote, referent: referent.id };
  }

  referents(): readonly Referent[] {
    return [...this.#found.values()].map(({ id, sketch }) => ({
      id,
      type: sketch.type ?? 'PERSON',
      name: sketch.name,
      named: isNamed(sketch),
      aliases: formsOf(sketch),
      acronyms: sketch.acronyms ?? [],
      roles: sketch.roles ?? [],
      sector: sketch.sector ?? null,
      standsFor: this.#idOf(sketch.standsFor),
    }));
  }

  #idOf(label: string | undefined): string | null {
    if (label === undefined) return null;
    const sketch = this.#byWords.get(label);
    const found = sketch === undefined ? undefined : this.#found.get(sketch);
    if (found === undefined) throw new Error(`The sketch has no referent that goes by ${label}.`);
    return found.id;
  }
}

function isNamed(sketch: ReferentSketch): boolean {
  return sketch.named ?? sketch.type !== 'GROUP';
}

function formsOf(sketch: ReferentSketch): readonly string[] {
  return [...new Set([...(sketch.aliases ?? []), ...(sketch.acronyms ?? [])])];
}

function introduce(draft: Draft, sketch: ReferentSketch): void {
  draft.sentence();
  draft.mentionOf(sketch, sketch.name);
  for (const role of sketch.roles ?? []) draft.write(`, ${role}`);
  for (const alias of formsOf(sketch)) {
    draft.write(', or ');
    draft.mentionOf(sketch, alias);
  }
  draft.write('.');
}

const CUES: Readonly<Record<Stance, string>> = {
  ASSERTS: 'said',
  DENIES: 'denied',
  DOUBTS: 'doubted',
  ASKS: 'asked',
  CONFIRMS: 'confirmed',
};
const AUXILIARIES: Readonly<Record<Modality, string>> = {
  ACTUAL: '',
  POSSIBLE: 'may ',
  PLANNED: 'plans to ',
  REQUESTED: 'should ',
  HYPOTHETICAL: 'would ',
};

function writeClaim(draft: Draft, sketch: ClaimSketch, id: string): Claim {
  const start = draft.sentence();
  const open = writeClaimants(draft, sketch);
  const contentStart = draft.text.length;
  const subjects = writeParticipants(draft, sketch.subject);
  if (subjects.length > 0) draft.write(' ');
  draft.write(AUXILIARIES[sketch.modality ?? 'ACTUAL']);
  if (sketch.polarity === 'NEGATED') draft.write('did not ');
  const predicate = sketch.predicate ?? sketch.relation.toLowerCase().replaceAll('_', ' ');
  const trigger = draft.write(predicate);
  const objects = after(draft, ' ', sketch.object, () => writeParticipants(draft, sketch.object)) ?? [];
  const others = (sketch.others ?? []).map((other): OtherParticipant => {
    draft.write(other.preposition === undefined ? ' ' : ` ${other.preposition} `);
    const quote = writeParticipant(draft, { words: other.words, entity: other.entity ?? true });
    const { counts: _, ...referring } = quote;
    return { ...referring, role: other.role, preposition: other.preposition ?? null };
  });
  const role = after(draft, ' as ', sketch.role, (words) => draft.write(words));
  const place = after(draft, ' in ', sketch.place, (words) => draft.mention(words, 'PLACE'));
  const time = after(draft, ' on ', sketch.time, (words) => timeOf(draft.write(words)));
  const content = [draft.since(contentStart)];
  // Each quotation of a chain holds what is said within it, down to the claim itself.
  for (const [index, quotation] of open.entries()) {
    const inner = open[index + 1];
    draft.quotations.push({
      ...quotation.made,
      content: inner === undefined ? content : [draft.since(inner.start)],
    });
  }
  draft.write('.');
  return {
    id,
    relation: sketch.relation,
    predicate,
    trigger,
    subjects,
    objects,
    others,
    about: sketch.about === undefined ? null : `c${sketch.about + 1}`,
    role,
    tense: sketch.tense ?? null,
    place,
    time,
    polarity: sketch.polarity ?? 'AFFIRMED',
    modality: sketch.modality ?? 'ACTUAL',
    quotations: open.map(({ made }) => made.id),
    sentence: draft.since(start),
    confidence: sketch.confidence ?? 0.8,
  };
}

interface OpenQuotation {
  /** Where its clause begins, claimant included. */
  readonly start: number;
  readonly made: Omit<Quotation, 'content'>;
}

function writeClaimants(draft: Draft, sketch: ClaimSketch): readonly OpenQuotation[] {
  if (sketch.claimant === undefined) return [];
  const claimants = Array.isArray(sketch.claimant) ? sketch.claimant : [sketch.claimant as string | null];
  return claimants.map((words: string | null, index): OpenQuotation => {
    const start = draft.text.length;
    const stance = index === claimants.length - 1 ? (sketch.stance ?? 'ASSERTS') : 'ASSERTS';
    const claimant = words === null ? null : draft.mention(words, 'PERSON');
    draft.write(claimant === null ? 'It was ' : ' ');
    const cue = draft.write(claimant === null && stance === 'ASSERTS' ? 'reported' : CUES[stance]);
    draft.write(' that ');
    const id = `q${draft.quotations.length + 1 + index}`;
    return {
      start,
      made: { id, kind: 'INDIRECT', stance, claimant, reason: claimant === null ? 'PASSIVE' : null, cue },
    };
  });
}

function writeParticipants(draft: Draft, given: ClaimSketch['subject']): readonly Participant[] {
  if (given === undefined) return [];
  const list = (Array.isArray(given) ? given : [given]) as readonly ParticipantSketch[];
  return list.map((participant, index) => {
    if (index > 0) draft.write(' and ');
    return writeParticipant(draft, participant);
  });
}

function writeParticipant(draft: Draft, given: ParticipantSketch): Participant {
  if (typeof given === 'string') return { ...draft.mention(given, 'PERSON'), counts: null };
  const quote =
    given.entity === false ? { ...draft.write(given.words), referent: null } : draft.mention(given.words, 'PERSON');
  const { start, end, quote: words } = quote;
  const counts: Counts | null =
    given.counts === undefined
      ? null
      : {
          start,
          end,
          quote: words,
          min: given.counts.min,
          max: given.counts.max,
          approximate: given.counts.min !== given.counts.max,
          unit: given.counts.unit ?? null,
        };
  return { ...quote, counts };
}

function timeOf(quote: Quote): ClaimTime {
  const days = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/.exec(quote.quote);
  const from = days?.[1] ?? null;
  const precision: TimePrecision = from === null ? 'UNKNOWN' : days?.[2] === undefined ? 'DAY' : 'RANGE';
  return { ...quote, from, to: days?.[2] ?? from, precision };
}

/** Writes the words that lead in, then what is given; null where nothing is. */
function after<Given, Written>(
  draft: Draft,
  lead: string,
  given: Given | undefined,
  write: (given: Given) => Written,
): Written | null {
  if (given === undefined) return null;
  draft.write(lead);
  return write(given);
}
