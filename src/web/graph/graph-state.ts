import { listOf, type Parameters } from '../address/address.js';

/** What the graph view shows, as its address says it. */
export interface GraphState {
  /** Entities in the middle, by the families that are followed from them: all where it is null. */
  readonly seeds: readonly Seed[];
  readonly hidden: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Families of relations that are shown; null for all. */
  readonly families: ReadonlySet<string> | null;
  /** How many entities around the middle, or relationships of the whole, are asked for. */
  readonly limit: number;
  readonly selected: string | null;
  readonly edge: string | null;
}

export interface Seed {
  readonly id: string;
  readonly family: string | null;
}

/** Reads the parameters of a graph's address; what cannot be read is left out. */
export function readGraphState(parameters: Parameters): GraphState {
  const limit = Number(parameters.limit);
  const families = listOf(parameters.families);
  return {
    seeds: listOf(parameters.seeds).slice(0, 50).map(readSeed),
    hidden: new Set(listOf(parameters.hide)),
    pins: new Map(listOf(parameters.pin).flatMap(readPin)),
    families: families.length === 0 ? null : new Set(families),
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, 50_000) : 0,
    selected: parameters.select ?? null,
    edge: parameters.edge ?? null,
  };
}

/** The parameters that say this state, null for each that is empty. */
export function writeGraphState(state: GraphState): Readonly<Record<string, string | null>> {
  const pins = [...state.pins].map(([id, { x, y }]) => `${id}:${round(x)}:${round(y)}`);
  return {
    seeds: state.seeds.map(({ id, family }) => (family === null ? id : `${id}:${family}`)).join(',') || null,
    hide: [...state.hidden].join(',') || null,
    pin: pins.join(',') || null,
    families: state.families === null ? null : [...state.families].join(','),
    limit: state.limit === 0 ? null : String(state.limit),
    select: state.selected,
    edge: state.edge,
  };
}

function readSeed(words: string): Seed {
  const [id = '', family] = words.split(':');
  return { id, family: family ?? null };
}

function readPin(words: string): readonly [string, { readonly x: number; readonly y: number }][] {
  const [id = '', x, y] = words.split(':');
  const position = { x: Number(x), y: Number(y) };
  return id !== '' && Number.isFinite(position.x) && Number.isFinite(position.y) ? [[id, position]] : [];
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
