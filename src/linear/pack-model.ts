import { deflateRawSync } from 'node:zlib';
import { ClaimgraphError } from '../base/index.js';
import {
  CHECKSUM_OFFSET,
  CONTENTS_LENGTH_OFFSET,
  checksum,
  HEADER_LENGTH,
  LARGEST_QUANTUM,
  MAGIC,
  VERSION,
} from './model-format.js';

/** What a model file is made of. */
export interface ModelParts {
  /** At most 256, in the order of the rows' columns. */
  readonly labels: readonly string[];
  /** Every feature once, with one weight a label; a row is read before the next one is taken. */
  readonly rows: Iterable<readonly [feature: number, row: Float32Array]>;
  /** Features whose weights are all smaller than this are left out; 0 keeps all. */
  readonly threshold: number;
  /** Single weights that are smaller than this are left out of their rows; 0 keeps all, and is what is taken where none is given. */
  readonly leastWeight?: number;
}

/**
 * Packs a model into the form of `model-format.ts`. The bytes depend on the features and weights only, not on the order
 * of the rows. A model without features is allowed.
 * @throws ARGUMENT_INVALID where there is no label or more than 256, a row is not as long as the labels, a feature comes
 * twice, or a weight is not finite.
 */
export function packModel({ labels, rows, threshold, leastWeight = 0 }: ModelParts): Uint8Array {
  if (labels.length === 0 || labels.length > 256) throw invalid(`Expected 1 to 256 labels, got ${labels.length}.`);
  const kept = keepRows(rows, labels.length, { threshold, leastWeight });
  let largest = 0;
  for (const { weights } of kept) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const head: number[] = [];
  for (const label of labels) {
    const bytes = new TextEncoder().encode(label);
    pushVarint(head, bytes.length);
    head.push(...bytes);
  }
  const features: number[] = [];
  const counts: number[] = [];
  const columns: number[] = [];
  const quanta: number[] = [];
  let last = 0;
  for (const { feature, labels: named, weights } of kept) {
    const before = columns.length;
    for (let index = 0; index < weights.length; index++) {
      const quantum = quantize(weights[index] as number, largest);
      if (quantum === 0) continue;
      columns.push(named[index] as number);
      quanta.push(quantum & 0xff);
    }
    if (columns.length === before) continue;
    counts.push(columns.length - before - 1);
    pushVarint(features, feature - last);
    last = feature;
  }
  const contents = Buffer.concat([head, features, counts, columns, quanta].map((part) => Buffer.from(part)));
  const deflated = deflateRawSync(contents, { level: 9 });
  const length = HEADER_LENGTH + deflated.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, labels.length, true);
  view.setUint32(8, counts.length, true);
  view.setUint32(12, columns.length, true);
  view.setFloat32(16, largest, true);
  view.setUint32(20, length, true);
  view.setUint32(CONTENTS_LENGTH_OFFSET, contents.length, true);
  bytes.set(deflated, HEADER_LENGTH);
  view.setUint32(CHECKSUM_OFFSET, checksum(bytes), true);
  return bytes;
}

interface SparseRow {
  readonly feature: number;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

function keepRows(
  rows: ModelParts['rows'],
  width: number,
  { threshold, leastWeight }: { readonly threshold: number; readonly leastWeight: number },
): readonly SparseRow[] {
  const kept: SparseRow[] = [];
  for (const [feature, row] of rows) {
    if (row.length !== width) throw invalid(`Expected rows of ${width} weights, got one of ${row.length}.`);
    if (!row.every(Number.isFinite)) throw invalid(`Expected finite weights, got another in the row of ${feature}.`);
    const isKept = (weight: number) => weight !== 0 && Math.abs(weight) >= leastWeight;
    const named = Uint8Array.from(row.keys()).filter((label) => isKept(row[label] as number));
    const weights = row.filter(isKept);
    const size = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    if (size > 0 && size >= threshold) kept.push({ feature: feature >>> 0, labels: named, weights });
  }
  kept.sort((a, b) => a.feature - b.feature);
  const twice = kept.find(({ feature }, index) => kept[index - 1]?.feature === feature);
  if (twice !== undefined) throw invalid(`Expected each feature once, got ${twice.feature} twice.`);
  return kept;
}

function quantize(weight: number, largest: number): number {
  return Math.sign(weight) * Math.round(LARGEST_QUANTUM * Math.sqrt(Math.abs(weight) / largest));
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function invalid(message: string): ClaimgraphError {
  return new ClaimgraphError('ARGUMENT_INVALID', message);
}
