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
  /** Every form with the atoms that have it, in no order. */
  all(): Iterable<{ readonly form: string; readonly atoms: readonly Atom[] }>;
}

/** The forms under which a name is looked up: it is normalised as those of persons, of organisations, and of all others are. */
export function nameFormsOf(name: string): readonly string[] {
  return NORMALIZED_APART.map((type) => formOf(name, type));
}

/** An empty index. */
export function createNameIndex(): NameIndex {
  const bearers = new Map<string, FormBearers>();
  return {
    add: (referent, atom) => {
      for (const form of formsOf(referent)) {
        const there = bearers.get(form);
        if (there === undefined) bearers.set(form, { atom, count: 1, others: null });
        else if (there.atom === atom) there.count++;
        else there.others = (there.others ?? new Map()).set(atom, (there.others?.get(atom) ?? 0) + 1);
      }
    },
    remove: (referent, atom) => {
      for (const form of formsOf(referent)) {
        const there = bearers.get(form);
        if (there === undefined) continue;
        if (there.atom === atom) there.count--;
        else discount(there, atom);
        if (there.count === 0 && !promote(there)) bearers.delete(form);
      }
    },
    find: function* (name) {
      for (const form of nameFormsOf(name)) yield* atomsOf(bearers.get(form));
    },
    all: function* () {
      for (const [form, there] of bearers) yield { form, atoms: atomsOf(there) };
    },
  };
}

/** The atoms that have a form, with how many referents of each do: most forms have one atom, and need no map. */
interface FormBearers {
  atom: Atom;
  count: number;
  others: Map<Atom, number> | null;
}

function atomsOf(bearers: FormBearers | undefined): readonly Atom[] {
  return bearers === undefined ? [] : [bearers.atom, ...(bearers.others?.keys() ?? [])];
}

function discount({ others }: FormBearers, atom: Atom): void {
  const count = others?.get(atom);
  if (count === undefined) return;
  if (count > 1) others?.set(atom, count - 1);
  else others?.delete(atom);
}

/** Puts one of the others first; false where there is none. */
function promote(bearers: FormBearers): boolean {
  for (const [atom, count] of bearers.others ?? []) {
    bearers.others?.delete(atom);
    Object.assign(bearers, { atom, count });
    return true;
  }
  return false;
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
