import { codesIn, DEPENDENCIES, FORMS } from '../../annotate/index.js';

/** The columns of the token table that are mended, as copies. */
export interface Columns {
  readonly head: Int32Array;
  readonly dependency: Uint8Array;
  readonly tag: Uint8Array;
  readonly form: Uint8Array;
  readonly lower: readonly string[];
  readonly lemma: string[];
}

const AUX_PASS = DEPENDENCIES.indexOf('aux:pass');
const [VBD, VBZ, VBP] = codesIn(FORMS, 'VBD', 'VBZ', 'VBP');
/** Tokens before a verb among which its auxiliary stands. */
const AUXILIARY_REACH = 4;

/** True where an auxiliary of the passive that hangs on the verb stands before it: "was arrested". */
export function isPassive({ head, dependency }: Pick<Columns, 'head' | 'dependency'>, verb: number): boolean {
  for (let index = verb - 1; index >= 0 && index >= verb - AUXILIARY_REACH; index--)
    if (head[index] === verb && dependency[index] === AUX_PASS) return true;
  return false;
}

/** True of the forms of a verb that stand for a clause by themselves: "left", "leaves", "leave". */
export function isFiniteForm(form: number | undefined): boolean {
  return form === VBD || form === VBZ || form === VBP;
}
