import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unpackModel } from '../linear/index.js';

/** What `meta.json` says of a model beside what its files say themselves. */
export interface ModelDescription {
  readonly name: string;
  /** One sentence: what it is. */
  readonly purpose: string;
  /** What its features are made of. */
  readonly features: string;
  readonly corpora: readonly {
    readonly file: string;
    readonly licence: string;
    readonly use: 'learning' | 'scoring';
  }[];
  readonly options: Readonly<Record<string, unknown>>;
  /** On the development parts, in percent. */
  readonly scores: Readonly<Record<string, unknown>>;
  /** The command that makes it again. */
  readonly command: string;
}

/** Writes the files of a model, and `meta.json` beside them, to `<folder>/<name>`. Same model, same bytes. */
export function writeModel(
  folder: string,
  description: ModelDescription,
  files: Readonly<Record<string, Uint8Array>>,
): void {
  const target = path.join(folder, description.name);
  mkdirSync(target, { recursive: true });
  const described = Object.entries(files).map(([file, bytes]) => {
    const { labels, featureCount } = unpackModel(bytes, file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [file, { bytes: bytes.length, sha256, features: featureCount, labels }] as const;
  });
  for (const [file, bytes] of Object.entries(files)) writeFileSync(path.join(target, file), bytes);
  const meta = { ...description, files: Object.fromEntries(described) };
  writeFileSync(path.join(target, 'meta.json'), `${JSON.stringify(meta, rounded, 2)}\n`);
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}
