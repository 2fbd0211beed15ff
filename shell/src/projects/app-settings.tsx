import type { App } from '@sonaqor/contract/apps'
import {
  Button,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  Section,
  Textarea,
  useText,
  useToast,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import { AllowlistField, withLine } from './allowlist-field.tsx'
import { linesOf } from './app-draft.ts'
import { ChangedMeanwhile, type Dispute } from './changed-meanwhile.tsx'
import { isHeldBy } from './ip-range.ts'
import {
  changeOf,
  draftOfApp,
  faultsInSettings,
  strangeRanges,
  type SettingsDraft,
} from './settings-draft.ts'
import { ShutOut } from './shut-out.tsx'
import * as texts from './texts/en.ts'
import { useChangeApp, useVerdict } from './use-app.ts'
import { isOutrun, useDraft } from './use-draft.ts'

/** What can be changed of an app, but for its environment. */
export function AppSettings({ app }: { readonly app: App }) {
  const say = useText()
  const toast = useToast()
  const ownAddress = useVerdict(app.id, '').data?.ip
  const { draft, seen, isTouched, isBehind, fill, begin, goOn } = useDraft(app, draftOfApp)
  const [asked, setAsked] = useState(false)
  const [warning, warn] = useState<'none' | 'before' | 'after'>('none')
  const save = useChangeApp(app.id, ({ warnings, ...after }) => {
    begin(after)
    setAsked(false)
    warn(warnings.length > 0 ? 'after' : 'none')
    toast({ title: say(texts.hasBeenSaved, { name: after.name }), tone: 'success' })
  })

  const ranges = linesOf(draft.ranges)
  const shutsOut =
    ownAddress !== undefined &&
    ranges.length > 0 &&
    draft.ranges !== draftOfApp(seen).ranges &&
    !isHeldBy(ranges, ownAddress)
  const wrong = faultsInSettings(draft, say)
  const strange = strangeRanges(save.error, save.variables?.change.ipAllowlist ?? [])
  const faults: Readonly<Record<string, string>> = {
    ...faultsOf(save.error, say),
    ...(strange.length > 0 && {
      ipAllowlist: say(texts.noSuchRange, { text: strange.join(', ') }),
    }),
    ...(asked && wrong),
  }

  const write = () => save.mutate({ change: changeOf(draft, seen), revision: seen.revision })
  const submit = () => {
    setAsked(true)
    if (Object.keys(wrong).length > 0 || isBehind || !isTouched) return
    if (shutsOut) warn('before')
    else write()
  }
  const addOwn = () => {
    warn('none')
    if (ownAddress) fill({ ranges: withLine(draft.ranges, ownAddress) })
  }

  return (
    <Section title={say(texts.settings)} purpose={say(texts.settingsPurpose)}>
      <div className="sq-app-form">
        <Form
          onSubmit={submit}
          actions={
            <>
              {isTouched && <Button onClick={() => begin(app)}>{say(texts.discard)}</Button>}
              <Button look="primary" type="submit" busy={save.isPending}>
                {say(texts.saveChanges)}
              </Button>
            </>
          }
        >
          {isBehind && (
            <ChangedMeanwhile
              disputes={disputesIn(app, draft, say)}
              onTakeTheirs={() => begin(app)}
              onKeepYours={goOn}
            />
          )}
          <Field label={say(texts.name)} error={faults['name']}>
            <Input
              value={draft.name}
              maxLength={80}
              autoComplete="off"
              onChange={(name) => fill({ name })}
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
              onChange={(origins) => fill({ origins })}
            />
          </Field>
          <AllowlistField
            value={draft.ranges}
            onChange={(written) => {
              warn('none')
              fill({ ranges: written })
            }}
            error={faults['ipAllowlist']}
            ownAddress={ownAddress}
          />
          {warning !== 'none' && (
            <ShutOut
              address={ownAddress ?? ''}
              onAdd={addOwn}
              onGoOn={warning === 'before' ? write : undefined}
              busy={save.isPending}
            />
          )}
          {!isBehind && !isOutrun(save.error) && strange.length === 0 && (
            <Refusal error={save.error} />
          )}
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
  ]
}
