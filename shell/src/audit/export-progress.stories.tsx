import { onModule } from '@sonaqor/storybook/on-module'
import { Dialog } from '@sonaqor/ui'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ExportDialog } from './export-dialog.tsx'
import { ExportProgress } from './export-progress.tsx'

export default { title: 'Home/Audit log/Export', component: ExportProgress } satisfies Meta<
  typeof ExportProgress
>

type Story = StoryObj<typeof ExportProgress>
type Shown = Parameters<typeof ExportProgress>[0]['of']

const nothing = () => undefined

const asking = (isFiltered: boolean): Story => ({
  decorators: [onModule({ scopes: ['audit:read'] })],
  render: () => (
    <ExportDialog
      filter={{ area: 'keys' }}
      range={undefined}
      isFiltered={isFiltered}
      onClose={nothing}
    />
  ),
})

const showing = (of: Shown, format: 'jsonl' | 'csv' = 'jsonl', total?: number): Story => ({
  render: () => (
    <Dialog title="Export the audit log" onClose={nothing}>
      <ExportProgress of={of} format={format} total={total} />
    </Dialog>
  ),
})

export const OfTheWholeLog = asking(false)
export const OfWhatTheFiltersShow = asking(true)

export const Running = showing({ state: 'running', bytes: 1_840_000, lines: 2140 }, 'jsonl', 4217)
export const RunningUncounted = showing({ state: 'running', bytes: 640_000, lines: 900 }, 'csv')

export const Done = showing({
  state: 'done',
  name: 'audit-log-2026-11-21.jsonl',
  content: new Blob(['x'.repeat(3_620_000)]),
  manifest: { entries: 4217, whole: true, sha256: '9f2c'.repeat(16) },
})

export const Extract = showing({
  state: 'done',
  name: 'audit-log-2026-11-21.csv',
  content: new Blob(['x'.repeat(812)]),
  manifest: { entries: 1, whole: false, sha256: '07aa'.repeat(16) },
})

export const Cut = showing({ state: 'refused', because: 'cut', bytes: 1_130_000 })
export const Changed = showing({ state: 'refused', because: 'differs', bytes: 1_130_000 })
export const Failed = showing({ state: 'failed', error: new TypeError('no answer') })
