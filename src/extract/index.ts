export { extract } from './extract.js';
export { type PreparedCoreference, prepareCoreference } from './prepare-coreference.js';
