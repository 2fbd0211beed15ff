import { Field, Input, useText, type Answer } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import type { Draft, StepProps } from './sso-draft.ts'
import * as texts from './texts/en.ts'

const asTyped = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const

/** Where the provider is, and by what it knows us. */
export function ProviderStep(props: StepProps & { readonly isKnown: boolean }) {
  const { draft, faults, onChange, isKnown } = props
  const say = useText()
  return (
    <>
      <Field label={say(texts.issuer)} hint={say(texts.issuerHint)} error={faults.issuer}>
        <Input
          {...asTyped}
          type="url"
          inputMode="url"
          value={draft.issuer}
          onChange={(issuer) => onChange({ issuer: issuer.trim() })}
        />
      </Field>
      <Field label={say(texts.clientId)} error={faults.clientId}>
        <Input
          {...asTyped}
          value={draft.clientId}
          onChange={(clientId) => onChange({ clientId: clientId.trim() })}
        />
      </Field>
      <Field
        label={say(texts.clientSecret)}
        hint={say(isKnown ? texts.secretKept : texts.secretHint)}
        error={faults.clientSecret}
      >
        <Input
          {...asTyped}
          autoComplete="new-password"
          type="password"
          value={draft.clientSecret}
          onChange={(clientSecret) => onChange({ clientSecret })}
        />
      </Field>
    </>
  )
}

export const providerAnswers = (draft: Draft, say: Say): readonly Answer[] => [
  { label: say(texts.issuer), value: <code>{draft.issuer}</code> },
  { label: say(texts.clientId), value: <code>{draft.clientId}</code> },
  {
    label: say(texts.clientSecret),
    value: say(draft.clientSecret ? texts.secretNew : texts.secretKeptShort),
  },
]
