import type { KeyUsage } from '@sonaqor/contract/key-usage'
import { Permitted, useModule, useQuery } from '@sonaqor/module'
import {
  adopt,
  Button,
  Empty,
  Loaded,
  RelativeTime,
  Section,
  Skeleton,
  Sparkline,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { KeyHint, StateBadge } from '../key/key-badges.tsx'
import * as texts from '../texts/en.ts'
import type { UsedKey } from './use-uses.ts'
import sheet from './usage-widget.css'

adopt(sheet)

/** How the keys of an app are used, as a small part of a page of somebody else's. */
export default function UsageWidget() {
  const say = useText()
  return (
    <div className="sq-usage">
      <Section title={say(texts.keyUsage)} purpose={say(texts.lastSevenDays)}>
        <Permitted scope="keys:read" to={say(texts.seeKeys)}>
          <Usage />
        </Permitted>
      </Section>
    </div>
  )
}

function Usage() {
  const say = useText()
  const { navigate, views } = useModule()
  const usage = useUsage()
  const mayOpen = views?.includes('keys.list') !== false
  return (
    <>
      <Loaded
        of={{ ...usage, data: usage.data?.keys }}
        loading={<Skeleton rows={4} />}
        empty={<Empty title={say(texts.noKeysYet)}>{say(texts.howKeysCome)}</Empty>}
      >
        {(keys) => (
          <ol className="sq-usage-keys" aria-label={say(texts.keyUsage)}>
            {keys.map((key) => (
              <li key={key.id}>
                <UsedKeyLine of={key} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      {mayOpen && (
        <div className="sq-usage-foot">
          <Button look="quiet" size="small" onClick={() => navigate('keys.list')}>
            {say(texts.allKeys)}
          </Button>
        </div>
      )}
    </>
  )
}

const everyMinute = 60_000

function useUsage() {
  const { api, app, environment, project } = useModule()
  const query = { environment, projectId: project?.id, appId: app?.id }
  return useQuery<KeyUsage>({
    queryKey: ['keys', 'usage', query],
    queryFn: () => api.keys.usage({ query }),
    refetchInterval: everyMinute,
  })
}

function UsedKeyLine({ of: key }: { readonly of: UsedKey }) {
  const say = useText()
  const locale = useLocale()
  const { label, requests, errors, days, lastUsedAt } = key
  const share = (errors / requests).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  // What was refused is no use of a key, and is counted all the same.
  const unused = requests > 0 ? texts.noneAccepted : texts.never
  return (
    <div className="sq-usage-key">
      <div className="sq-usage-words">
        <div className="sq-usage-label">{label}</div>
        <KeyHint of={key} />
        {key.state !== 'active' && <StateBadge of={key.state} />}
      </div>
      <div className="sq-usage-course">
        <Sparkline values={days.map((day) => day.requests)} />
      </div>
      <div className="sq-usage-figures">
        <div>{say(texts.requestsCounted, { count: requests })}</div>
        <div className="sq-usage-aside">
          {requests > 0 && <>{say(texts.errorShare, { share })} · </>}
          {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : say(unused)}
        </div>
      </div>
    </div>
  )
}
