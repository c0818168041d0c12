import type { EdgeClaimRow } from './export-rows.js';
import { toJson } from './text-forms.js';

/** The claims of an edge as `toJson` writes them, in the same bytes: written by hand, as it is most of some exports. */
export function claimsJson(claims: readonly EdgeClaimRow[]): string {
  let json = '[';
  for (const claim of claims) json += json.length === 1 ? claimJson(claim) : `,${claimJson(claim)}`;
  return `${json}]`;
}

function claimJson(claim: EdgeClaimRow): string {
  const { document, predicate, polarity, modality, stance, claimants, quotation, start, end, confidence } = claim;
  const words = `"predicate":${textJson(predicate)},"polarity":"${polarity}","modality":"${modality}"`;
  const voices = `"stance":${stance === null ? null : `"${stance}"`},"claimants":${listJson(claimants)}`;
  const evidence = `"quotation":${textJson(quotation)},"start":${start},"end":${end},"confidence":${confidence}`;
  return `{"document":${textJson(document)},"claim":${textJson(claim.claim)},${words},${voices},${evidence}}`;
}

function listJson(texts: readonly string[]): string {
  return texts.length === 0 ? '[]' : toJson(texts);
}

/** What JSON and `toJson` write as it is. */
const PLAIN = /^[ !#-;=-[\]-~\u00a0-\u2027\u202a-\ud7ff\ue000-\uffff]*$/;

function textJson(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : toJson(text);
}
