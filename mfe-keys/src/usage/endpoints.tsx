import type { Key } from '@sonaqor/contract/keys'
import { leadsTo, useModule } from '@sonaqor/module'
import {
  Button,
  Loaded,
  Skeleton,
  useLocale,
  useText,
  writeRange,
  type Instants,
} from '@sonaqor/ui'
import { useId, useState } from 'react'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { shareOf } from './share-of.ts'
import { useEndpoints } from './use-key-use.ts'

interface EndpointsProps {
  readonly of: Key
  readonly instants: Instants
  /** It is read anew for another moment. */
  readonly asOf: string | undefined
}

/** More than these are not read at a glance. */
const inView = 5

/** What a key is used for, the commonest first; each leads to its requests where they have a place. */
export function Endpoints({ of: key, instants, asOf }: EndpointsProps) {
  const say = useText()
  const [title, counted] = [useId(), useId()]
  const reading = useEndpoints(key, instants, asOf)
  const [areAll, showAll] = useState(false)
  return (
    <Loaded of={reading} loading={<Skeleton rows={3} />}>
      {({ values, isApproximate }) =>
        values.length > 0 && (
          <div className="sq-key-use-by">
            <div className="sq-key-use-heads">
              <h4 id={title}>{say(isApproximate ? care.byEndpointOfNewest : care.byEndpoint)}</h4>
              <span id={counted}>{say(care.requestsAndShare)}</span>
            </div>
            <ul className="sq-key-use-endpoints" aria-labelledby={title} aria-describedby={counted}>
              {(areAll ? values : values.slice(0, inView)).map(({ value, count }) => (
                <li key={value}>
                  <Endpoint
                    path={value}
                    count={count}
                    all={values.reduce((sum, one) => sum + one.count, 0)}
                    keyId={key.id}
                    instants={instants}
                  />
                </li>
              ))}
            </ul>
            {!areAll && values.length > inView && (
              <Button size="small" onClick={() => showAll(true)}>
                {say(texts.showAllUsers, { count: values.length })}
              </Button>
            )}
          </div>
        )
      }
    </Loaded>
  )
}

interface EndpointProps {
  readonly path: string
  readonly count: number
  readonly all: number
  readonly keyId: string
  readonly instants: Instants
}

function Endpoint({ path, count, all, keyId, instants }: EndpointProps) {
  const locale = useLocale()
  const host = useModule()
  const line = (
    <>
      <span className="sq-key-use-bar">
        <span className="sq-key-use-share" style={{ inlineSize: `${(count / all) * 100}%` }} />
      </span>
      <code>{path}</code>
      <span className="sq-key-use-count">
        {count.toLocaleString(locale)} · {shareOf(count, all, locale)}
      </span>
    </>
  )
  if (!leadsTo(host, 'logs.list')) return <span className="sq-key-use-endpoint">{line}</span>
  const show = () =>
    host.navigate('logs.list', { keyId, q: `path:${path}`, range: writeRange(instants) })
  return (
    <button type="button" className="sq-key-use-endpoint" onClick={show}>
      {line}
    </button>
  )
}
