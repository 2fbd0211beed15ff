import { keyScopes, scopeTable } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { NewKey } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { Button, CheckboxGroup, faultsOf, Field, Form, Input, Refusal, Select } from '@sonaqor/ui'
import { useState } from 'react'
import { faultsInDraft, lifetimes, newKeyOf, type KeyDraft } from './key-draft.ts'
import { appsAtMost } from './use-apps.ts'

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

const whereItWorks = "The key works in the app's environment alone."
const notAllApps = `Showing the first ${appsAtMost.toLocaleString('en')} apps; for another one, issue the key over the API.`

export function IssueKeyForm(props: IssueKeyFormProps) {
  const { apps, areAllApps, startWith, busy, error, onIssue, onCancel } = props
  const { can } = useModule()
  const [openedAtMs] = useState(() => Date.now())
  const [asked, setAsked] = useState(false)
  const [draft, setDraft] = useState<KeyDraft>({
    label: '',
    appId: apps.find(({ id }) => id === startWith)?.id ?? apps[0]?.id ?? '',
    scopes: [],
    lifetime: 'unending',
  })
  const fill = (part: Partial<KeyDraft>) => setDraft({ ...draft, ...part })

  const missing = faultsInDraft(draft)
  const faults = asked ? { ...faultsOf(error), ...missing } : {}
  const submit = () => {
    setAsked(true)
    if (Object.keys(missing).length === 0) onIssue(newKeyOf(draft, openedAtMs))
  }

  return (
    <Form
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button look="primary" type="submit" busy={busy}>
            Issue key
          </Button>
        </>
      }
    >
      <Field
        label="Label"
        hint="Where it will be used, so that it can be told apart later."
        error={faults['label']}
      >
        <Input
          value={draft.label}
          maxLength={80}
          autoComplete="off"
          // The form is all there is in its dialog, and was asked for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(label) => fill({ label })}
        />
      </Field>
      <Field
        label="App"
        hint={areAllApps ? whereItWorks : `${whereItWorks} ${notAllApps}`}
        error={faults['appId']}
      >
        <Select
          options={apps.map((app) => ({
            value: app.id,
            label: `${app.name} (${app.environment})`,
          }))}
          value={draft.appId}
          onChange={(appId) => fill({ appId })}
        />
      </Field>
      <CheckboxGroup
        label="Scopes"
        hint="What the key may do. You can give what you hold yourself."
        error={faults['scopes']}
        options={keyScopes
          .filter(can)
          .map((scope) => ({ value: scope, label: scope, hint: scopeTable[scope].allows }))}
        value={draft.scopes}
        onChange={(scopes) => fill({ scopes })}
      />
      <Field label="Valid for" error={faults['expiresAt']}>
        <Select
          options={lifetimes}
          value={draft.lifetime}
          onChange={(lifetime) => fill({ lifetime })}
        />
      </Field>
      <Refusal error={error} />
    </Form>
  )
}
