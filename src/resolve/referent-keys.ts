import type { Extraction, ReferentKey } from '../domain/index.js';
import { type EntityType, isEntityType } from '../ontology/index.js';
import { headOfDescription } from './head-of-description.js';
import { normalizeName } from './normalize-name.js';

/** What a referent key says. */
export interface ReferentKeyParts {
  readonly documentId: string;
  readonly type: EntityType;
  /** The normalised name, or the head of the description. */
  readonly name: string;
  /** Counts from 0 the referents of the document with that type and name, in order of the record. */
  readonly ordinal: number;
}

/**
 * The key of each referent that is an entity, by its id in the record and in the record's order: those that are named,
 * and those that a description stands for. A referent of which the text has pronouns only is none, and has no key.
 */
export function referentKeys(extraction: Extraction): ReadonlyMap<string, ReferentKey> {
  const described = new Set<string>();
  for (const mention of extraction.mentions) if (mention.kind !== 'PRONOUN') described.add(mention.referent);
  const document = escapeDocumentId(extraction.id);
  const equals = new Map<string, number>();
  const keys = new Map<string, ReferentKey>();
  for (const { id, type, name, named } of extraction.referents) {
    if (keys.has(id) || !(named || described.has(id))) continue;
    const start = `${document}#${type}/${named ? normalizeName(name, type) : headOfDescription(name)}/`;
    const ordinal = equals.get(start) ?? 0;
    equals.set(start, ordinal + 1);
    keys.set(id, start + ordinal);
  }
  return keys;
}

/** What the key says; null for text that is no referent key. The reverse of `referentKeys`. */
export function parseReferentKey(key: ReferentKey): ReferentKeyParts | null {
  const match = KEY.exec(key);
  if (match === null) return null;
  const [, document = '', type = '', name = '', ordinal = ''] = match;
  if (!isEntityType(type)) return null;
  return { documentId: unescapeDocumentId(document), type, name, ordinal: Number(ordinal) };
}

/** A document's id as its keys begin with it. */
export function escapeDocumentId(id: string): string {
  return /[%#]/.test(id) ? id.replaceAll('%', '%25').replaceAll('#', '%23') : id;
}

/** The reverse of `escapeDocumentId`. */
export function unescapeDocumentId(escaped: string): string {
  return escaped.replaceAll('%23', '#').replaceAll('%25', '%');
}

const KEY = /^((?:[^#%]|%25|%23)+)#([A-Z]+)\/([^/#]*)\/(0|[1-9]\d{0,14})$/;
