import { useModule, useParts } from '@sonaqor/module'
import { Button, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { Asked } from '../deliveries/deliveries-filter.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface ExportActProps {
  /** What the list shows; without it there is none. */
  readonly asked: Asked | undefined
}

/** The way to take away what the list shows, for whoever may start the work that it takes. */
export function ExportAct({ asked }: ExportActProps) {
  const say = useText()
  const { can } = useModule()
  const [isOpen, setOpen] = useState(false)
  if (!can('jobs:run') || !can('jobs:read')) return null
  const hindrance = asked ? asked.field && texts.holdsNoPayloads : texts.needsSearch
  return (
    <>
      {/* It keeps its place among the keys, and says there what is in the way. */}
      <Button
        icon="download"
        aria-disabled={hindrance ? true : undefined}
        title={hindrance && say(hindrance)}
        onClick={() => setOpen(!hindrance)}
      >
        {say(texts.exportAsked)}
      </Button>
      {isOpen && asked && !hindrance && <Opened asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

interface OpenedProps {
  readonly asked: Asked
  readonly onClose: () => void
}

/** Its part comes once it is asked for, and not before. */
function Opened({ asked, onClose }: OpenedProps) {
  const say = useText()
  const show = useToast()
  const { parts } = useParts(
    () => import('./export-part.ts'),
    true,
    () => {
      onClose()
      show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  return parts && <parts.ExportDeliveries asked={asked} onClose={onClose} />
}
