import { claimRowId } from './claim-rows.js';
import { tableOf } from './table-of.js';
import { toJson } from './text-forms.js';

/** JSON Lines: a claim a line, with its evidence and its document; empty where there is no claim. */
export const CLAIMS = tableOf({
  header: '',
  list: (rows) => rows.claims(),
  line: (claim) => `${toJson(claim)}\n`,
  idOf: claimRowId,
});
