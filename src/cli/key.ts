import type { Command } from './command.js';
import { textOption } from './options.js';

export const KEY: Command = {
  name: 'key',
  words: '<name>',
  summary: 'Make a key for a server that is open to other machines: the key once, and the line that the server keeps.',
  options: [
    {
      flags: '--role <role>',
      description: 'READ asks and exports, WRITE also changes (default: READ)',
      choices: ['READ', 'WRITE'],
    },
  ],
  examples: [
    'claimgraph key anna >> keys.jsonl    # shows the key on standard error, and keeps what tells it',
    'claimgraph key newsroom --role WRITE >> keys.jsonl',
  ],
  run: async (given, { output, errors }) => {
    const { createAccessKey } = await import('../api/index.js');
    const role = textOption(given, 'role') === 'WRITE' ? 'WRITE' : 'READ';
    const { secret, key } = createAccessKey(given.words[0] ?? '', role);
    await errors.write(`The key, which is shown this once: ${secret}\n`);
    await output.write(`${JSON.stringify(key)}\n`);
    return 0;
  },
};
