import { type FollowOptions, type LiveKnowledge, openKnowledge } from '../pipeline/index.js';
import { loadResources } from '../resources/index.js';
import type { OpenStoreOptions } from '../store/index.js';
import type { Given, Surroundings } from './command.js';
import { storeOption } from './options.js';
import { printable } from './printable.js';

/** Opens the store that the options name, to read it, for as long as `use` takes; it must be there. */
export async function withKnowledge<Result>(
  given: Given,
  surroundings: Surroundings,
  use: (knowledge: LiveKnowledge) => Promise<Result>,
): Promise<Result> {
  return withStore({ access: 'READ' }, { given, surroundings }, use);
}

/** The same to change what the store holds. */
export async function withWritableKnowledge<Result>(
  given: Given,
  surroundings: Surroundings,
  use: (knowledge: LiveKnowledge) => Promise<Result>,
): Promise<Result> {
  return withStore({ access: 'WRITE', create: false }, { given, surroundings }, use);
}

/** What the graph of a command is made with; what goes wrong with one that was kept is told beside the answer. */
export function followOptions({ errors, signal }: Surroundings): FollowOptions {
  const tell = (message: string): void => void errors.write(`claimgraph: ${printable(message)}\n`);
  return { resources: loadResources(), signal, tell };
}

async function withStore<Result>(
  access: OpenStoreOptions,
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
  use: (knowledge: LiveKnowledge) => Promise<Result>,
): Promise<Result> {
  const url = storeOption(given, surroundings);
  const knowledge = await openKnowledge(url, { ...access, ...followOptions(surroundings) });
  try {
    return await use(knowledge);
  } finally {
    await knowledge.close();
  }
}
