import type { App, SettingName } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { Button, Drawer, Empty, Loaded, Refusal, Skeleton, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { Choosing } from './comparison.tsx'
import { Preview, Promoted } from './promotion.tsx'
import * as texts from './texts/en.ts'
import {
  firstPair,
  useComparable,
  useComparison,
  usePromoting,
  type Pair,
} from './use-comparison.ts'

export interface CompareDrawerProps {
  readonly projectId: string
  /** The app that somebody came from. */
  readonly startWith?: string
  readonly onClose: () => void
}

/** The settings of an app in both environments side by side, and the way to take some over. */
export function CompareDrawer({ projectId, startWith, onClose }: CompareDrawerProps) {
  const say = useText()
  const apps = useComparable(projectId)
  const [chosen, choose] = useState<Pair>()
  const pair = chosen ?? firstPair(apps.data ?? [], startWith)
  if (apps.data && pair) {
    return <Comparing apps={apps.data} pair={pair} onPair={choose} onClose={onClose} />
  }
  return (
    <Drawer title={say(texts.compareTitle)} width="wide" onClose={onClose}>
      <Loaded of={apps} loading={<Skeleton rows={5} />}>
        {() => (
          <Empty title={say(texts.nothingToCompare)}>{say(texts.nothingToCompareDetail)}</Empty>
        )}
      </Loaded>
    </Drawer>
  )
}

interface ComparingProps {
  readonly apps: readonly App[]
  readonly pair: Pair
  readonly onPair: (pair: Pair) => void
  readonly onClose: () => void
}

function Comparing({ apps, pair, onPair, onClose }: ComparingProps) {
  const say = useText()
  const { can } = useModule()
  const compared = useComparison(pair)
  const promoting = usePromoting()
  const [step, go] = useState<'choose' | 'preview'>('choose')
  const [ticked, tick] = useState<readonly SettingName[]>([])

  const differing = compared.data?.differences.map(({ field }) => field) ?? []
  // What became the same meanwhile is nothing to take over.
  const fields = ticked.filter((field) => differing.includes(field))
  const mayPromote = can('apps:write') && differing.length > 0
  const [before, setBefore] = useState<App>()

  const promote = () => {
    if (!compared.data) return
    setBefore(compared.data.b)
    promoting.mutate({ compared: compared.data, fields })
  }
  const startAnew = (next: Pair) => {
    promoting.reset()
    tick([])
    onPair(next)
  }

  if (promoting.data && before) {
    return (
      <Drawer
        title={say(texts.compareTitle)}
        width="wide"
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {say(texts.doneComparing)}
          </Button>
        }
      >
        <Promoted before={before} after={promoting.data} fields={fields.length || ticked.length} />
      </Drawer>
    )
  }

  const acts =
    step === 'choose' ? (
      <Button
        look="primary"
        aria-disabled={fields.length === 0}
        onClick={fields.length === 0 ? undefined : () => go('preview')}
      >
        {say(texts.previewPromotion, { count: fields.length })}
      </Button>
    ) : (
      <>
        <Button onClick={() => go('choose')}>{say(texts.backToChoice)}</Button>
        <Button
          look="primary"
          busy={promoting.isPending}
          aria-disabled={fields.length === 0}
          onClick={fields.length === 0 ? undefined : promote}
        >
          {say(texts.promoteNow)}
        </Button>
      </>
    )

  return (
    <Drawer
      title={say(texts.compareTitle)}
      aside={say(texts.compareAside)}
      width="wide"
      onClose={onClose}
      actions={mayPromote && acts}
    >
      <Refusal error={promoting.error} />
      <Loaded of={compared} loading={<Skeleton rows={6} />}>
        {(read) =>
          step === 'choose' ? (
            <Choosing
              apps={apps}
              pair={pair}
              onPair={startAnew}
              compared={read}
              ticked={fields}
              onTick={can('apps:write') ? tick : undefined}
            />
          ) : (
            <Preview compared={read} fields={fields} />
          )
        }
      </Loaded>
    </Drawer>
  )
}
