import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { pino } from 'pino';
import type { AccessKey, ServerOptions } from '../api/index.js';
import { ClaimgraphError } from '../base/index.js';
import type { Given, Surroundings } from './command.js';
import { textOption } from './options.js';
import { readSettings } from './serve-settings.js';

/**
 * What the flags, the environment and the file of `--config` make of a server.
 * @throws ClaimgraphError ARGUMENT_INVALID, INPUT_UNREADABLE for a file, ACCESS_UNSAFE for keys that others can read.
 */
export function serverOptions(given: Given, surroundings: Surroundings): Omit<ServerOptions, 'knowledge'> {
  const config = textOption(given, 'config');
  const settings = readSettings(given, surroundings, config === null ? {} : readObject(config));
  const { keys, trusted, depth, cost, aliases, tokens, body, upload, logLevel, auditLog, ...same } = settings;
  const bounds = defined({ depth, cost, aliases });
  return {
    ...same,
    ...defined({ tokenLimit: tokens, bodyLimit: body, uploadLimit: upload }),
    bounds,
    log: pino({ name: 'claimgraph', level: String(logLevel ?? 'warn') }, pino.destination(2)),
    ...(auditLog === undefined ? {} : { audit: pino(pino.destination({ dest: String(auditLog), sync: true })) }),
    ...(keys === undefined ? {} : { keys: readKeys(String(keys)) }),
    ...(trusted === undefined ? {} : { trustedDocuments: readTrusted(String(trusted)) }),
  };
}

function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, never>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<string, never>;
}

/** A line a key; empty lines and those that begin with `#` are left out. */
function readKeys(file: string): readonly AccessKey[] {
  const text = readText(file);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    const message = `Expected the keys of ${file} to be for their owner's eyes, but others can read or change them: chmod 600 ${file}.`;
    throw new ClaimgraphError('ACCESS_UNSAFE', message, { file });
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0) {
    throw new ClaimgraphError(
      'ACCESS_UNSAFE',
      `Expected a key in ${file}, but it has none: make one with claimgraph key.`,
    );
  }
  return lines.map((line) => parseJson(line, file) as AccessKey);
}

function readTrusted(file: string): ReadonlyMap<string, string> {
  const operations = parseJson(readText(file), file);
  if (Array.isArray(operations) && operations.every((operation) => typeof operation === 'string')) {
    return new Map(operations.map((text) => [createHash('sha256').update(text, 'utf8').digest('hex'), text]));
  }
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `--trusted takes a file with a JSON list of operations, but got ${file}.`,
  );
}

function readObject(file: string): Readonly<Record<string, unknown>> {
  const value = parseJson(readText(file), file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ClaimgraphError('ARGUMENT_INVALID', `--config takes a file with a JSON object, but got ${file}.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ClaimgraphError('INPUT_UNREADABLE', `The file ${file} cannot be read (${code}).`, { file });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected JSON in ${file}, but it is none.`, { file });
  }
}
