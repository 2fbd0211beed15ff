import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Button } from '../button/button.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Loaded, type Readable } from './loaded.tsx'
import { Empty } from './states.tsx'

type Query = Readable<readonly string[]>

function Names({ query }: { readonly query: Query }) {
  return (
    <Loaded
      of={query}
      empty={
        <Empty title="No keys yet" action={<Button look="primary">Issue key</Button>}>
          A key lets your server call the Partner API.
        </Empty>
      }
    >
      {(names) => <p>{names.join(', ')}</p>}
    </Loaded>
  )
}

export default {
  title: 'UI/States',
  component: Names,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Names>

type Story = StoryObj<typeof Names>

const refetch = () => undefined
const refused = {
  problem: {
    code: 'overloaded',
    title: 'Too busy at the moment',
    detail: 'All workers are busy.',
    instance: '0190b1c2-7c4e-7d3a-9a51-2f6f8f0c1d22',
  },
}

export const Loading: Story = {
  args: { query: { status: 'pending', data: undefined, error: null, refetch } },
}
export const Nothing: Story = {
  args: { query: { status: 'success', data: [], error: null, refetch } },
}
export const Ready: Story = {
  args: { query: { status: 'success', data: ['Checkout', 'Ledger'], error: null, refetch } },
}
export const FailedWithProblem: Story = {
  args: { query: { status: 'error', data: undefined, error: refused, refetch } },
}
/** It goes on by itself when the network is back. */
export const Offline: Story = {
  args: {
    query: { status: 'pending', data: undefined, error: null, refetch, fetchStatus: 'paused' },
  },
}
export const Unreachable: Story = {
  args: { query: { status: 'error', data: undefined, error: new TypeError('fetch'), refetch } },
}
export const Forbidden: Story = {
  args: {
    query: {
      status: 'error',
      data: undefined,
      error: {
        problem: { code: 'forbidden', title: 'No', detail: 'No', scope: 'keys:read' },
      },
      refetch,
    },
  },
}
export const OutOfDate: Story = {
  args: { query: { status: 'error', data: ['Checkout', 'Ledger'], error: refused, refetch } },
}

/** A list that is not empty by itself: the act takes off what it is narrowed by. */
export const NothingMatches: StoryObj = {
  render: () => (
    <Empty title="No key matches the filters" action={<Button>Clear filters</Button>}>
      Try fewer filters, or another word.
    </Empty>
  ),
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: FailedWithProblem.args ?? {},
}
