import type { Meta, StoryObj } from '@storybook/react-webpack5'

const statuses = ['accent', 'success', 'warning', 'danger', 'info'] as const
const steps = Array.from({ length: 12 }, (_, index) => index + 1)

function Swatches() {
  return (
    <div style={{ display: 'grid', gap: 24, padding: 24 }}>
      <ol style={{ display: 'grid', gridTemplateColumns: 'repeat(12, 1fr)', listStyle: 'none' }}>
        {steps.map((step) => (
          <li key={step} aria-label={`Neutral ${step}`}>
            <div style={{ blockSize: 48, background: `var(--sq-neutral-${step})` }} />
          </li>
        ))}
      </ol>
      {statuses.map((name) => (
        <p
          key={name}
          style={{
            padding: 12,
            border: `1px solid var(--sq-${name}-border)`,
            borderRadius: 'var(--sq-radius)',
            background: `var(--sq-${name}-surface)`,
            color: `var(--sq-${name}-text)`,
          }}
        >
          {name}: text on its surface, inside its border
        </p>
      ))}
      <div>
        {[28, 20, 16, 14, 13, 12].map((size) => (
          <p key={size} style={{ fontSize: `var(--sq-text-${size})` }}>
            {size} px: 1,204 requests, p95 38 ms
          </p>
        ))}
        <p style={{ fontFamily: 'var(--sq-mono)' }}>sq_test_9fK2 0Oo 1lI /v1/transactions</p>
      </div>
    </div>
  )
}

export default { title: 'UI/Tokens', component: Swatches } satisfies Meta<typeof Swatches>

export const ColoursAndType: StoryObj<typeof Swatches> = {}
