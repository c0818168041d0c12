#!/usr/bin/env node
import { COMMANDS } from './commands.js';
import { run } from './run.js';

await run(COMMANDS, process.argv.slice(2));
