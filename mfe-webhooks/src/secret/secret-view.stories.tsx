import { endpoints } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import { SecretInHand } from './secret-in-hand.tsx'
import SecretView from './secret-view.tsx'

export default { title: 'Webhooks/Secret', component: SecretView } satisfies Meta<typeof SecretView>

type Story = StoryObj<typeof SecretView>

const [ledger, , , rotating] = endpoints
const at = (act: string, endpointId = ledger?.id ?? '', locale = 'en') =>
  onModule({ ...hostWith(), locale, params: { endpointId, act } })

export const Asked: Story = { decorators: [at('show')] }
export const Rotate: Story = { decorators: [at('rotate')] }
export const RotateAgainInGerman: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [at('rotate', rotating?.id, 'de'), onSurface({ locale: 'de', widthPx: 360 })],
}
export const NotFound: Story = { decorators: [at('show', 'nobody')] }
export const NoPermission: Story = { decorators: [onModule({ ...hostWith(), scopes: [] })] }

export const InHand: Story = {
  render: () => (
    <SecretInHand
      title="Secret rotated"
      of={{ kind: 'http', label: 'Ledger', url: '', environment: 'sandbox', signing: 'hmac' }}
      secret="whsec_bm9ib2R5IGtub3dzIGl0IHlldCwgb3IgZG9lcz8="
      old={{ secret: 'whsec_b2xkZXIgdGhhbiB0aGF0', endsAt: '2030-01-01T00:00:00.000Z' }}
      onDone={() => undefined}
    />
  ),
  decorators: [at('show')],
}
