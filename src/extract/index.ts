export { extract, type TraceOptions } from './extract.js';
export { type PreparedCoreference, prepareCoreference } from './prepare-coreference.js';
export { CLAIM_FEATURES } from './qualities/confidence/claim-features.js';
export { rate } from './qualities/confidence/rate.js';
