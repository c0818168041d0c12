import { inflateRawSync } from 'node:zlib';
import { ClaimgraphError } from '../base/index.js';
import { createSlots, type FeatureSlots } from './feature-slots.js';
import {
  CHECKSUM_OFFSET,
  CONTENTS_LENGTH_OFFSET,
  checksum,
  HEADER_LENGTH,
  LARGEST_WEIGHT,
  MAGIC,
  MOST_CONTENTS,
  VERSION,
} from './model-format.js';

/** A learned linear model, ready for use: scores are sums of whole numbers. */
export interface LinearModel {
  /** The names of the labels; a label goes by its index here. */
  readonly labels: readonly string[];
  readonly featureCount: number;
  /** The features in ascending order, and where the entries of each begin; one more at the end. */
  readonly features: Uint32Array;
  readonly firsts: Uint32Array;
  /** Weights by feature: weight << 8 | label. */
  readonly entries: Int32Array;
  /** What one unit of a score was worth in training: `score * scale` is the sum of the learned weights. */
  readonly scale: number;
  /** Adds the feature's weights to `scores[offset + label]`; nothing where the model does not know the feature. */
  addScores(feature: number, scores: Int32Array, offset?: number): void;
  /** The feature's weight of one label; 0 where there is none. */
  weight(feature: number, label: number): number;
}

/**
 * Reads a packed model, checked byte for byte; `path` is named in the message.
 * @throws RESOURCE_INVALID where magic, version, length, checksum or contents are wrong.
 */
export function unpackModel(bytes: Uint8Array, path: string): LinearModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_LENGTH) throw damaged(path, `at least ${HEADER_LENGTH} bytes`, `${bytes.length}`);
  const magic = view.getUint32(0, true);
  if (magic !== MAGIC) throw damaged(path, 'the letters CGLM at its start', `0x${magic.toString(16)}`);
  const version = view.getUint16(4, true);
  if (version !== VERSION) throw damaged(path, `version ${VERSION}`, `${version}`);
  const length = view.getUint32(20, true);
  if (length !== bytes.length) throw damaged(path, `${length} bytes`, `${bytes.length}`);
  const sum = checksum(bytes);
  const expected = view.getUint32(CHECKSUM_OFFSET, true);
  if (sum !== expected) throw damaged(path, `checksum ${expected.toString(16)}`, sum.toString(16));
  const contents = inflateContents(bytes, view);
  const parts = contents === null ? null : readParts(contents, view);
  if (parts === null) throw damaged(path, 'labels, features and weights that fill it', 'others');
  return createModel(parts);
}

/** The least that zlib takes for a piece. */
const SMALLEST_CHUNK = 64;
/** As many as a slot of the model can point to. */
const MOST_WEIGHTS = 2 ** 24 - 1;

interface Parts {
  readonly labels: readonly string[];
  readonly features: Uint32Array;
  /** For each feature the index of its first weight; one more at the end. */
  readonly firsts: Uint32Array;
  /** Weights by feature: weight << 8 | label. */
  readonly entries: Int32Array;
  readonly scale: number;
}

/** What stands behind a sound header; null where it is not deflated, or not as long as the header says. */
function inflateContents(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const length = view.getUint32(CONTENTS_LENGTH_OFFSET, true);
  if (length === 0 || length > MOST_CONTENTS) return null;
  try {
    // One piece, so that nothing is put together afterwards; what is longer than the header says is refused.
    const chunkSize = Math.max(length, SMALLEST_CHUNK);
    const contents = inflateRawSync(bytes.subarray(HEADER_LENGTH), { maxOutputLength: length, chunkSize });
    return contents.length === length ? contents : null;
  } catch {
    return null;
  }
}

/** The parts of the contents, whose sizes `header` gives; null where they do not fill them exactly. */
function readParts(bytes: Uint8Array, header: DataView): Parts | null {
  const labelCount = header.getUint16(6, true);
  const featureCount = header.getUint32(8, true);
  const weightCount = header.getUint32(12, true);
  if (labelCount === 0 || labelCount > 256 || featureCount + weightCount > bytes.length) return null;
  if (weightCount >= MOST_WEIGHTS) return null;
  let offset = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let factor = 1; factor < 2 ** 36; factor *= 128) {
      const byte = bytes[offset++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) break;
    }
    return value;
  };
  const labels: string[] = [];
  for (let label = 0; label < labelCount; label++) {
    const size = readVarint();
    labels.push(new TextDecoder().decode(bytes.subarray(offset, offset + size)));
    offset += size;
  }
  const features = new Uint32Array(featureCount);
  let last = 0;
  for (let index = 0; index < featureCount; index++) {
    // Most distances fit one byte.
    const byte = bytes[offset] as number;
    if (byte < 128) {
      last += byte;
      offset++;
    } else last += readVarint();
    features[index] = last;
  }
  const firsts = new Uint32Array(featureCount + 1);
  for (let index = 0; index < featureCount; index++)
    firsts[index + 1] = (firsts[index] as number) + (bytes[offset++] ?? 0) + 1;
  const sound = offset + 2 * weightCount === bytes.length && firsts[featureCount] === weightCount;
  if (!sound || last > 0xffffffff) return null;
  const entries = new Int32Array(weightCount);
  for (let index = 0; index < weightCount; index++) {
    const column = bytes[offset + index] as number;
    if (column >= labelCount) return null;
    entries[index] = (SHIFTED_WEIGHTS[bytes[offset + weightCount + index] as number] as number) | column;
  }
  return { labels, features, firsts, entries, scale: header.getFloat32(16, true) / LARGEST_WEIGHT };
}

/** What a byte of the file is worth as a weight, with room for a label below: q·|q| << 8. */
const SHIFTED_WEIGHTS = Int32Array.from({ length: 256 }, (_, byte) => {
  const quantum = (byte << 24) >> 24;
  return (quantum * Math.abs(quantum)) << 8;
});

function createModel({ labels, features, firsts, entries, scale }: Parts): LinearModel {
  // Who reads the rows themselves looks for no feature: the slots are made for the first who does.
  let slots: FeatureSlots | null = null;
  const find = (feature: number): number => {
    slots ??= createSlots(features, firsts);
    return slots.find(feature);
  };
  return {
    labels,
    featureCount: features.length,
    features,
    firsts,
    entries,
    scale,
    addScores(feature, scores, offset = 0) {
      const held = find(feature);
      if (held === 0) return;
      const first = (held >>> 8) - 1;
      const last = first + (held & 255);
      for (let at = first; at <= last; at++) {
        const entry = entries[at] as number;
        const label = offset + (entry & 255);
        scores[label] = (scores[label] as number) + (entry >> 8);
      }
    },
    weight(feature, label) {
      const held = find(feature);
      if (held === 0) return 0;
      const first = (held >>> 8) - 1;
      const last = first + (held & 255);
      for (let at = first; at <= last; at++)
        if (((entries[at] as number) & 255) === label) return (entries[at] as number) >> 8;
      return 0;
    },
  };
}

function damaged(path: string, expected: string, got: string): ClaimgraphError {
  return new ClaimgraphError(
    'RESOURCE_INVALID',
    `The model ${path} is damaged or of another version: expected ${expected}, got ${got}. Restore the file from the repository, or rebuild it with "npm run train".`,
    { path, expected, got },
  );
}
