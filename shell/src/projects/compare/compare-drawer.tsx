import type { App, SettingName } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { Button, Drawer, Empty, faultsOf, Loaded, Refusal, Skeleton, useText } from '@sonaqor/ui'
import { useId, useState } from 'react'
import { Choosing } from './comparison.tsx'
import { CreateAppDialog } from '../app/create-app-dialog.tsx'
import { Preview, Promoted } from '../app/promotion.tsx'
import * as texts from '../texts/en.ts'
import { useProject } from '../use-project.ts'
import {
  firstPair,
  useComparable,
  useComparison,
  usePromoting,
  useShutOut,
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
        {(alone) => <NothingToCompare projectId={projectId} apps={alone} />}
      </Loaded>
    </Drawer>
  )
}

interface NothingToCompareProps {
  readonly projectId: string
  readonly apps: readonly App[]
}

/** One side is missing; whoever may makes it here, and the comparison goes on. */
function NothingToCompare({ projectId, apps }: NothingToCompareProps) {
  const say = useText()
  const { can } = useModule()
  const project = useProject(projectId)
  const [isCreating, create] = useState(false)
  const missing = apps[0]?.environment === 'sandbox' ? 'production' : 'sandbox'
  return (
    <>
      <Empty
        title={say(texts.nothingToCompare)}
        action={
          project.data &&
          can('apps:write') && (
            <Button look="primary" icon="plus" onClick={() => create(true)}>
              {say(texts.createApp)}
            </Button>
          )
        }
      >
        {say(texts.nothingToCompareDetail)}
      </Empty>
      {isCreating && project.data && (
        <CreateAppDialog
          projects={[project.data]}
          startWith={missing}
          onClose={() => create(false)}
        />
      )}
    </>
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
  const [before, setBefore] = useState<App>()

  const differing = compared.data?.differences.map(({ field }) => field) ?? []
  // What became the same meanwhile is nothing to take over.
  const fields = ticked.filter((field) => differing.includes(field))
  const mayPromote = can('apps:write') && differing.length > 0
  const isForList = faultsOf(promoting.error, say)['ipAllowlist'] !== undefined
  const shutOut = useShutOut(compared.data?.a, fields, isForList)

  const goTo = (next: typeof step) => {
    promoting.reset()
    go(next)
  }
  const promote = () => {
    if (!compared.data) return
    setBefore(compared.data.b)
    promoting.mutate({ compared: compared.data, fields, confirm: shutOut !== undefined })
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
      <ToPreview count={fields.length} onGo={() => goTo('preview')} />
    ) : (
      <>
        <Button onClick={() => goTo('choose')}>{say(texts.backToChoice)}</Button>
        <Button
          look={shutOut === undefined ? 'primary' : 'danger'}
          busy={promoting.isPending}
          aria-disabled={fields.length === 0}
          onClick={fields.length === 0 ? undefined : promote}
        >
          {say(shutOut === undefined ? texts.promoteNow : texts.promoteWithoutIt)}
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
      {!(isForList && shutOut) && <Refusal error={promoting.error} />}
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
            <Preview compared={read} fields={fields} shutOut={shutOut} />
          )
        }
      </Loaded>
    </Drawer>
  )
}

interface ToPreviewProps {
  readonly count: number
  readonly onGo: () => void
}

/** The way on; while nothing is chosen it leads nowhere, and says what is missing. */
function ToPreview({ count, onGo }: ToPreviewProps) {
  const say = useText()
  const id = useId()
  const isOff = count === 0
  return (
    <>
      {isOff && (
        <p id={id} className="sq-diff-first">
          {say(texts.chooseSettingFirst)}
        </p>
      )}
      <Button
        look="primary"
        aria-disabled={isOff}
        aria-describedby={isOff ? id : undefined}
        onClick={isOff ? undefined : onGo}
      >
        {say(texts.previewPromotion, { count })}
      </Button>
    </>
  )
}
