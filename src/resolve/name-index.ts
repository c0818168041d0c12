import type { Referent } from '../domain/index.js';
import type { EntityType } from '../ontology/index.js';
import type { Atom } from './atoms.js';
import { normalizeName } from './normalize-name.js';

/** Finds atoms by any surface form of their referents, after normalisation. */
export interface NameIndex {
  add(referent: Referent, atom: Atom): void;
  remove(referent: Referent, atom: Atom): void;
  /** Atoms that have a referent of that name, alias or acronym; in no order. */
  find(name: string): Iterable<Atom>;
}

/** An empty index. */
export function createNameIndex(): NameIndex {
  /** How many referents of the atom have the form. */
  const atoms = new Map<string, Map<Atom, number>>();
  return {
    add: (referent, atom) => {
      for (const form of formsOf(referent)) {
        const counts = atoms.get(form);
        if (counts === undefined) atoms.set(form, new Map([[atom, 1]]));
        else counts.set(atom, (counts.get(atom) ?? 0) + 1);
      }
    },
    remove: (referent, atom) => {
      for (const form of formsOf(referent)) {
        const counts = atoms.get(form);
        const count = counts?.get(atom);
        if (counts === undefined || count === undefined) continue;
        if (count > 1) counts.set(atom, count - 1);
        else counts.delete(atom);
        if (counts.size === 0) atoms.delete(form);
      }
    },
    find: function* (name) {
      for (const type of NORMALIZED_APART) yield* atoms.get(formOf(name, type))?.keys() ?? [];
    },
  };
}

/** Names are normalised in three ways; any type stands for the third. */
const NORMALIZED_APART = ['PERSON', 'ORGANIZATION', 'PLACE'] as const satisfies readonly EntityType[];

function formsOf({ type, name, aliases, acronyms }: Referent): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const surface of [name, ...aliases, ...acronyms]) {
    const form = formOf(surface, type);
    if (!form.endsWith('/')) forms.add(form);
  }
  return forms;
}

function formOf(name: string, type: EntityType): string {
  const way = type === 'PERSON' || type === 'ORGANIZATION' ? type : 'PLACE';
  return `${way}/${normalizeName(name, way)}`;
}
