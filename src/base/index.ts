export { ClaimgraphError, ERROR_CODES, type ErrorCode } from './errors.js';
export { fold, wordsOf } from './fold.js';
export { hashUnits } from './hash-units.js';
export { hashText } from './hashes.js';
export { type Kept, keepBest } from './keep-best.js';
export { loadPackages } from './load-packages.js';
export { compareIds } from './order.js';
export { packageVersion } from './package-version.js';
export { compareSpans, covers, overlaps, type Span, union } from './spans.js';
