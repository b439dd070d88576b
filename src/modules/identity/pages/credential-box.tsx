import { say, type Lang, type Text } from '#/values/text.ts';
import { Icon } from '#/ui/index.ts';

export interface CredentialBoxProps {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly wrong?: Text | undefined;
  /** What was typed. Secrets are never sent back. */
  readonly value?: string | undefined;
  readonly lang: Lang;
  /** Tells password managers what to fill in or keep (WCAG 2.2, 1.3.5 and 3.3.8). */
  readonly autocomplete:
    | 'username'
    | 'username webauthn'
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'off';
}

/** The box for an account name, a password or a code. */
export function CredentialBox({
  name,
  label,
  hint,
  wrong,
  value,
  lang,
  autocomplete,
}: CredentialBoxProps) {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  const box = {
    class: 'input input--20',
    id: name,
    name,
    autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': wrong === undefined ? undefined : 'true',
  } as const;
  return (
    <div class={wrong === undefined ? 'ask' : 'ask ask--wrong'}>
      <label class="label" for={name}>
        {say(lang, label)}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {say(lang, hint)}
        </p>
      )}
      {wrong !== undefined && (
        <p class="message" id={`${name}-wrong`}>
          <Icon name="circle-alert" />
          <span>{say(lang, wrong)}</span>
        </p>
      )}
      {autocomplete.startsWith('username') && <input type="text" value={value ?? ''} {...box} />}
      {autocomplete === 'one-time-code' && <input type="text" inputmode="numeric" {...box} />}
      {autocomplete === 'off' && <input type="text" {...box} />}
      {autocomplete.endsWith('password') && <input type="password" {...box} />}
    </div>
  );
}
