import type { App } from '@sonaqor/contract/apps'
import { Button, Field, Form, Input, Refusal, Section, Textarea, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { AllowlistField, withLine } from './allowlist-field.tsx'
import { ChangedMeanwhile, type Dispute } from './changed-meanwhile.tsx'
import { draftOfApp, type SettingsDraft } from './settings-draft.ts'
import { ShutOut } from './shut-out.tsx'
import * as texts from '../texts/en.ts'
import { useSettings } from './use-settings.ts'

/** What can be changed of an app, but for its environment. */
export function AppSettings({ app }: { readonly app: App }) {
  const say = useText()
  const settings = useSettings(app)
  const { draft, faults, warning, ownAddress, write } = settings
  return (
    <Section title={say(texts.settings)} purpose={say(texts.settingsPurpose)}>
      <div className="sq-app-form">
        <Form
          onSubmit={settings.submit}
          actions={
            <>
              {settings.isTouched && (
                <Button onClick={settings.discard}>{say(texts.discard)}</Button>
              )}
              <Button look="primary" type="submit" busy={settings.isSaving}>
                {say(texts.saveChanges)}
              </Button>
            </>
          }
        >
          {settings.isBehind && (
            <ChangedMeanwhile
              disputes={disputesIn(app, draft, say)}
              onTakeTheirs={settings.discard}
              onKeepYours={settings.goOn}
            />
          )}
          <Field label={say(texts.name)} error={faults['name']}>
            <Input
              value={draft.name}
              maxLength={80}
              autoComplete="off"
              onChange={(name) => write({ name })}
            />
          </Field>
          <Field
            label={say(texts.origins)}
            optional
            hint={say(texts.originsToWrite)}
            error={faults['origins']}
          >
            <Textarea
              value={draft.origins}
              placeholder="https://portal.example.com"
              spellCheck={false}
              onChange={(origins) => write({ origins })}
            />
          </Field>
          <AllowlistField
            value={draft.ranges}
            onChange={(ranges) => write({ ranges })}
            error={faults['ipAllowlist']}
            ownAddress={ownAddress}
          />
          <Field
            label={say(texts.pace)}
            optional
            hint={say(texts.paceHint)}
            error={faults['requestsPerMinute']}
          >
            <Input
              value={draft.pace}
              inputMode="numeric"
              maxLength={7}
              autoComplete="off"
              onChange={(pace) => write({ pace })}
            />
          </Field>
          {warning.when !== 'none' && (
            <ShutOut
              key={`${warning.when} ${warning.asked}`}
              address={ownAddress ?? ''}
              isAhead={warning.when === 'before'}
              ways={{
                onAdd: () => write({ ranges: withLine(draft.ranges, ownAddress ?? '') }),
                onGoOn: warning.when === 'before' ? settings.send : undefined,
                busy: settings.isSaving,
              }}
            />
          )}
          <Refusal error={settings.refusal} />
        </Form>
      </div>
    </Section>
  )
}

function disputesIn(app: App, draft: SettingsDraft, say: Say): readonly Dispute[] {
  const theirs = draftOfApp(app)
  return [
    { field: say(texts.name), theirs: theirs.name, yours: draft.name },
    { field: say(texts.origins), theirs: theirs.origins, yours: draft.origins },
    { field: say(texts.allowlist), theirs: theirs.ranges, yours: draft.ranges },
    { field: say(texts.pace), theirs: theirs.pace, yours: draft.pace },
  ]
}
