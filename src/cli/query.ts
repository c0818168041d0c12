import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { ClaimgraphError } from '../base/index.js';
import type { Command } from './command.js';
import { STORE_OPTION, textOption } from './options.js';
import { printable, printableJson } from './printable.js';
import { withKnowledge } from './with-knowledge.js';

export const QUERY: Command = {
  name: 'query',
  words: '[query]',
  summary: 'Answer a GraphQL query without a server: typed, from a file, or from standard input (-).',
  options: [
    { flags: '--file <file>', description: 'read the query from this file' },
    { flags: '--variables <json>', description: 'the variables, as a JSON object' },
    { flags: '--operation <name>', description: 'which operation, where the query has several' },
    STORE_OPTION,
    { flags: '--json', description: 'the answer is always JSON; this puts it on one line' },
  ],
  examples: [
    "claimgraph query '{ statistics { documents claims } }'",
    'claimgraph query --file denials.graphql --variables \'{"name":"Syria"}\'',
    "echo '{ entityTypes { id } }' | claimgraph query -",
  ],
  run: async (given, surroundings) => {
    const query = await readQuery(given.words[0] ?? null, textOption(given, 'file'));
    const variables = parseVariables(textOption(given, 'variables'));
    return withKnowledge(given, surroundings, async (knowledge) => {
      const { executeOperation } = await import('../api/index.js');
      const answer = await executeOperation(knowledge, {
        query,
        variables,
        operationName: textOption(given, 'operation'),
        signal: surroundings.signal,
        logInternal: (error) => void surroundings.errors.write(`claimgraph: ${describe(error)}\n`),
      });
      await surroundings.output.write(`${printableJson(answer, given.options.json === true ? 0 : 2)}\n`);
      return answer.errors === undefined ? 0 : 1;
    });
  },
};

async function readQuery(word: string | null, file: string | null): Promise<string> {
  if ((word === null) === (file === null)) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      'Give the query either as an argument (- for standard input) or by --file.',
    );
  }
  if (file === null) return word === '-' ? text(process.stdin) : word!;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ClaimgraphError(
      'INPUT_UNREADABLE',
      `The query file ${file} cannot be read: ${(error as Error).message}.`,
      {
        file,
      },
    );
  }
}

function parseVariables(json: string | null): Readonly<Record<string, unknown>> | null {
  if (json === null) return null;
  let value: unknown = null;
  try {
    value = JSON.parse(json);
  } catch {
    // What is no JSON is no object either.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ClaimgraphError('ARGUMENT_INVALID', `--variables takes a JSON object, but got ${json}.`, { json });
}

function describe(error: unknown): string {
  return printable(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
