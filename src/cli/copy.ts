import { ClaimgraphError } from '../base/index.js';
import { type CopyProgress, copyStore } from '../store/index.js';
import type { Command, Given } from './command.js';
import { formatCount } from './format-count.js';
import { flagOption, JSON_OPTION, QUIET_OPTION, textOption } from './options.js';
import { openProgress } from './progress.js';

export const COPY: Command = {
  name: 'copy',
  words: '',
  summary:
    'Copy a store whole to another address, such as one in PostgreSQL, and back. Run again, it goes on where it was stopped.',
  options: [
    { flags: '--from <url>', description: 'address of the store' },
    { flags: '--to <url>', description: 'address of the copy; nothing may be there yet' },
    JSON_OPTION,
    QUIET_OPTION,
  ],
  examples: [
    'claimgraph copy --from sqlite:claimgraph.db --to postgres://claimgraph@localhost/news',
    'claimgraph copy --from postgres://claimgraph@localhost/news --to sqlite:claimgraph.db',
  ],
  run: async (given, { output, errors, signal, now }) => {
    const [from, to] = [requireAddress(given, 'from'), requireAddress(given, 'to')];
    const quiet = flagOption(given, 'quiet');
    const progress = openProgress(errors, { quiet, now: () => now().getTime() });
    const show = ({ documents, total }: CopyProgress): void =>
      progress.show({ documents, failed: 0, share: total === 0 ? null : documents / total });
    let step: CopyProgress['step'] | null = null;
    const report = await copyStore({
      from,
      to,
      signal,
      show: (state) => {
        if (state.step !== step) progress.clear();
        if (state.step === 'CHECKING' && step !== 'CHECKING' && !quiet) {
          void errors.write('claimgraph: copied; comparing the two.\n');
        }
        step = state.step;
        show(state);
      },
    }).finally(() => progress.clear());
    if (flagOption(given, 'json')) await output.write(`${JSON.stringify(report)}\n`);
    else {
      const { documents, judgements, position, kept, hash } = report;
      const before = kept === 0 ? '' : `, ${formatCount(kept, 'document')} of them in an earlier run`;
      await output.write(
        `copied ${formatCount(documents, 'document')}${before}, ${formatCount(judgements, 'judgement')}, position ${position}\nsha256 ${hash} of both\n`,
      );
    }
    return 0;
  },
};

function requireAddress(given: Given, name: 'from' | 'to'): string {
  const address = textOption(given, name);
  if (address !== null) return address;
  throw new ClaimgraphError('ARGUMENT_INVALID', `copy takes the addresses of two stores, but --${name} is missing.`);
}
