/** A step of the freezing: it stops now and then, so that whoever goes on with it can give others a turn. */
export type Turns<Result> = Generator<Uint8Array, Result, undefined>;

/** Stops once: a chunk of no bytes. */
export function* turn(): Turns<void> {
  yield NOTHING;
}

const NOTHING = new Uint8Array(0);
