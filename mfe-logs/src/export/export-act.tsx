import type { LogSearch } from '@sonaqor/contract/logs'
import { useModule, useParts } from '@sonaqor/module'
import { Button, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { Names } from '../logs/entry/log-facts.tsx'
import type { Span } from '../logs/use-span.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface ExportActProps {
  /** What the list shows; without it there is none. */
  readonly search: LogSearch | undefined
  readonly span: Span
  readonly names: Names
}

/** The way to take away what the list shows, for whoever may start the work that it takes. */
export function ExportAct({ search, span, names }: ExportActProps) {
  const say = useText()
  const { can } = useModule()
  const [isOpen, setOpen] = useState(false)
  if (!can('jobs:run') || !can('jobs:read')) return null
  return (
    <>
      {/* It keeps its place among the keys, and says there what is wrong. */}
      <Button
        icon="download"
        aria-disabled={!search || undefined}
        title={search ? undefined : say(texts.exportNeedsSearch)}
        onClick={() => setOpen(search !== undefined)}
      >
        {say(texts.exportAsked)}
      </Button>
      {isOpen && search && (
        <Opened search={search} span={span} names={names} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

interface OpenedProps {
  readonly search: LogSearch
  readonly span: Span
  readonly names: Names
  readonly onClose: () => void
}

/** Its part comes once it is asked for, and not before. */
function Opened({ search, span, names, onClose }: OpenedProps) {
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
  return parts && <parts.ExportDialog search={search} span={span} names={names} onClose={onClose} />
}
