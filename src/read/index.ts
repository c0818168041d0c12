export { type CreateDocumentOptions, createDocument, type DocumentFields } from './create-document.js';
export { type FindOptions, findInputs } from './find-inputs.js';
export { DEFAULT_MAX_DOCUMENT, type InputFailure, type RawInput, type Reading, type ReadOptions } from './raw-input.js';
export { readDocuments } from './read-documents.js';
export { READERS, type Reader } from './readers.js';
