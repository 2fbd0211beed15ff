import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../button/button.tsx'
import { Surface } from '../surface/surface.tsx'
import { compact } from '../testing/compact.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { arabic, callsOf, columnsOf, english, type Call } from '../testing/calls.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { LoadMore } from './load-more.tsx'
import { orderedBy, type Order } from './ordered-by.tsx'
import { selecting } from './selecting.tsx'
import { TableSkeleton } from './table-skeleton.tsx'
import { Table } from './table.tsx'

export default {
  title: 'UI/Table',
  component: Table,
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: 12, padding: 16 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Table>

const endless = {
  hasNextPage: true,
  isFetchingNextPage: false,
  fetchNextPage: () => undefined,
}
const keyOf = ({ id }: Call) => id
const nameOf = ({ path }: Call) => path

export const WithMore: StoryObj = {
  render: () => (
    <>
      <Table
        caption="Calls"
        columns={columnsOf(english)}
        rows={callsOf(6)}
        keyOf={keyOf}
        isFaded={({ ok }) => !ok}
      />
      <LoadMore counted="6 calls" of={endless} />
    </>
  ),
}

interface AllProps {
  readonly words?: typeof english
  readonly chosen?: readonly string[]
  readonly without?: readonly string[]
  readonly rows?: number
}

/** All that a table can do at once. */
function All({ words = english, chosen = none, without = none, rows = 6 }: AllProps) {
  const [order, setOrder] = useState<Order>({ by: 'latency', descending: true })
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(chosen))
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(without))
  const [openKey, setOpenKey] = useState('1')
  const columns = columnsOf(words)
  const sign = order.descending ? -1 : 1
  const inOrder = callsOf(rows).toSorted((one, other) =>
    order.by === 'path'
      ? sign * one.path.localeCompare(other.path)
      : sign * (one.latencyMs - other.latencyMs),
  )
  return (
    <>
      <div style={{ justifySelf: 'end' }}>
        <ColumnChooser columns={columns} hidden={hidden} onChange={setHidden} />
      </div>
      <Table
        caption={words.calls}
        columns={columns}
        rows={inOrder}
        keyOf={keyOf}
        nameOf={nameOf}
        hidden={hidden}
        isFaded={({ ok }) => !ok}
        onOpen={(call) => setOpenKey(call.id)}
        openKey={openKey}
        order={orderedBy(order, setOrder)}
        selection={selecting({
          keys,
          onChange: setKeys,
          acts: (
            <>
              <Button size="small">{words.replay}</Button>
              <Button size="small" look="danger">
                {words.remove}
              </Button>
            </>
          ),
        })}
      />
    </>
  )
}

const none: readonly string[] = []

/** The second row is open in a drawer that is not drawn here. */
export const OrderedAndOpen: StoryObj = { render: () => <All /> }
export const Chosen: StoryObj = { render: () => <All chosen={['0', '3', 'elsewhere']} /> }
export const WithoutAColumn: StoryObj = { render: () => <All without={['state']} /> }

/** The head stays in view, and so does what may be done to what is chosen. */
export const Long: StoryObj = { render: () => <All rows={60} chosen={['2']} /> }

export const Dense: StoryObj = {
  decorators: [compact],
  render: () => <All chosen={['0']} />,
}

export const Choosing: StoryObj = {
  render: () => <All without={['state']} />,
  play: ({ canvasElement }) =>
    canvasElement.querySelector<HTMLButtonElement>('[aria-haspopup]')?.click(),
}

export const Loading: StoryObj = {
  render: () => <TableSkeleton columns={columnsOf(english)} selectable />,
}

export const FromRightToLeft: StoryObj = {
  decorators: [fromRightToLeft],
  render: () => <All words={arabic} chosen={['0']} />,
}

/** Between a phone and a desk: columns, but no room to waste. */
export const Tight: StoryObj = {
  render: () => (
    <div style={{ maxInlineSize: 560 }}>
      <All />
    </div>
  ),
}

/** As a module stands in a partner's page. */
function InShadow({ children }: { readonly children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()
  useLayoutEffect(() => {
    const element = host.current
    if (element) setRoot(element.shadowRoot ?? element.attachShadow({ mode: 'open' }))
  }, [])
  return <div ref={host}>{root && createPortal(children, root as unknown as Element)}</div>
}

/** The head stays in view there, too, while the page around scrolls. */
export const InAShadowRoot: StoryObj = {
  render: (_, { globals }) => (
    <InShadow>
      <Surface
        appearance={{ theme: globals['theme'] === 'dark' ? 'dark' : 'light', density: 'cosy' }}
      >
        <All rows={60} chosen={['2']} />
      </Surface>
    </InShadow>
  ),
}
