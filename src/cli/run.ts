import { inspect } from 'node:util';
import { Command as CommanderCommand, CommanderError, Option as CommanderOption } from 'commander';
import { ClaimgraphError, ERROR_CODES, packageVersion } from '../base/index.js';
import type { Command, Surroundings } from './command.js';
import { openOutput } from './output.js';
import { printable, printableLines } from './printable.js';
import { watchSignals } from './watch-signals.js';

/** Runs the command that the words name, and ends the process with its exit code. */
export async function run(commands: readonly Command[], words: readonly string[]): Promise<never> {
  const output = openOutput(process.stdout);
  const errors = openOutput(process.stderr);
  const watch = watchSignals(
    () => void errors.write('\nclaimgraph: finishing what is under way; Ctrl-C again stops at once.\n'),
    () => process.exit(ERROR_CODES.INTERRUPTED.exitCode),
  );
  const surroundings: Surroundings = {
    output,
    errors,
    environment: process.env,
    signal: watch.signal,
    now: () => new Date(),
  };
  let exitCode = 0;
  const program = buildProgram(commands, async (command, given) => {
    exitCode = await command.run(given, surroundings);
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    exitCode = await report(error, surroundings);
  }
  await Promise.all([output.flush(), errors.flush()]);
  // Not `process.exitCode`: an input that was left half read (standard input after Ctrl-C) would keep the process.
  process.exit(exitCode);
}

/** The commands as commander knows them; `start` is called with the one that was typed. */
export function buildProgram(
  commands: readonly Command[],
  start: (command: Command, given: Parameters<Command['run']>[0]) => Promise<void>,
): CommanderCommand {
  const program = new CommanderCommand('claimgraph')
    .description('Reads English news and reports into a graph of who did what to whom, and on whose word.')
    .version(packageVersion(), '--version', 'show the version')
    .exitOverride()
    .helpCommand('help [command]', 'show how a command is used')
    .addHelpText('after', '\nStart here:\n  claimgraph ingest articles/\n  claimgraph serve\n')
    .showHelpAfterError('Run it with --help to see how it is used.');
  for (const command of commands) {
    const child = program.command(`${command.name} ${command.words}`.trim());
    child.description(command.summary).exitOverride().showHelpAfterError('Run it with --help to see how it is used.');
    for (const row of command.options) {
      const option = new CommanderOption(row.flags, row.description);
      if (row.choices !== undefined) option.choices(row.choices);
      if (row.parse !== undefined) option.argParser(row.parse);
      child.addOption(option);
    }
    child.addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  $ ${example}\n`).join('')}`);
    child.action(() => start(command, { words: child.args, options: child.opts() }));
  }
  return program;
}

/** Says what went wrong in one line, and gives the exit code. */
async function report(error: unknown, surroundings: Surroundings): Promise<number> {
  // Commander has printed its own message: help and version end well, all else is wrong usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : ERROR_CODES.ARGUMENT_INVALID.exitCode;
  if (error instanceof ClaimgraphError) {
    await surroundings.errors.write(`claimgraph: ${printable(error.message)} [${error.code}]\n`);
    return ERROR_CODES[error.code].exitCode;
  }
  const trace = printableLines(inspect(error));
  await surroundings.errors.write(`claimgraph: an error of the program itself; please report it.\n${trace}\n`);
  return 1;
}
