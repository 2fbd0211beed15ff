import type { App, AppComparison, SettingName } from '@sonaqor/contract/apps'
import { environmentNames } from '@sonaqor/module'
import { Banner, Button, Checkbox, Field, Select, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import type { ReactNode } from 'react'
import { SettingValue, settingNames, settingTitles } from './setting-diff.tsx'
import * as texts from '../texts/en.ts'
import { partnerOf, type Pair } from './use-comparison.ts'

interface ChoosingProps {
  readonly apps: readonly App[]
  readonly pair: Pair
  readonly onPair: (pair: Pair) => void
  readonly compared: AppComparison
  readonly ticked: readonly SettingName[]
  /** Nothing for whoever may not take anything over. */
  readonly onTick: ((fields: readonly SettingName[]) => void) | undefined
}

/** Which two are compared, what differs, and what of it is to be taken over. */
export function Choosing({ apps, pair, onPair, compared, ticked, onTick }: ChoosingProps) {
  const say = useText()
  const from = apps.find(({ id }) => id === pair.from)
  const targets = apps.filter(({ environment }) => environment !== from?.environment)
  const take = (id: string) => {
    const source = apps.find((app) => app.id === id)
    const partner = source && partnerOf(source, apps)
    if (partner) onPair({ from: id, into: partner.id })
  }
  return (
    <div className="sq-diff">
      <div className="sq-diff-pair">
        <Field label={say(texts.takenFrom)}>
          <Select options={optionsOf(apps, say)} value={pair.from} onChange={take} />
        </Field>
        <Field label={say(texts.broughtInto)}>
          <Select
            options={optionsOf(targets, say)}
            value={pair.into}
            onChange={(into) => onPair({ ...pair, into })}
          />
        </Field>
      </div>
      <div>
        <Button
          size="small"
          icon="redirect"
          onClick={() => onPair({ from: pair.into, into: pair.from })}
        >
          {say(texts.swapSides)}
        </Button>
      </div>
      {compared.differences.length === 0 && (
        <Banner tone="success" title={say(texts.nothingDiffers)} />
      )}
      {settingNames.map((field) => (
        <Setting key={field} field={field} compared={compared} ticked={ticked} onTick={onTick} />
      ))}
    </div>
  )
}

interface SettingProps extends Pick<ChoosingProps, 'compared' | 'ticked' | 'onTick'> {
  readonly field: SettingName
}

function Setting({ field, compared: { a, b, differences }, ticked, onTick }: SettingProps) {
  const say = useText()
  const title = say(settingTitles[field])
  const isOther = differences.some((one) => one.field === field)
  const isTicked = ticked.includes(field)
  return (
    <section className="sq-diff-setting" aria-label={title}>
      {isOther && onTick ? (
        <Checkbox
          label={title}
          hint={say(texts.takeItOver)}
          checked={isTicked}
          onChange={() =>
            onTick(isTicked ? ticked.filter((one) => one !== field) : [...ticked, field])
          }
        />
      ) : (
        <p className="sq-diff-head">{title}</p>
      )}
      {isOther ? (
        <div className="sq-diff-pair">
          <Side app={a}>
            <SettingValue value={a[field]} other={b[field]} mark="added" />
          </Side>
          <Side app={b}>
            <SettingValue value={b[field]} other={a[field]} mark="removed" />
          </Side>
        </div>
      ) : (
        <p className="sq-diff-none">{say(texts.sameInBoth)}</p>
      )}
    </section>
  )
}

interface SideProps {
  readonly app: App
  readonly children: ReactNode
}

export function Side({ app, children }: SideProps) {
  const say = useText()
  return (
    <div className="sq-diff-side">
      <p className="sq-diff-whose">{nameIn(app, say)}</p>
      {children}
    </div>
  )
}

export const nameIn = ({ name, environment }: App, say: Say) =>
  say(texts.appInEnvironment, { app: name, environment: say(environmentNames[environment]) })

const optionsOf = (apps: readonly App[], say: Say) =>
  apps.map((app) => ({ value: app.id, label: nameIn(app, say) }))
