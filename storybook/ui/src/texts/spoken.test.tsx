import { afterEach, expect, test } from '@jest/globals'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CopyButton } from '../copy/copy-button.tsx'
import { Combobox } from '../combobox/combobox.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Drawer } from '../drawer/drawer.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { FilterBar } from '../filter-bar/filter-bar.tsx'
import { Link } from '../link/link.tsx'
import { JobCard } from '../progress/job-card.tsx'
import { RangePicker } from '../range-picker/range-picker.tsx'
import { SecretPanel } from '../secret-panel/secret-panel.tsx'
import { StatCard, StatCardSkeleton } from '../stat-card/stat-card.tsx'
import { Loaded, type Readable } from '../states/loaded.tsx'
import { NoPermission } from '../states/states.tsx'
import { StepUpDialog } from '../step-up-dialog/step-up-dialog.tsx'
import { Surface } from '../surface/surface.tsx'
import { ColumnChooser } from '../table/column-chooser.tsx'
import { LoadMore } from '../table/load-more.tsx'
import { orderedBy } from '../table/ordered-by.tsx'
import { selecting } from '../table/selecting.tsx'
import { Table } from '../table/table.tsx'
import { Wizard } from '../wizard/wizard.tsx'
import { languages, loadTexts } from './index.ts'

const nothing = () => undefined
const never = () => new Promise<never>(nothing)
const refused = { problem: { code: 'conflict', title: '·', detail: '·', instance: '·' } }
const query = (part: Partial<Readable<string>>): Readable<string> => ({
  status: 'error',
  data: undefined,
  error: refused,
  refetch: nothing,
  ...part,
})
/** What is shown first is the first of them. */
const factorsFrom = (method: string) =>
  method === 'none' ? [] : method === 'totp' ? ['totp', 'passkey', 'recovery-code'] : [method]
const columns = ['·', '··'].map((title) => ({ id: title, title, sort: title, cell: nothing }))
const filter = { id: '·', label: '·', options: [], value: '·', onChange: nothing }
const step = { id: '·', title: '·', content: '·', answers: [] }
const endless = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: nothing }
const figures = { done: 1, total: 2, perSecond: 1, leftMs: 1 }

/** Everything that has words of its own, with none of anybody else's. */
const all: ReactNode = (
  <>
    <CopyButton text="·" what="·" />
    <Combobox label="·" value={{ id: '·', label: '·' }} onChange={nothing} search={never} />
    <Field label="·" optional>
      <Input value="" onChange={nothing} />
    </Field>
    <FilterBar
      search={{ label: '·', value: '·', onChange: nothing }}
      filters={[filter]}
      onClear={nothing}
    />
    <Link href="#" outside>
      ·
    </Link>
    <JobCard
      title="·"
      unit="·"
      job={{ status: 'running', stage: '·', figures }}
      onCancel={nothing}
    />
    <JobCard title="·" unit="·" job={{ status: 'waiting' }} />
    <JobCard title="·" unit="·" job={{ status: 'cancelled' }} onRetry={nothing} />
    <RangePicker value="24h" onChange={nothing} />
    <SecretPanel label="·" secret="·" warning="·" />
    <StatCard title="·" value={undefined} />
    <StatCard title="·" value="·" delta={{ course: 'up', meaning: 'good', by: '1', than: '·' }} />
    <StatCardSkeleton />
    <Loaded of={query({})}>{nothing}</Loaded>
    <Loaded of={query({ error: new TypeError('fetch') })}>{nothing}</Loaded>
    <Loaded of={query({ data: '·' })}>{nothing}</Loaded>
    <Loaded of={query({ status: 'pending', error: null })}>{nothing}</Loaded>
    <NoPermission scope="·" />
    <ColumnChooser columns={columns} hidden={new Set(['··'])} onChange={nothing} />
    <LoadMore counted="·" of={endless} />
    <Table
      caption="·"
      columns={columns}
      rows={['·']}
      keyOf={(row) => row}
      nameOf={(row) => row}
      order={orderedBy({ by: '·', descending: true }, nothing)}
      selection={selecting({ keys: new Set(['·']), onChange: nothing, acts: '·' })}
    />
    <Wizard label="·" steps={[step]} finish="·" onFinish={never} wordsOf={() => '·'} />
    <Dialog title="·" onClose={nothing}>
      ·
    </Dialog>
    <Drawer title="·" onClose={nothing}>
      ·
    </Drawer>
    {['totp', 'passkey', 'recovery-code', 'none'].map((method) => (
      <StepUpDialog
        key={method}
        holds={method === 'totp' ? 'once' : 'a-while'}
        methods={{ ...query({ error: null, status: 'success' }), data: factorsFrom(method) }}
        onProve={never}
        onClose={nothing}
        onSetUp={nothing}
        wordsOf={() => '·'}
      />
    ))}
  </>
)

const readAloud = ['aria-label', 'placeholder', 'title']

/** What can be read of all of it in a language, also aloud. */
function wordsIn(locale: string): readonly string[] {
  const { container } = render(<Surface locale={locale}>{all}</Surface>)
  const elements = [...container.querySelectorAll('*')]
  const written = elements.flatMap(({ childNodes }) =>
    [...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')),
  )
  const spoken = elements.flatMap((element) => readAloud.map((name) => element.getAttribute(name)))
  return [...written, ...spoken]
    .map((words) => words?.trim() ?? '')
    .filter((words) => /\p{L}{2}/u.test(words))
}

/** What is called the same in German. */
const alike = new Set(['(optional)', 'Code', 'UTC'])

afterEach(cleanup)

test.each(['de', 'ar'])('Quality: the components say nothing in English in: %s', async (locale) => {
  await loadTexts(locale, languages)
  const english = new Set(wordsIn('en'))
  expect(english.size).toBeGreaterThan(50)
  cleanup()
  const left = wordsIn(locale).filter((words) => english.has(words) && !alike.has(words))
  expect(left).toEqual([])
})
