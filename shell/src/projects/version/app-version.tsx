import type { App } from '@sonaqor/contract/apps'
import type { AppVersion as Version } from '@sonaqor/contract/app-version'
import { rollBackHours as hours } from '@sonaqor/contract/version-bounds'
import {
  adopt,
  Badge,
  Banner,
  Button,
  exactly,
  Fact,
  Facts,
  Loaded,
  Refusal,
  Section,
  Skeleton,
  useLocale,
  useText,
  useToast,
} from '@sonaqor/ui'
import { AffectedCalls } from './affected-calls.tsx'
import sheet from './app-version.css'
import { calendarDay } from '../activity/calendar-day.ts'
import * as texts from '../texts/en.ts'
import { useChangeVersion, useVersion } from './use-version.ts'

adopt(sheet)

/** Which version of the API the keys of an app speak, and the way to a newer one and back. */
export function AppVersion({ app }: { readonly app: App }) {
  const say = useText()
  const version = useVersion(app.id)
  return (
    <Section title={say(texts.apiVersion)} purpose={say(texts.apiVersionPurpose)}>
      <Loaded of={version} loading={<Skeleton rows={3} />}>
        {(known) => <Known app={app} of={known} />}
      </Loaded>
    </Section>
  )
}

interface KnownProps {
  readonly app: App
  readonly of: Version
}

function Known({ app, of }: KnownProps) {
  const say = useText()
  const locale = useLocale()
  const toast = useToast()
  const change = useChangeVersion(app, ({ name, apiVersion: version }) =>
    toast({ tone: 'success', title: say(texts.speaksNow, { name, version }) }),
  )
  const { version, newest, rollBack, ahead, deprecated } = of
  return (
    <div className="sq-version-parts">
      <Facts>
        <Fact name={say(texts.versionNow)}>
          <code>{version}</code>{' '}
          {version === newest && <Badge tone="success">{say(texts.newestVersion)}</Badge>}
        </Fact>
        {version !== newest && (
          <Fact name={say(texts.versionNewest)}>
            <code>{newest}</code>
          </Fact>
        )}
      </Facts>
      {deprecated && (
        <Banner
          tone="warning"
          title={
            deprecated.sunset
              ? say(texts.versionOverFrom, { version, day: calendarDay(deprecated.sunset, locale) })
              : say(texts.versionDeprecated, {
                  version,
                  day: calendarDay(deprecated.since, locale),
                })
          }
        />
      )}
      {rollBack && (
        <Banner
          title={say(texts.onTrial, { version: rollBack.to })}
          actions={
            <Button
              size="small"
              icon="undo"
              busy={change.isPending && change.variables === 'back'}
              disabled={change.isPending}
              onClick={() => change.mutate('back')}
            >
              {say(texts.rollBackTo, { version: rollBack.to })}
            </Button>
          }
        >
          {say(texts.rollBackUntil, { when: exactly(new Date(rollBack.until), locale) })}
        </Banner>
      )}
      {ahead.map((one) => (
        <Ahead
          key={one.version}
          of={one}
          busy={change.isPending && change.variables === one.version}
          disabled={change.isPending}
          onUpgrade={() => change.mutate(one.version)}
        />
      ))}
      <Refusal error={change.error} />
      <AffectedCalls of={of} />
    </div>
  )
}

interface AheadProps {
  readonly of: Version['ahead'][number]
  readonly busy: boolean
  readonly disabled: boolean
  readonly onUpgrade: () => void
}

/** A newer version, and what it would change. */
function Ahead({ of: { version, changes }, busy, disabled, onUpgrade }: AheadProps) {
  const say = useText()
  return (
    <section className="sq-version-ahead" aria-label={say(texts.versionChanges, { version })}>
      <p className="sq-version-head">{say(texts.versionChanges, { version })}</p>
      <ul>
        {changes.map(({ id, summary, operations }) => (
          <li key={id}>
            {summary} <code>{operations.join(', ')}</code>
          </li>
        ))}
      </ul>
      <Button look="primary" size="small" busy={busy} disabled={disabled} onClick={onUpgrade}>
        {say(texts.upgradeTo, { version })}
      </Button>
      <p className="sq-version-note">{say(texts.upgradeDetail, { hours })}</p>
    </section>
  )
}
