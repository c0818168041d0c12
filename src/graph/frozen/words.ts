import type { ClaimReference, ReferentKey } from '../../domain/index.js';
import { claimFinder } from './claim-finder.js';
import type { Columns } from './columns.js';
import { type Keys, readKeys } from './keys.js';
import { readTexts, type Texts } from './texts.js';

/** What columns of numbers stand for: texts, keys and ids, in both directions. */
export interface Words {
  readonly documentIds: Texts;
  readonly forms: Texts;
  readonly texts: Texts;
  readonly keys: Keys;
  /** The number of the entity that holds a referent; -1 where none has the key. */
  entityAt(key: ReferentKey): number;
  /** The id of an entity by its number. */
  idAt(entity: number): ReferentKey;
  /** The number of a claim; -1 where it is not there. */
  claimAt(reference: ClaimReference): number;
}

/** The words of a frozen graph. */
export function readWords(columns: Columns): Words {
  const documentIds = readTexts(textsIn(columns, 'documentId'));
  const forms = readTexts(textsIn(columns, 'form'));
  const texts = readTexts(textsIn(columns, 'text'));
  const keys = readKeys(columns, { documentIds, texts });
  return {
    documentIds,
    forms,
    texts,
    keys,
    entityAt: (key) => {
      const referent = keys.numberOf(key);
      return referent < 0 ? -1 : columns.referentEntity[referent]!;
    },
    idAt: (entity) => keys.at(columns.entityReferent[columns.entityReferents[entity]!]!),
    claimAt: claimFinder(columns, { documentIds, texts }),
  };
}

function textsIn(columns: Columns, name: 'documentId' | 'form' | 'text') {
  return {
    bytes: columns[`${name}Bytes`],
    starts: columns[`${name}Starts`],
    wide: columns[`${name}Wide`],
    slots: columns[`${name}Slots`],
  };
}
