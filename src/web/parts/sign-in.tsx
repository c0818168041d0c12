import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hasKey, keepKey } from '../client/ask.js';
import { Failure } from './notices.js';

/** Asks for the key that the service wants; it is kept for this tab alone. */
export function SignIn(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [key, setKey] = useState('');
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="sign-in-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (key.trim() !== '') keepKey(key.trim());
        }}
      >
        <h2 id="sign-in-title">Sign in</h2>
        <p>This service asks for a key. Whoever runs it can give you one.</p>
        <label>
          Key
          <input
            type="password"
            autocomplete="current-password"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        {hasKey() ? <Failure error={new Error('The service did not take this key.')} /> : null}
        <p class="quiet">The key stays in this tab and is forgotten when it is closed.</p>
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
    </dialog>
  );
}
