import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactElement, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

function Field({ label, hint, error, children }: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }): ReactElement {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="field-error" id={`${id}-error`}>
          <CircleAlert size={18} aria-hidden="true" />
          {error}
        </span>
      ) : null}
    </div>
  );
}

type Own<Attributes> = FieldProps & { readonly code?: boolean } & Omit<Attributes, 'className' | 'id'>;

const inputClass = (code: boolean): string => (code ? 'input input-code' : 'input');

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, code = false, ...rest }: Own<ComponentProps<'input'>>): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input type="text" autoComplete="off" spellCheck={false} {...rest} {...wiring} className={inputClass(code)} />}
    </Field>
  );
}

/** Several lines of text with label, hint and error. */
export function TextArea({ label, hint, error, code = false, ...rest }: Own<ComponentProps<'textarea'>>): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <textarea autoComplete="off" spellCheck={false} {...rest} {...wiring} className={inputClass(code)} />}
    </Field>
  );
}

/** A choice among a few, with label, hint and error. */
export function SelectField({ label, hint, error, code: _code, ...rest }: Own<ComponentProps<'select'>>): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <select {...rest} {...wiring} className="input" />}
    </Field>
  );
}
