import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { Copied, Fact, Facts, Loaded, Section, Skeleton, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useLiveSessions, useOpeningKeys, useReleases } from './use-doctor.ts'

/** What an embed of this app depends on, as it is set up now. */
export function SetUp({ app }: { readonly app: App }) {
  const say = useText()
  const { can } = useModule()
  return (
    <Section title={say(texts.whatWeKnow)}>
      <Facts>
        <Fact name={say(texts.registered)}>
          <Origins of={app.origins} />
        </Fact>
        {can('keys:read') && (
          <Fact name={say(texts.keysThatOpen)} hint={say(texts.keysThatOpenHint)}>
            <OpeningKeys appId={app.id} />
          </Fact>
        )}
        <Fact name={say(texts.liveSessions)}>
          <LiveSessions appId={app.id} />
        </Fact>
        <Fact name={say(texts.releases)}>
          <Releases />
        </Fact>
      </Facts>
    </Section>
  )
}

function Origins({ of }: { readonly of: readonly string[] }) {
  const say = useText()
  if (of.length === 0) return <>{say(texts.noOrigins)}</>
  return (
    <ul className="sq-doctor-lines">
      {of.map((origin) => (
        <li key={origin}>
          <Copied text={origin} what={say(texts.origin)} />
        </li>
      ))}
    </ul>
  )
}

function OpeningKeys({ appId }: { readonly appId: string }) {
  const say = useText()
  const keys = useOpeningKeys(appId)
  return (
    <Loaded of={keys} loading={<Skeleton rows={1} />} empty={<>{say(texts.noKeyOpens)}</>}>
      {(read) => (
        <ul className="sq-doctor-lines">
          {read.map((key) => (
            <li key={key.id}>{lineOf(key, say)}</li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}

function lineOf({ label, scopes }: Key, say: ReturnType<typeof useText>): string {
  const lent = scopes.filter((scope) => !scope.startsWith('embeds:'))
  if (lent.length === 0) return say(texts.keyMayNothing, { label })
  return say(texts.keyMay, { label, scopes: lent.join(', ') })
}

function LiveSessions({ appId }: { readonly appId: string }) {
  const say = useText()
  return (
    <Loaded of={useLiveSessions(appId)} loading={<Skeleton rows={1} />}>
      {({ count, hasMore }) => (
        <>{say(texts.liveSessionsCount, { count, more: hasMore ? 'yes' : 'no' })}</>
      )}
    </Loaded>
  )
}

function Releases() {
  return (
    <Loaded of={useReleases()} loading={<Skeleton rows={1} />}>
      {(modules) => (
        <ul className="sq-doctor-lines">
          {modules.map(({ name, version }) => (
            <li key={name}>
              <code>{`${name}@${version}`}</code>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
