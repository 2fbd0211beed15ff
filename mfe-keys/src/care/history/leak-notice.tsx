import { Banner, RelativeTime, Said, useText } from '@sonaqor/ui'
import * as care from '../texts/en.ts'
import { useHistory, type KeyEvent } from './use-history.ts'

/** Whoever opens a key that leaked hears of that first: what it opened may have been used by others. */
export function LeakNotice({ of: id }: { readonly of: string }) {
  const say = useText()
  const { data } = useHistory(id)
  const report = data?.events.find(({ leak }) => leak !== null)
  if (!report?.leak) return null
  const { leak, at } = report
  const title = leak.secret === 'old' ? care.oldSecretLeaked : care.keyLeaked
  return (
    <Banner tone="warning" title={say(title)}>
      <p>
        <Said
          of={leak.by === 'github' ? care.leakByGithub : care.leakByFinder}
          with={{ when: <RelativeTime at={at} /> }}
        />{' '}
        {say(care.lookForStrangers)}
      </p>
      {leak.url && <FoundAt of={leak.url} />}
    </Banner>
  )
}

/** As text: whoever reports may write any address there, and nobody should be led to it by us. */
export function FoundAt({ of: url }: { readonly of: NonNullable<KeyEvent['leak']>['url'] }) {
  return (
    <p className="sq-key-history-found">
      <Said of={care.foundAt} with={{ url: <code>{url}</code> }} />
    </p>
  )
}
