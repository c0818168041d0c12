import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from './notices.js';

/** Asks for the reason of a judgement, without which none is made. */
export function ReasonForm({
  label,
  onSubmit,
}: {
  readonly label: string;
  readonly onSubmit: (reason: string) => Promise<void>;
}): JSX.Element {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        onSubmit(reason.trim())
          .catch(setError)
          .finally(() => setBusy(false));
      }}
    >
      <label>
        <span class="field-label">Reason, for those who come after</span>
        <input type="text" required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={busy || reason.trim() === ''}>
        {label}
      </button>
      {error === null ? null : <Failure error={error} />}
    </form>
  );
}
