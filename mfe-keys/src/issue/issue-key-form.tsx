import { keyScopes } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { NewKey } from '@sonaqor/contract/keys'
import { useHold, useModule } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import {
  Button,
  faultsOf,
  Field,
  focusRefused,
  Form,
  Input,
  Refusal,
  Select,
  Textarea,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { ReachPlace } from '../care/reach/reach-place.tsx'
import * as texts from '../texts/en.ts'
import { linesFor } from '../care/bounds/bounds-draft.ts'
import { PaceField } from '../care/bounds/pace-field.tsx'
import { ExpiryField } from '../expiry/expiry-field.tsx'
import { unending } from '../expiry/expiry.ts'
import { FactorAhead } from '../factor/factor-ahead.tsx'
import { faultsInDraft, isBegun, newKeyOf, type KeyDraft } from './key-draft.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { appsAtMost } from '../list/use-apps.ts'

export interface IssueKeyFormProps {
  readonly apps: readonly App[]
  /** Whether the tenant has no others. */
  readonly areAllApps: boolean
  /** The app to begin with; the first one else. */
  readonly startWith: string | undefined
  readonly busy: boolean
  readonly error: unknown
  readonly onIssue: (key: NewKey) => void
  readonly onCancel: () => void
}

export function IssueKeyForm(props: IssueKeyFormProps) {
  const { apps, areAllApps, startWith, busy, error, onIssue, onCancel } = props
  const say = useText()
  const { can } = useModule()
  const locale = useLocale()
  const withheld = keyScopes.filter((scope) => !can(scope))
  const [openedAtMs] = useState(() => Date.now())
  const [asked, setAsked] = useState(false)
  const [draft, setDraft] = useState<KeyDraft>({
    label: '',
    appId: apps.find(({ id }) => id === startWith)?.id ?? apps[0]?.id ?? '',
    scopes: [],
    expiry: unending,
    addresses: '',
    pace: '',
  })
  const fill = (part: Partial<KeyDraft>) => setDraft({ ...draft, ...part })

  useHold(
    isBegun(draft) ? { question: say(texts.discardEntered), leave: say(texts.discard) } : undefined,
  )

  const faults = faultsInDraft(draft, openedAtMs, say)
  const refused = faultsOf(error, say)
  const isToldAtFields = isAnswered(Object.keys(refused))
  const place = useRefused(isToldAtFields && error)
  const faultOf = (field: string): string | undefined => {
    if (!asked) return undefined
    return faults[field] ?? refused[field]
  }
  const submit = () => {
    setAsked(true)
    if (Object.keys(faults).length === 0) onIssue(newKeyOf(draft, openedAtMs))
  }

  return (
    <div ref={place}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onCancel}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={busy}>
              {say(texts.issueKey)}
            </Button>
          </>
        }
      >
        <Field label={say(texts.label)} hint={labelHint(say, draft.label)} error={faultOf('label')}>
          <Input
            value={draft.label}
            maxLength={labelAtMost}
            autoComplete="off"
            // The form is all there is in its dialog, and was asked for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(label) => fill({ label })}
          />
        </Field>
        <FactorAhead of={apps.find(({ id }) => id === draft.appId) ?? noApp}>
          <Field label={say(texts.app)} hint={appHint(say, areAllApps)} error={faultOf('appId')}>
            <Select
              options={apps.map(({ id, name, environment }) => ({
                value: id,
                label: say(texts.appIn, { app: name, environment }),
              }))}
              value={draft.appId}
              onChange={(appId) => fill({ appId })}
            />
          </Field>
        </FactorAhead>
        {/* Above the scopes, which are many: on a phone nobody would look for it below them. */}
        <ExpiryField
          value={draft.expiry}
          openedAtMs={openedAtMs}
          error={faultOf('expiresAt')}
          onChange={(expiry) => fill({ expiry })}
        />
        <Field
          label={say(texts.allowedAddresses)}
          hint={say(texts.allowedAddressesHint)}
          error={
            asked
              ? (faults['ipAllowlist'] ?? (refused['ipAllowlist'] && say(texts.addressesWrong)))
              : undefined
          }
        >
          <Textarea
            rows={linesFor(draft.addresses)}
            value={draft.addresses}
            autoComplete="off"
            spellCheck={false}
            onChange={(addresses) => fill({ addresses })}
          />
        </Field>
        <PaceField
          value={draft.pace}
          error={faultOf('requestsPerMinute')}
          onChange={(pace) => fill({ pace })}
        />
        <ScopeChoice
          scopes={keyScopes.filter(can)}
          hint={say(texts.scopesHint, {
            count: withheld.length,
            names: new Intl.ListFormat(locale).format(withheld),
          })}
          error={faultOf('scopes')}
          value={draft.scopes}
          onChange={(scopes) => fill({ scopes })}
        />
        <ReachPlace scopes={draft.scopes} />
        {!isToldAtFields && <Refusal error={error} />}
      </Form>
    </div>
  )
}

/** Nothing is ahead of whoever has chosen none. */
const noApp = { environment: 'sandbox' } as const

const fields = new Set([
  'label',
  'appId',
  'scopes',
  'expiresAt',
  'ipAllowlist',
  'requestsPerMinute',
])

/** Whether all that was refused is told at its field, so that it need not be told again. */
const isAnswered = (refused: readonly string[]) =>
  refused.length > 0 && refused.every((field) => fields.has(field))

/** The field that was refused takes the focus once the answer is there, and is read with its fault. */
function useRefused(refusal: unknown) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) focusRefused(place.current)
  }, [refusal])
  return place
}

/** What the API takes. A longer label is cut as it is typed, which is no surprise to who sees it come. */
const labelAtMost = 80
const labelIsLongFrom = 60

function labelHint(say: Say, { length }: string): string {
  const hint = say(texts.labelHint)
  if (length < labelIsLongFrom) return hint
  return `${hint} ${say(texts.charactersOf, { count: length, most: labelAtMost })}`
}

function appHint(say: Say, areAllApps: boolean): string {
  const where = say(texts.appHint)
  return areAllApps ? where : `${where} ${say(texts.notAllApps, { count: appsAtMost })}`
}
