import type { LogSearch } from '@sonaqor/contract/logs'
import { ExportDialog as Dialog, type ExportedRows } from '@sonaqor/module/exports'
import { useText } from '@sonaqor/ui'
import { useMemo } from 'react'
import type { Names } from '../logs/entry/log-facts.tsx'
import type { Span } from '../logs/use-span.ts'
import { narrowingsOf, wordsIn } from './export-words.ts'

export interface ExportDialogProps {
  readonly search: LogSearch
  readonly span: Span
  readonly names: Names
  readonly onClose: () => void
}

/** Takes away the requests that the list shows. */
export function ExportDialog({ search, span, names, onClose }: ExportDialogProps) {
  const say = useText()
  const rows: ExportedRows = useMemo(
    () => ({ of: 'logs', filter: { ...search, ...span } }),
    [search, span],
  )
  const exported = { rows, narrowings: narrowingsOf(search, names, say), words: wordsIn(say) }
  return <Dialog of={exported} onClose={onClose} />
}
