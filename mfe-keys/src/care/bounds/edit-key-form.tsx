import type { Key } from '@sonaqor/contract/keys'
import { adopt, Banner, Button, faultsOf, Field, Form, Input, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { ScopeChoice } from '../../issue/scope-choice.tsx'
import { LostCalls } from '../reach/lost-calls.tsx'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { AddressesField } from './addresses-field.tsx'
import { changeIn, faultsInBounds, shutOutBy, type BoundsDraft } from './bounds-draft.ts'
import sheet from './edit-key-form.css'
import type { useChanging } from './use-changing.ts'

adopt(sheet)

export interface EditKeyFormProps {
  readonly of: Key
  readonly draft: BoundsDraft
  readonly onFill: (part: Partial<BoundsDraft>) => void
  readonly busy: boolean
  readonly error: unknown
  readonly onChange: ReturnType<typeof useChanging>['change']
  readonly onClose: () => void
}

const fields = new Set(['label', 'ipAllowlist', 'requestsPerMinute', 'scopes'])

export function EditKeyForm(props: EditKeyFormProps) {
  const { of: key, draft, onFill, busy, error, onChange, onClose } = props
  const say = useText()
  const [asked, setAsked] = useState(false)
  // Which address is known to be shut out; another one is asked about anew.
  const [meant, setMeant] = useState<string>()

  const refused = faultsOf(error, say)
  const faults = faultsInBounds(draft, say)
  const shutOut = shutOutBy(key, draft)
  // The API says it of one's own address, which it knows better than a page.
  const isOwnRefused = isConflict(error) && refused['ipAllowlist'] !== undefined
  const owed = shutOut ?? (isOwnRefused ? 'own' : undefined)
  const isMeant = owed !== undefined && meant === owed
  const isAtFields = !isOwnRefused && Object.keys(refused).some((name) => fields.has(name))

  const faultOf = (field: string): string | undefined =>
    asked ? (faults[field] ?? (isOwnRefused ? undefined : refused[field])) : undefined
  const submit = () => {
    setAsked(true)
    const change = changeIn(key, draft)
    if (Object.keys(faults).length > 0 || (owed !== undefined && !isMeant)) return
    if (Object.keys(change).length === 0) onClose()
    else onChange({ before: key, change, ...(isMeant && { confirm: true }) })
  }

  return (
    <Form
      onSubmit={submit}
      actions={
        <>
          {draft.scopes.length > 0 && draft.scopes.length < key.scopes.length && (
            // It cannot be undone: wherever the form is scrolled to, it stands above the press.
            <div className="sq-edit-key-warning">
              <Banner tone="warning" title={say(care.neverGains)}>
                {say(care.issueAnother)}
              </Banner>
            </div>
          )}
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {say(care.saveChanges)}
          </Button>
        </>
      }
    >
      <Field label={say(texts.label)} hint={say(texts.labelHint)} error={faultOf('label')}>
        <Input
          value={draft.label}
          maxLength={labelAtMost}
          autoComplete="off"
          onChange={(label) => onFill({ label })}
        />
      </Field>
      <AddressesField
        value={draft.addresses}
        lastUsedIp={key.lastUsedIp}
        shutOut={asked ? owed : undefined}
        isMeant={isMeant}
        error={faultOf('ipAllowlist')}
        onChange={(addresses) => onFill({ addresses })}
        onMean={(isSure) => setMeant(isSure ? owed : undefined)}
      />
      <Field
        label={say(texts.requestsPerMinute)}
        hint={say(care.paceHint)}
        error={faultOf('requestsPerMinute')}
      >
        <Input
          value={draft.pace}
          inputMode="numeric"
          autoComplete="off"
          onChange={(pace) => onFill({ pace })}
        />
      </Field>
      <ScopeChoice
        scopes={key.scopes}
        hint={say(care.narrowHint)}
        error={faultOf('scopes')}
        value={draft.scopes}
        onChange={(scopes) => onFill({ scopes })}
      />
      <LostCalls before={key.scopes} after={draft.scopes} />
      {!isAtFields && !isOwnRefused && <Refusal error={error} />}
    </Form>
  )
}

/** What the API takes. */
const labelAtMost = 80

const isConflict = (error: unknown) =>
  (error as { problem?: { code?: string } } | null)?.problem?.code === 'conflict'
