import type { Key } from '@sonaqor/contract/keys'
import { adopt, Banner, Button, Field, Form, Input, Refusal, useText } from '@sonaqor/ui'
import type { BoundField } from '../../acts/key-acts.tsx'
import { ExpiryField } from '../../expiry/expiry-field.tsx'
import { FactorNotice } from '../../factor/factor-notice.tsx'
import { heldBack, type FactorOwed } from '../../factor/use-factor.ts'
import { ScopeChoice } from '../../issue/scope-choice.tsx'
import { LastAccepted } from '../../key/last-accepted.tsx'
import { LostCalls } from '../reach/lost-calls.tsx'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { AddressesField } from './addresses-field.tsx'
import { endsSoonBy, type BoundsDraft } from './bounds-draft.ts'
import sheet from './edit-key-form.css'
import { PaceField } from './pace-field.tsx'
import { useBoundsForm, type BoundsForm } from './use-bounds-form.ts'

adopt(sheet)

export interface EditKeyFormProps extends BoundsForm {
  readonly onFill: (part: Partial<BoundsDraft>) => void
  readonly busy: boolean
  /** The field that the form was opened for. */
  readonly startAt: BoundField | undefined
}

export function EditKeyForm(props: EditKeyFormProps) {
  const { of: key, draft, onFill, busy, startAt, onClose } = props
  const say = useText()
  const { faultOf, submit, refusal, shutOut, isMeant, mean, factor, isHeldBack } =
    useBoundsForm(props)
  return (
    <Form
      onSubmit={submit}
      actions={<Foot of={key} {...{ draft, busy, onClose }} heldBackBy={isHeldBack && factor} />}
    >
      <FactorNotice of={factor} act="change" />
      <Field label={say(texts.label)} hint={say(texts.labelHint)} error={faultOf('label')}>
        <Input
          value={draft.label}
          maxLength={labelAtMost}
          autoComplete="off"
          onChange={(label) => onFill({ label })}
        />
      </Field>
      <ExpiryField
        value={draft.expiry}
        before={key.expiresAt}
        openedAtMs={draft.openedAtMs}
        error={faultOf('expiresAt')}
        isFirst={startAt === 'expiresAt'}
        onChange={(expiry) => onFill({ expiry })}
      />
      {endsSoonBy(key, draft) && <EndsInUse of={key} />}
      <AddressesField
        value={draft.addresses}
        lastUsedIp={key.lastUsedIp}
        shutOut={shutOut}
        isMeant={isMeant}
        error={faultOf('ipAllowlist')}
        isFirst={startAt === 'ipAllowlist'}
        onChange={(addresses) => onFill({ addresses })}
        onMean={mean}
      />
      <PaceField
        value={draft.pace}
        error={faultOf('requestsPerMinute')}
        isFirst={startAt === 'requestsPerMinute'}
        onChange={(pace) => onFill({ pace })}
      />
      <ScopeChoice
        scopes={key.scopes}
        hint={say(care.narrowHint)}
        error={faultOf('scopes')}
        value={draft.scopes}
        onChange={(scopes) => onFill({ scopes })}
      />
      <LostCalls before={key.scopes} after={draft.scopes} />
      <Refusal error={refusal} />
    </Form>
  )
}

interface FootProps extends Pick<EditKeyFormProps, 'of' | 'draft' | 'busy' | 'onClose'> {
  readonly heldBackBy: FactorOwed | false
}

function Foot({ of: key, draft, busy, heldBackBy, onClose }: FootProps) {
  const say = useText()
  return (
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
      <Button look="primary" type="submit" busy={busy} {...(heldBackBy && heldBack(heldBackBy))}>
        {say(care.saveChanges)}
      </Button>
    </>
  )
}

/** Whoever uses it has little time left. It can be put off again, so that it is said and not asked about. */
function EndsInUse({ of: { lastUsedAt } }: { readonly of: Key }) {
  const say = useText()
  return (
    <Banner tone="warning" title={say(care.endsInUse)}>
      {lastUsedAt && <LastAccepted at={lastUsedAt} />}
    </Banner>
  )
}

/** What the API takes. */
const labelAtMost = 80
